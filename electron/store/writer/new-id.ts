import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Id } from '#shared/ids.ts';

const ID_BYTES = 16;
const POOLED_IDS = 256;

/** Ids of version 7: they rise with time and, within a millisecond, by their sequence, so that inserts append. */
class IdSource {
  /** The system is asked for many ids at once: a ticket of forty lines needs three hundred, and each asking costs. */
  readonly #pool = new Uint8Array(POOLED_IDS * ID_BYTES);
  #used = POOLED_IDS;
  #msecs = 0;
  #seq = 0;

  next(nowMs: number): string {
    const random = this.#random();
    if (nowMs > this.#msecs) {
      this.#msecs = nowMs;
      this.#seq = startOf(random);
    } else {
      // 32 bits; where they begin anew, the millisecond goes on.
      this.#seq = (this.#seq + 1) >>> 0;
      if (this.#seq === 0) this.#msecs += 1;
    }
    return v7({ random, msecs: this.#msecs, seq: this.#seq });
  }

  #random(): Uint8Array {
    if (this.#used === POOLED_IDS) {
      randomFillSync(this.#pool);
      this.#used = 0;
    }
    const from = this.#used * ID_BYTES;
    this.#used += 1;
    return this.#pool.subarray(from, from + ID_BYTES);
  }
}

/** A sequence begins in the lower half of its 32 bits, so that it does not run out within its millisecond. */
function startOf(random: Uint8Array): number {
  return new DataView(random.buffer, random.byteOffset, ID_BYTES).getUint32(6) >>> 1;
}

const source = new IdSource();

/** An id that lies above all that this process made before. */
export function newId<Kind extends string>(_kind: Kind): Id<Kind> {
  return source.next(Date.now()) as Id<Kind>;
}
