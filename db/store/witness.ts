import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/**
 * What the witness swears to: up to `n` the log had reached with this hash on this enrolment and machine.
 * A log that is shorter when it is opened again has lost its tail; a witness of another machine means a copy of the disk.
 */
export interface Testimony {
  readonly nonce: string;
  readonly machine: string;
  readonly n: number;
  readonly hash: string;
}

export type WitnessReading =
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'sworn'; readonly testimony: Testimony };

const SLOT_BYTES = 512;
/** Hexadecimal digits of a SHA-256. */
const MAC_LENGTH = 64;

/**
 * A file beside the database that is synced after every commit and before any effect. SQLite ends its log at the
 * first bad frame and says nothing: 300 of 300 flipped bits there lost acknowledged sales unseen (docs/rules.md, The store).
 *
 * Two slots are written in turn, each with its own authentication code, so that a torn write spoils one at most.
 * The file keeps its size: a write that needs no new block cannot meet a full disk.
 */
export class Witness {
  readonly #fd: number;
  readonly #macKey: KeyObject;

  private constructor(fd: number, macKey: KeyObject) {
    this.#fd = fd;
    this.#macKey = macKey;
  }

  /** Opens the witness of a data folder for writing; the file must exist (see `create`). */
  static open(file: string, keyHex: string): Witness {
    return new Witness(openSync(file, 'r+'), macKeyOf(keyHex));
  }

  /** Makes a new witness with a first testimony, durable before this returns. An old file is replaced as a whole. */
  static create(file: string, keyHex: string, first: Testimony): Witness {
    const fresh = `${file}.new`;
    const fd = openSync(fresh, 'w+', 0o600);
    const witness = new Witness(fd, macKeyOf(keyHex));
    writeSync(fd, Buffer.alloc(SLOT_BYTES * 2), 0, SLOT_BYTES * 2, 0);
    witness.swear(first);
    fsyncSync(fd);
    renameSync(fresh, file);
    syncFolder(path.dirname(file));
    return witness;
  }

  /** Reads the newest testimony whose code is right. `unreadable` when the file is there but neither slot is. */
  static read(file: string, keyHex: string): WitnessReading {
    if (!existsSync(file)) return { state: 'absent' };
    const fd = openSync(file, 'r');
    try {
      if (fstatSync(fd).size < SLOT_BYTES * 2) return { state: 'unreadable' };
      const macKey = macKeyOf(keyHex);
      const slots = [0, 1]
        .map((slot) => readSlot(fd, slot, macKey))
        .filter((slot) => slot !== undefined);
      const newest = slots.toSorted((a, b) => b.n - a.n)[0];
      return newest ? { state: 'sworn', testimony: newest } : { state: 'unreadable' };
    } finally {
      closeSync(fd);
    }
  }

  /** Swears to the newest changeset and syncs it. Throws when the disk fails; the changeset itself stands then. */
  swear(testimony: Testimony): void {
    const body = JSON.stringify(testimony);
    const slot = Buffer.alloc(SLOT_BYTES, 0x20);
    slot.write(`${macOf(this.#macKey, body)} ${body}`, 'utf8');
    slot.write('\n', SLOT_BYTES - 1, 'utf8');
    writeSync(this.#fd, slot, 0, SLOT_BYTES, (testimony.n % 2) * SLOT_BYTES);
    fdatasyncSync(this.#fd);
  }

  close(): void {
    closeSync(this.#fd);
  }
}

function readSlot(fd: number, slot: number, macKey: KeyObject): Testimony | undefined {
  const bytes = Buffer.alloc(SLOT_BYTES);
  readSync(fd, bytes, 0, SLOT_BYTES, slot * SLOT_BYTES);
  const body = bytes
    .subarray(MAC_LENGTH + 1)
    .toString('utf8')
    .trimEnd();
  const sworn = Buffer.from(macOf(macKey, body), 'latin1');
  if (!timingSafeEqual(sworn, bytes.subarray(0, MAC_LENGTH))) return undefined;
  return JSON.parse(body) as Testimony;
}

/**
 * A key of its own, derived from the database's, so that nobody without it can swear. Made into a key object once:
 * from bare bytes every testimony would make it anew, which took longer than the code itself.
 */
function macKeyOf(keyHex: string): KeyObject {
  return createSecretKey(
    createHmac('sha256', Buffer.from(keyHex, 'hex')).update('witness').digest(),
  );
}

function macOf(macKey: KeyObject, body: string): string {
  return createHmac('sha256', macKey).update(body).digest('hex');
}

/** Makes a rename or a new file in a folder durable. Windows has no such call and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
