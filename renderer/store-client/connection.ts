import type { StorePort } from './store-port.ts';

/** Whether the store can be reached. `refused`: never yet, so it is the address that is wrong, not the store. */
export type LinkState = 'connecting' | 'open' | 'lost' | 'refused';

export interface Connection {
  /** The open port, as soon as there is one. Rejects when `signal` ends the wait. */
  readonly port: (signal?: AbortSignal) => Promise<StorePort>;
  readonly state: () => LinkState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

export interface ConnectionOptions {
  readonly open: () => Promise<StorePort>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;

/** Keeps one port open: a store that died is started again by main, and the window finds its way back by itself. */
export function keepConnected({ open, wait }: ConnectionOptions): Connection {
  const stop = new AbortController();
  const listeners = new Set<() => void>();
  let state: LinkState = 'connecting';
  let next = Promise.withResolvers<StorePort>();
  let current: StorePort | undefined;
  const say = (now: LinkState) => {
    state = now;
    for (const listener of listeners) listener();
  };
  const hold = async (): Promise<void> => {
    const port = await open();
    const ended = Promise.withResolvers<void>();
    port.onDisconnect.addListener(() => {
      // At once, so that no call made from here on is handed the dead port.
      next = Promise.withResolvers<StorePort>();
      current = undefined;
      if (!stop.signal.aborted) say('lost');
      ended.resolve();
    });
    current = port;
    next.resolve(port);
    say('open');
    await ended.promise;
  };
  const keep = async (): Promise<void> => {
    let waitMs = FIRST_WAIT_MS;
    let everOpen = false;
    while (!stop.signal.aborted) {
      try {
        await hold();
        everOpen = true;
        waitMs = FIRST_WAIT_MS;
      } catch {
        // What kept it from opening is told by the state; the next attempt follows anyway.
        say(everOpen ? 'lost' : 'refused');
      }
      await wait(waitMs, stop.signal);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  };
  void keep();
  return {
    port: (signal) => (signal === undefined ? next.promise : orAborted(next.promise, signal)),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      stop.abort();
      current?.close();
    },
  };
}

/** Waits, or returns at once when the signal ends the wait. */
export function waitMs(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    promise.then(resolve, reject);
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
