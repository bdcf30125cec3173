import path from 'node:path';
import type { Seeded } from './seeded.ts';
import type { Step } from './trace.ts';

/** The files of a folder as a power cut leaves them: path → bytes. */
export type Image = ReadonlyMap<string, Buffer>;

type Change = Extract<Step, { readonly op: 'write' | 'truncate' }>;
type NameChange =
  | { readonly op: 'add'; readonly path: string; readonly file: RecordedFile }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move'; readonly path: string; readonly to: string };

interface RecordedFile {
  /** What is on the platter for sure. */
  synced: Buffer;
  /** What was written since, and may or may not be. */
  pending: Change[];
}

type Names = Map<string, RecordedFile>;

/** A disk sector: written as a whole or not at all, unless the write itself was torn. */
const SECTOR_BYTES = 512;

/**
 * A disk that takes the steps of a trace and tells, at any point, what a power cut may leave of them.
 *
 * All that was synced is there. Of each file's later writes there is all, nothing, a prefix torn at a byte, or any
 * subset of 512-byte sectors. Names (new, renamed, removed) are kept twice. The journalling disk makes all earlier
 * ones durable with the next sync of anything and keeps the later ones in order. The strict disk wants the folder
 * synced for new and renamed files; a removed one counts with the next sync, since no journalling disk brings a
 * deleted journal back over synced data.
 */
export class RecordedDisk {
  #files = new Map<number, RecordedFile>();
  readonly #live: Names = new Map();
  readonly #journalling = { durable: new Map() as Names, pending: [] as NameChange[] };
  readonly #strict = { durable: new Map() as Names, pending: [] as NameChange[] };

  apply(step: Step): void {
    switch (step.op) {
      case 'start':
        this.#files = new Map();
        return;
      case 'open':
        return this.#open(step);
      case 'write':
      case 'truncate':
        this.#file(step.serial).pending.push(step);
        return;
      case 'sync':
        return this.#sync(this.#file(step.serial));
      case 'unlink':
        this.#live.delete(step.path);
        return this.#rename({ op: 'remove', path: step.path });
      case 'rename':
        applyName(this.#live, { op: 'move', path: step.path, to: step.to });
        return this.#rename({ op: 'move', path: step.path, to: step.to });
      case 'syncFolder':
        this.#syncNames();
        return this.#syncFolder(step.path);
      case 'makeFolder':
      case 'mark':
        return;
    }
  }

  /** What the power cut leaves now, by chance. */
  cut(chance: Seeded): Image {
    const names = this.#namesAfter(chance);
    const left = new Map<RecordedFile, Buffer>();
    return new Map(
      [...names].map(([at, file]) => {
        const bytes = left.get(file) ?? contentAfter(file, chance);
        left.set(file, bytes);
        return [at, bytes];
      }),
    );
  }

  /** The folder as the running process sees it: nothing lost. */
  whole(): Image {
    return new Map([...this.#live].map(([at, file]) => [at, replay(file.synced, file.pending)]));
  }

  #open({ serial, path: at, created }: Extract<Step, { op: 'open' }>): void {
    const there = this.#live.get(at);
    if (!created) {
      if (!there) throw new Error(`${at} was not recorded from its beginning`);
      this.#files.set(serial, there);
      return;
    }
    const file: RecordedFile = { synced: Buffer.alloc(0), pending: [] };
    this.#files.set(serial, file);
    this.#live.set(at, file);
    this.#rename({ op: 'add', path: at, file });
  }

  #file(serial: number): RecordedFile {
    const file = this.#files.get(serial);
    if (!file) throw new Error(`the trace writes to an unknown file ${serial}`);
    return file;
  }

  #sync(file: RecordedFile): void {
    file.synced = replay(file.synced, file.pending);
    file.pending = [];
    this.#syncNames();
  }

