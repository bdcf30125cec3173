import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { Id } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { StoreRefusal } from '#shared/settings/contract.ts';
import type { RegisterIdentity } from '../write-path/command-context.ts';
import { CHAIN_START } from '../write-path/ops.ts';
import { Writer } from '../write-path/writer.ts';
import { applyMigrations, pendingMigrations } from './migrate.ts';
import { migrations } from './migrations.ts';
import { openReader, openWriter, type Sqlite } from './open-database.ts';
import { failedSelfTest } from './self-test.ts';
import { storeFiles } from './store-files.ts';
import { Witness } from './witness.ts';

export interface OpeningStore {
  readonly dataDir: string;
  readonly keyHex: string;
  readonly machine: string;
  readonly nowMs: number;
  newId<Kind extends string>(kind: Kind): Id<Kind>;
  /** Makes a verified backup of the file as it is; called before a migration touches it. */
  readonly backupBeforeMigration: () => void;
  readonly onCommit: (tables: readonly string[]) => void;
  readonly onWitnessFailed: (error: unknown) => void;
  readonly onLost?: ((error: unknown) => void) | undefined;
}

export interface OpenedStore {
  readonly writer: Writer;
  readonly register: RegisterIdentity;
  /** Set when this start opened a new series, and why. */
  readonly newSeries: 'clone' | 'witness' | null;
}

/**
 * Opens the shop's database and refuses, with a coded reason and nothing changed, when what lies there cannot be
 * trusted: not ours, not encrypted, newer than this program, damaged, or with a lost tail. I6.
 */
export function openStore(opening: OpeningStore): Result<OpenedStore, StoreRefusal> {
  const header = refusedHeader(storeFiles(opening.dataDir).database);
  if (header) return refuse(header);
  try {
    const tail = lookAtTail(opening);
    return tail.ok ? openTrusted(opening, tail.value) : tail;
  } catch (error) {
    return refuse(refusalOf(error));
  }
}

function openTrusted(opening: OpeningStore, tail: Tail): Result<OpenedStore, StoreRefusal> {
  const db = openWriter(storeFiles(opening.dataDir).database, opening.keyHex);
  let sound: SoundTail;
  let register: RegisterIdentity;
  try {
    const failed = failedSelfTest(db);
    if (failed !== undefined) return refuse({ code: 'SELF_TEST_FAILED', check: failed });
    const pending = pendingMigrations(db, migrations);
    if (!pending.ok) return pending;
    if (pending.value.length > 0) {
      opening.backupBeforeMigration();
      applyMigrations(db, pending.value, opening.nowMs);
    }
    sound =
      tail.is === 'whole'
        ? { nonce: tail.nonce, newSeries: null }
        : openNewSeries(db, opening, tail.is);
    register = readRegister(db);
  } finally {
    db.close();
  }
  return ok({
    writer: openWriterOf(opening, sound, register),
    register,
    newSeries: sound.newSeries,
  });
}

function openWriterOf(opening: OpeningStore, tail: SoundTail, register: RegisterIdentity): Writer {
  const { database, witness } = storeFiles(opening.dataDir);
  return new Writer({
    open: () => openWriter(database, opening.keyHex),
    nonce: tail.nonce,
    machine: opening.machine,
    witness: Witness.open(witness, opening.keyHex),
    register,
    onCommit: opening.onCommit,
    onWitnessFailed: opening.onWitnessFailed,
    onLost: opening.onLost,
  });
}

/** Looks at the file before SQLite does: an empty or plain file must never be taken for a new shop. */
function refusedHeader(database: string): StoreRefusal | undefined {
  if (!existsSync(database)) return { code: 'STORE_MISSING' };
  if (statSync(database).size < 512) return { code: 'STORE_DAMAGED', detail: 'file too short' };
  const bytes = Buffer.alloc(16);
  const fd = openSync(database, 'r');
  try {
    readSync(fd, bytes, 0, 16, 0);
  } finally {
    closeSync(fd);
  }
  return bytes.toString('latin1').startsWith('SQLite format 3')
    ? { code: 'STORE_NOT_ENCRYPTED' }
    : undefined;
}

