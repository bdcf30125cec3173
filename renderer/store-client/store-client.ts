import type { Contract } from '#shared/contract.ts';
import { createORPCClient, type ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { keepConnected, waitMs, type Connection } from './connection.ts';
import { openPort } from './open-port.ts';
import type { StorePort } from './store-port.ts';

/** Everything the window may ask of the store, typed by the contract. */
export type Store = ContractRouterClient<Contract>;

export interface StoreClient {
  readonly store: Store;
  readonly connection: Connection;
}

/** How long a call waits for a store that is starting again before it says so. */
const PATIENCE_MS = 5000;

/** One client for the life of the window: calls go through whichever port is open. */
export function createStoreClient(connection: Connection): StoreClient {
  const links = new WeakMap<StorePort, ClientLink<object>>();
  const linkOf = (port: StorePort): ClientLink<object> => {
    const made = links.get(port) ?? new RPCLink({ port });
    links.set(port, made);
    return made;
  };
  const link: ClientLink<object> = {
    call: async (path, input, options) => {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const signal = options.signal ? AbortSignal.any([options.signal, patience]) : patience;
      const port = await connection.port(signal);
      return linkOf(port).call(path, input, options);
    },
  };
  return { store: createORPCClient(link), connection };
}

/** Connects this window to its store. */
export function connectStore(page: Window): StoreClient {
  return createStoreClient(keepConnected({ open: () => openPort(page), wait: waitMs }));
}
