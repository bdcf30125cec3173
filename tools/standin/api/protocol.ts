import type { CustomScheme, Protocol } from 'electron';
import { addCustomScheme, removeCustomScheme } from '../chromium/page-address.ts';
import { recordCall } from '../recorded-calls.ts';
import { strictObject } from '../strict.ts';
import { readiness } from './readiness.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();

export function findSchemeHandler(scheme: string): SchemeHandler | undefined {
  return handlers.get(scheme);
}

export const protocol = strictObject('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (readiness.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    recordCall('protocol.registerSchemesAsPrivileged', { schemes });
  },
  handle(scheme: string, handler: SchemeHandler): void {
    readiness.require('protocol.handle');
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    handlers.set(scheme, handler);
    addCustomScheme(scheme);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`The scheme is not registered: ${scheme}`);
    removeCustomScheme(scheme);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Partial<Protocol>);
