/**
 * A hybrid logical clock: never runs backwards, whatever the machine's clock does, and orders two changes of one
 * millisecond. Written as text that sorts by time: 12 hex digits of milliseconds, 4 of counter, the device.
 */
export class HybridClock {
  #lastMs: number;
  #counter: number;
  readonly #device: string;

  /** Starts after the newest stamp the log knows; undefined for a new log. */
  constructor(device: string, newest: string | undefined) {
    const seen = newest === undefined ? undefined : /^([0-9a-f]{12})-([0-9a-f]{4})-/.exec(newest);
    this.#lastMs = seen ? Number.parseInt(seen[1] ?? '0', 16) : 0;
    this.#counter = seen ? Number.parseInt(seen[2] ?? '0', 16) : 0;
    this.#device = device.slice(-12);
  }

  /** The next stamp at wall time `nowMs`. */
  stamp(nowMs: number): string {
    if (nowMs > this.#lastMs) {
      this.#lastMs = nowMs;
      this.#counter = 0;
    } else if (this.#counter === 0xffff) {
      this.#lastMs += 1;
      this.#counter = 0;
    } else {
      this.#counter += 1;
    }
    return `${this.#lastMs.toString(16).padStart(12, '0')}-${this.#counter.toString(16).padStart(4, '0')}-${this.#device}`;
  }
}
