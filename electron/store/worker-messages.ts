import type { MessagePort } from 'node:worker_threads';
import type { ProvidedKey } from './keys/provide-key.ts';
import type { QueryPath, Viewer } from './reader/queries.ts';

/** What the writer's thread is started with. */
export interface WriterBoot {
  readonly dataDir: string;
  readonly key: ProvidedKey;
  readonly demo: boolean;
  readonly appVersion: string;
  readonly platform: string;
  readonly readerPort: MessagePort;
}

/** Asked of the writer by the process that started it. */
export type WriterRequest =
  | {
      readonly type: 'connect';
      readonly port: MessagePort;
      readonly caller: { readonly id: string };
    }
  | { readonly type: 'close' };

/** Told by the writer to the process that started it. */
export type WriterReport =
  | { readonly type: 'key-recovered'; readonly keyHex: string }
  | { readonly type: 'shop-wanted'; readonly demo: boolean }
  | { readonly type: 'trouble'; readonly what: string };

/** Asked of the reader by the writer. */
export type ReaderRequest =
  | {
      readonly type: 'open';
      readonly id: number;
      readonly database: string;
      readonly keyHex: string;
      readonly storeId: string;
    }
  | { readonly type: 'release'; readonly id: number }
  | {
      readonly type: 'query';
      readonly id: number;
      readonly path: QueryPath;
      readonly input: unknown;
      readonly viewer: Viewer;
    };

export type ReaderReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
