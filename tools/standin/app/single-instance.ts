import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import path from 'node:path';

export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

interface Holder {
  readonly pid: number;
  /** Tells a process from a later one with the same id. */
  readonly startedAt: string;
}

/** Field 22 of /proc/<pid>/stat, counted after the name, which may hold spaces. Empty when there is no such process. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

function ownHolder(): Holder {
  return { pid: process.pid, startedAt: startOf(process.pid) };
}

/** How long a taken-over lock is left alone before it counts. */
const SETTLE_MS = 50;

/**
 * One program per user-data folder, as Electron's requestSingleInstanceLock: a lock file names the holder, and
 * a second start leaves a letter for it. Files rather than a socket, because asking must not be asynchronous.
 */
export class SingleInstanceLock {
  readonly #lockFile: string;
  readonly #mailbox: string;
  #watcher: FSWatcher | undefined;

  constructor(userData: string) {
    this.#lockFile = path.join(userData, 'standin-instance.lock');
    this.#mailbox = path.join(userData, 'standin-instance.mail');
  }

  get isHeld(): boolean {
    return this.#watcher !== undefined;
  }

  /** True: this process is the one. False: another is, and has been told; or the folder refuses a lock. */
  request(second: SecondInstance, onSecond: (second: SecondInstance) => void): boolean {
    if (this.isHeld) return true;
    try {
      mkdirSync(this.#mailbox, { recursive: true });
      if (this.#take()) return this.#listen(onSecond);
      if (!this.#holderIsAlive() && this.#takeOver()) return this.#listen(onSecond);
      return this.#leaveLetter(second);
    } catch (error) {
      console.error('electron stand-in: no single-instance lock:', error);
    }
    return false;
  }

  release(): void {
    if (!this.isHeld) return;
    this.#watcher?.close();
    this.#watcher = undefined;
    rmSync(this.#lockFile, { force: true });
    rmSync(this.#mailbox, { recursive: true, force: true });
  }

  #take(): boolean {
    try {
      writeFileSync(this.#lockFile, JSON.stringify(ownHolder()), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  /**
   * Replaces the lock of a holder that is gone. Of two starts that do so at once the later rename wins; the
   * other sees a moment later that the lock names somebody else.
   */
  #takeOver(): boolean {
    const mine = `${this.#lockFile}.${process.pid}`;
    rmSync(mine, { force: true });
    writeFileSync(mine, JSON.stringify(ownHolder()));
    renameSync(mine, this.#lockFile);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLE_MS);
    return readFileSync(this.#lockFile, 'utf8') === JSON.stringify(ownHolder());
  }

  #holderIsAlive(): boolean {
    try {
      const holder = JSON.parse(readFileSync(this.#lockFile, 'utf8')) as Holder;
      return holder.startedAt !== '' && startOf(holder.pid) === holder.startedAt;
    } catch {
      return false;
    }
  }

  #listen(onSecond: (second: SecondInstance) => void): true {
    // Letters to a holder that has gone are nobody's.
    for (const name of readdirSync(this.#mailbox))
      rmSync(path.join(this.#mailbox, name), { force: true });
    this.#watcher = watch(this.#mailbox, () => {
      for (const name of readdirSync(this.#mailbox)) {
        if (!name.endsWith('.json')) continue;
        const letter = path.join(this.#mailbox, name);
        const second = JSON.parse(readFileSync(letter, 'utf8')) as SecondInstance;
        rmSync(letter, { force: true });
        onSecond(second);
      }
    });
    this.#watcher.unref();
    return true;
  }

  /** Written under another name first, so that the holder never reads half a letter. */
  #leaveLetter(second: SecondInstance): false {
    const letter = path.join(this.#mailbox, randomUUID());
    writeFileSync(letter, JSON.stringify(second));
    renameSync(letter, `${letter}.json`);
    return false;
  }
}
