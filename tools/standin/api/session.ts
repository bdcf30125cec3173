import { EventEmitter } from 'node:events';
import type {
  OnBeforeRequestListenerDetails,
  OnHeadersReceivedListenerDetails,
  Session,
  WebRequestFilter,
} from 'electron';
import { recordCall } from '../recorded-calls.ts';
import { strictInstances, strictObject } from '../strict.ts';
import { protocol } from './protocol.ts';

type PermissionRequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type PermissionCheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type DevicePermissionHandler = Parameters<Session['setDevicePermissionHandler']>[0];
export type HeadersListener = (
  details: OnHeadersReceivedListenerDetails,
  callback: (response: {
    cancel?: boolean;
    responseHeaders?: Record<string, string | string[]>;
  }) => void,
) => void;
export type RequestListener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: { cancel?: boolean; redirectURL?: string }) => void,
) => void;

/** A listener, and a test whether it wants to hear of an address. */
interface Registered<Listener> {
  readonly listener: Listener;
  wants(address: string): boolean;
}

function wildcard(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}

function register<Listener>(
  filter: WebRequestFilter | Listener | null,
  listener?: Listener | null,
): Registered<Listener> | undefined {
  if (typeof filter === 'function') return { listener: filter, wants: () => true };
  if (!filter || !listener) return undefined;
  const patterns = (filter as WebRequestFilter).urls.map(wildcard);
  return { listener, wants: (address) => patterns.some((pattern) => pattern.test(address)) };
}

/** Electron's session.webRequest for the two hooks that guards are built from. */
export class StandInWebRequest {
  headersListener: Registered<HeadersListener> | undefined;
  requestListener: Registered<RequestListener> | undefined;

  onHeadersReceived(
    filter: WebRequestFilter | HeadersListener | null,
    listener?: HeadersListener | null,
  ): void {
    this.headersListener = register(filter, listener);
  }

  onBeforeRequest(
    filter: WebRequestFilter | RequestListener | null,
    listener?: RequestListener | null,
  ): void {
    this.requestListener = register(filter, listener);
  }
}
strictInstances('session.webRequest', StandInWebRequest);

/** The permission handlers a program has set; a test calls them, because no permission prompt comes up here. */
export interface PermissionHandlers {
  request: PermissionRequestHandler;
  check: PermissionCheckHandler;
  device: DevicePermissionHandler;
}

export class StandInSession
  extends EventEmitter
  implements
    Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setSpellCheckerEnabled'
      | 'isSpellCheckerEnabled'
      | 'clearCache'
      | 'clearStorageData'
    >
{
  readonly protocol = protocol;
  readonly webRequest = new StandInWebRequest();
  readonly #permissions: PermissionHandlers = { request: null, check: null, device: null };
  #spellChecker = true;

  static permissionHandlersOf(session: StandInSession): Readonly<PermissionHandlers> {
    return session.#permissions;
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this.#permissions.request = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler): void {
    this.#permissions.check = handler;
  }

  setDevicePermissionHandler(handler: DevicePermissionHandler): void {
    this.#permissions.device = handler;
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.#spellChecker = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker;
  }

  // The profile is made new at every start, so there is never anything old in it.
  clearCache(): Promise<void> {
    recordCall('session.clearCache');
    return Promise.resolve();
  }

  clearStorageData(options: object = {}): Promise<void> {
    recordCall('session.clearStorageData', { options });
    return Promise.resolve();
  }
}
strictInstances('session.defaultSession', StandInSession);

export const defaultSession = new StandInSession();

export const session = strictObject('session', { defaultSession });
