import type { MessagePort } from 'node:worker_threads';
import type { Caller, RunningStore } from '../../store/start-store.ts';

/** The store as the shell sees it: it may die and come back, and it is asked for one port per page. */
export interface SupervisedStore {
  /** Waits while the store is (re)starting. */
  connect(caller: Caller): Promise<MessagePort>;
  /** Closes this store and starts the next one, for a change of place that `start` knows of. */
  restart(): Promise<void>;
  /** Resolves when the store has closed its files, or was gone already, or took too long. Never rejects. */
  close(): Promise<void>;
}

export interface Supervision {
  start(): Promise<RunningStore>;
  /** Told of every death, in words for a log: no customer's data is in them. */
  onTrouble(what: string): void;
  pause(ms: number): Promise<void>;
  nowMs(): number;
}

/** A store that ran this long has recovered; its next death counts as the first again. */
const STEADY_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;
/** Every sale is on disk when it is answered, so what a slow close leaves behind is only tidying. */
const CLOSE_DEADLINE_MS = 10_000;

/**
 * Keeps a store running: when its worker dies it is started again, at once the first time and then with
 * growing pauses. The ports of the dead one close by themselves, and the pages ask for new ones.
 */
export function superviseStore(supervision: Supervision): SupervisedStore {
  const { start, onTrouble, pause, nowMs } = supervision;
  const gone = Promise.withResolvers<void>();
  let closing = false;
  /** The store whose end would be a death; none while one is being closed on purpose. */
  let alive: RunningStore | undefined;
  let running = launch(0);

  async function launch(deaths: number): Promise<RunningStore> {
    if (deaths > 1) await pause(Math.min(LONGEST_PAUSE_MS, 500 * 2 ** (deaths - 1)));
    const startedAtMs = nowMs();
    const again = (): Promise<RunningStore> =>
      launch(nowMs() - startedAtMs > STEADY_MS ? 1 : deaths + 1);
    try {
      const store = await start();
      alive = store;
      store.onCrash((reason) => {
        if (closing) gone.resolve();
        if (closing || alive !== store) return;
        alive = undefined;
        onTrouble(`the store stopped: ${reason}`);
        running = again();
      });
      return store;
    } catch (error) {
      onTrouble(`the store did not start: ${String(error)}`);
      return again();
    }
  }

  async function end(store: RunningStore): Promise<void> {
    const closed = store
      .close()
      .catch((error: unknown) => onTrouble(`the store did not close: ${String(error)}`));
    await Promise.race([closed, gone.promise, pause(CLOSE_DEADLINE_MS)]);
  }

  return {
    connect: async (caller) => (await running).connect(caller),
    async restart() {
      const store = await running;
      if (closing || alive !== store) return; // it died meanwhile, and its successor is on its way
      alive = undefined;
      running = end(store).then(() => launch(0));
    },
    async close() {
      closing = true;
      await Promise.race([running.then(end), gone.promise, pause(CLOSE_DEADLINE_MS)]);
    },
  };
}