/** Turns what SQLite throws at open into the sentence staff can act on. */
export function refusalOf(error: unknown): StoreRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_NOTADB')) return { code: 'STORE_FOREIGN' };
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return { code: 'FOLDER_READ_ONLY', folder: '' };
  if (code.startsWith('SQLITE_FULL')) return { code: 'DISK_FULL' };
  if (code.startsWith('SQLITE_')) return { code: 'STORE_DAMAGED', detail: code };
  // The witness, the key and the folders are plain files: what their disk says is said in words too.
  if (/^E(?:ACCES|PERM|ROFS)$/.test(code)) return { code: 'FOLDER_READ_ONLY', folder: '' };
  if (/^E(?:NOSPC|DQUOT)$/.test(code)) return { code: 'DISK_FULL' };
  if (/^E(?:IO|ISDIR|NOTDIR)$/.test(code)) return { code: 'STORE_DAMAGED', detail: code };
  throw error;
}

interface SoundTail {
  readonly nonce: string;
  readonly newSeries: 'clone' | 'witness' | null;
}

/** Whole; or not this enrolment's or machine's (`clone`); or without a witness that can be read (`witness`). */
type Tail =
  | { readonly is: 'whole'; readonly nonce: string }
  | { readonly is: 'clone' }
  | { readonly is: 'witness' };

/**
 * Looks at the file through a connection that cannot write. Closing a writing one folds the log in and deletes it:
 * what lies behind a damaged frame, the only trace of the lost sales, would be gone with the refusal.
 */
function lookAtTail(opening: OpeningStore): Result<Tail, StoreRefusal> {
  const db = openReader(storeFiles(opening.dataDir).database, opening.keyHex);
  try {
    const ours = db.prepare(
      "select count(*) from sqlite_schema where name in ('changeset', 'sync_meta')",
    );
    return ours.pluck().get() === 2 ? compareTail(db, opening) : refuse({ code: 'STORE_FOREIGN' });
  } finally {
    db.close();
  }
}

/**
 * Compares the log with its witness. The same enrolment and machine with fewer changesets, or another hash at the
 * sworn number, is a lost tail. Another machine or enrolment is a copy of the disk and gets a series of its own, so
 * that two registers never give out the same number.
 */
function compareTail(db: Sqlite, opening: OpeningStore): Result<Tail, StoreRefusal> {
  const { witness } = storeFiles(opening.dataDir);
  const nonce = String(db.prepare('select nonce from sync_meta').pluck().get());
  const newest = (db.prepare('select max(n) from changeset').pluck().get() as number | null) ?? 0;
  const reading = Witness.read(witness, opening.keyHex);
  if (reading.state !== 'sworn') return ok({ is: 'witness' });
  const sworn = reading.testimony;
  if (sworn.nonce !== nonce || sworn.machine !== opening.machine) return ok({ is: 'clone' });
  const hash =
    sworn.n === 0
      ? CHAIN_START
      : db.prepare('select hash from changeset where n = ?').pluck().get(sworn.n);
  if (newest < sworn.n || hash !== sworn.hash) {
    return refuse({ code: 'TAIL_LOST', newest, witnessed: sworn.n });
  }
  return ok({ is: 'whole', nonce });
}

/**
 * Starts a new series with a new nonce and a new witness, before anything is sold on it. It lies above the file's own
 * and above `usedSeries`, the highest that this folder's shop has used in any file (I9).
 */
export function openNewSeries(
  db: Sqlite,
  opening: Pick<OpeningStore, 'dataDir' | 'keyHex' | 'machine' | 'newId'>,
  why: 'clone' | 'witness',
  usedSeries = 0,
): SoundTail {
  const nonce = opening.newId('nonce');
  db.prepare('update sync_meta set nonce = ?, series = max(series, ?) + 1').run(nonce, usedSeries);
  const newest = db.prepare('select n, hash from changeset order by n desc limit 1').get() as
    | { n: number; hash: string }
    | undefined;
  const first = newest ?? { n: 0, hash: CHAIN_START };
  Witness.create(storeFiles(opening.dataDir).witness, opening.keyHex, {
    nonce,
    machine: opening.machine,
    ...first,
  }).close();
  return { nonce, newSeries: why };
}

function readRegister(db: Sqlite): RegisterIdentity {
  const row = db
    .prepare(
      `select store_id as storeId, device_id as deviceId, register_id as registerId, register_number as registerNumber, series
       from sync_meta`,
    )
    .get();
  return row as RegisterIdentity;
}