  #rename(change: NameChange): void {
    this.#journalling.pending.push(change);
    this.#strict.pending.push(change);
  }

  #syncNames(): void {
    for (const change of this.#journalling.pending.splice(0))
      applyName(this.#journalling.durable, change);
    const { durable, pending } = this.#strict;
    const kept = pending.filter((change, index) => {
      // A removed name is durable now, but only if nothing earlier about it still waits for its folder.
      const isFree = !pending.slice(0, index).some((earlier) => touches(earlier, change.path));
      if (change.op !== 'remove' || !isFree) return true;
      applyName(durable, change);
      return false;
    });
    this.#strict.pending.splice(0, pending.length, ...kept);
  }

  #syncFolder(folder: string): void {
    const { durable, pending } = this.#strict;
    const isHere = (change: NameChange): boolean => path.dirname(change.path) === folder;
    for (const change of pending.filter(isHere)) applyName(durable, change);
    this.#strict.pending.splice(0, pending.length, ...pending.filter((change) => !isHere(change)));
  }

  #namesAfter(chance: Seeded): Names {
    const { durable, pending } = chance.chance(0.5) ? this.#journalling : this.#strict;
    const names: Names = new Map(durable);
    const reached = chance.below(pending.length + 1);
    for (const change of pending.slice(0, reached)) applyName(names, change);
    return names;
  }
}

function touches(change: NameChange, at: string): boolean {
  return change.path === at || (change.op === 'move' && change.to === at);
}

function applyName(names: Names, change: NameChange): void {
  switch (change.op) {
    case 'add':
      names.set(change.path, change.file);
      return;
    case 'remove':
      names.delete(change.path);
      return;
    case 'move':
      // A folder moves with everything in it.
      for (const [at, file] of Array.from(names)) {
        if (at !== change.path && !at.startsWith(`${change.path}/`)) continue;
        names.delete(at);
        names.set(change.to + at.slice(change.path.length), file);
      }
  }
}

function contentAfter({ synced, pending }: RecordedFile, chance: Seeded): Buffer {
  if (pending.length === 0) return synced;
  switch (chance.pick(['all', 'none', 'torn', 'sectors'] as const)) {
    case 'all':
      return replay(synced, pending);
    case 'none':
      return synced;
    case 'torn':
      return replay(synced, tornPrefix(pending, chance));
    case 'sectors':
      return replay(synced, someSectors(pending, chance));
  }
}

function tornPrefix(pending: readonly Change[], chance: Seeded): readonly Change[] {
  const reached = chance.below(pending.length + 1);
  const torn = pending[reached];
  const whole = pending.slice(0, reached);
  if (torn?.op !== 'write') return whole;
  return [
    ...whole,
    { ...torn, bytes: torn.bytes.subarray(0, chance.below(torn.bytes.length + 1)) },
  ];
}

/** Each sector of each write by itself, kept with a likelihood of its own for the whole image. */
function someSectors(pending: readonly Change[], chance: Seeded): readonly Change[] {
  const share = chance.pick([0.1, 0.5, 0.9]);
  return pending.flatMap((change) =>
    change.op === 'truncate'
      ? chance.chance(share)
        ? [change]
        : []
      : sectorsOf(change).filter(() => chance.chance(share)),
  );
}

function sectorsOf(write: Extract<Change, { op: 'write' }>): readonly Change[] {
  const { serial, offset, bytes } = write;
  const parts: Change[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + SECTOR_BYTES - ((offset + at) % SECTOR_BYTES));
    parts.push({ op: 'write', serial, offset: offset + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return parts;
}

function replay(start: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return start;
  let length = start.length;
  let most = length;
  for (const change of changes) {
    length =
      change.op === 'truncate'
        ? change.size
        : Math.max(length, change.offset + change.bytes.length);
    most = Math.max(most, length);
  }
  const bytes = Buffer.alloc(most);
  start.copy(bytes);
  let end = start.length;
  for (const change of changes) {
    if (change.op === 'truncate') {
      if (change.size < end) bytes.fill(0, change.size, end);
      end = change.size;
    } else {
      change.bytes.copy(bytes, change.offset);
      end = Math.max(end, change.offset + change.bytes.length);
    }
  }
  return bytes.subarray(0, length);
}
