import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * The thread belongs to an import this long at a stretch, then sales have their turn. Aimed at 20, because the disk
 * makes one slice in a hundred twice as long, and a sale should not wait 40.
 */
const SLICE_MS = 20;
/** Each slice waits for the disk twice, however few its rows are: fewer than these would only wait more often. */
const FEWEST_ROWS = 32;
/** As many as may share a transaction. */
const MOST_ROWS = 200;

/** How many rows fit into a slice, learnt from the slices before. */
export class ImportPace {
  readonly #stopwatch: () => number;
  #rows = FEWEST_ROWS;
  #begunAt = 0;

  /** `stopwatch` in milliseconds, rising. */
  constructor(stopwatch: () => number) {
    this.#stopwatch = stopwatch;
    this.#begunAt = stopwatch();
  }

  /** Rows for the next slice. */
  get rows(): number {
    return this.#rows;
  }

  /** Ends a slice: gives way to everything that waits, then begins the next one. */
  async giveWay(): Promise<void> {
    const tookMs = Math.max(this.#stopwatch() - this.#begunAt, 0.1);
    const fitting = Math.floor((this.#rows * SLICE_MS) / tookMs);
    this.#rows = Math.min(Math.max(fitting, FEWEST_ROWS), this.#rows * 2, MOST_ROWS);
    await nextTurn();
    this.#begunAt = this.#stopwatch();
  }
}
