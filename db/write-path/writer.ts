import { createHash } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { ok, refuse, type Refusal, type Result } from '#shared/result.ts';
import type { WriteRefusal } from '#shared/write-refusal.ts';
import type { Sqlite } from '../store/open-database.ts';
import type { Witness } from '../store/witness.ts';
import type { CommandContext, RegisterIdentity } from './command-context.ts';
import { HybridClock } from './hybrid-clock.ts';
import { CHAIN_START, changesetHash, MAX_CHANGESET_BYTES } from './ops.ts';
import { type Orm, prepared, type ReadDb } from './read-db.ts';
import { changeset, changesetValue } from './tables.ts';
import { WriteTx } from './write-tx.ts';

/**
 * The schema that this program's changesets are written in. 1: the first shop. 2: the whole ticket; lines without
 * `unitCents`, tax rules with areas, and everything of migrations 0002 to 0015. 3: people and stock, migrations 0016 and
 * later.
 */
export const CHANGESET_SCHEMA = 3;

export interface WriterParts {
  /** Opens the one writing connection; called again after an I/O error. */
  readonly open: () => Sqlite;
  readonly nonce: string;
  readonly machine: string;
  /** Null only in the crash bench's control, which shows what is lost without it. */
  readonly witness: Witness | null;
  readonly register: RegisterIdentity;
  /** Called after each commit with the names of the tables that changed. */
  readonly onCommit: (tables: readonly string[]) => void;
  /** Called when the witness could not be synced: the changeset stands, its proof does not. */
  readonly onWitnessFailed: (error: unknown) => void;
  /** Called when the file could not be opened again after a failure: this writer is of no more use. */
  readonly onLost?: ((error: unknown) => void) | undefined;
}

/** One command of a batch. Its body may run twice; the first time is rolled back then. */
interface Step<Value, R extends Refusal> {
  readonly context: CommandContext;
  readonly input: unknown;
  readonly body: (tx: WriteTx) => Result<Value, R>;
}

/**
 * The one write path (I4, I6): a command's rows and its changeset commit together, the witness is
 * synced after that, and only then does anybody hear of it. Owns the only writing connection.
 */
export class Writer implements ReadDb {
  readonly #parts: WriterParts;
  #sqlite: Sqlite;
  #orm: Orm;
  #clock: HybridClock;
  #head: { n: number; hash: string };

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#sqlite = parts.open();
    this.#orm = drizzle(this.#sqlite);
    const newest = newestChangeset(this).get();
    this.#head = newest ? { n: newest.n, hash: newest.hash } : { n: 0, hash: CHAIN_START };
    this.#clock = new HybridClock(parts.register.deviceId, newest?.hlc);
  }

  get orm(): Orm {
    return this.#orm;
  }

  get sqlite(): Sqlite {
    return this.#sqlite;
  }

  get storeId() {
    return this.#parts.register.storeId;
  }

  /** The newest changeset and its hash. */
  get head(): { readonly n: number; readonly hash: string } {
    return this.#head;
  }

  /**
   * Runs a command: all of it is stored, or nothing is. A command id that was done before answers what it answered
   * then and stores nothing again. Refusals of `body` roll back. Throws when `body` throws.
   */
  write<Value, R extends Refusal>(
    context: CommandContext,
    input: unknown,
    body: (tx: WriteTx) => Result<Value, R>,
  ): Result<Value, R | WriteRefusal> {
    const inputHash = hashInput(context.command, input);
    const earlier = this.#answerOf<Value>(context.commandId, inputHash);
    if (earlier) return earlier;
    this.#sqlite.exec('begin immediate');
    const tx = new WriteTx(this.#orm, this.#parts.register, context.commandId);
    let result: Result<Value, R | WriteRefusal>;
    let head = this.#head;
    try {
      result = body(tx);
      if (result.ok && tx.ops.length > 0) {
        const logged = this.#log(tx, context, inputHash, result.value);
        if (logged.ok) head = logged.value;
        else result = logged;
      }
    } catch (error) {
      return this.#afterFailure(error, context, inputHash);
    }
    if (!result.ok) {
      this.#sqlite.exec('rollback');
      return result;
    }
    try {
      this.#sqlite.exec('commit');
    } catch (error) {
      return this.#afterFailure(error, context, inputHash);
    }
    this.#committed(head, tx);
    return result;
  }

  /** Changes local rows only (a cart draft, the print queue): one transaction, no changeset, no witness. */
  writeLocal<Value>(body: (tx: WriteTx) => Value): Value {
    const tx = new WriteTx(this.#orm, this.#parts.register, '');
    this.#sqlite.exec('begin immediate');
    try {
      const value = body(tx);
      if (tx.ops.length > 0) throw new Error('a local write changed a synced table');
      this.#sqlite.exec('commit');
      if (tx.changed.size > 0) this.#parts.onCommit([...tx.changed]);
      return value;
    } catch (error) {
      if (this.#sqlite.inTransaction) this.#sqlite.exec('rollback');
      if (isDiskError(error)) this.#reopen();
      throw error;
    }
  }

  /**
   * Many commands of one batch in one transaction with one witness write (docs/rules.md, The log). Each is a changeset of
   * its own; a refused one leaves the others, because it has stored nothing.
   */
  writeMany<Value, R extends Refusal>(
    steps: readonly Step<Value, R>[],
  ): readonly Result<Value, R | WriteRefusal>[] {
    if (steps.length > 200) throw new RangeError('at most 200 changesets share a transaction');
    // Hardly any step is refused after it has stored something, and a savepoint around each makes the search index
    // write itself out each time: only where one was, all are done again, each with its own.
    return this.#writeAll(steps, false) ?? this.#writeAll(steps, true) ?? [];
  }

  /** Undefined, with nothing stored, when a step without a savepoint was refused too late. */
  #writeAll<Value, R extends Refusal>(
    steps: readonly Step<Value, R>[],
    withSavepoints: boolean,
  ): readonly Result<Value, R | WriteRefusal>[] | undefined {
    const before = this.#head;
    const changed = new Set<string>();
    const results: Result<Value, R | WriteRefusal>[] = [];
    this.#sqlite.exec('begin immediate');
    try {
      for (const step of steps) {
        const result = this.#step(step, changed, withSavepoints);
        if (!result) {
          this.#head = before;
          this.#sqlite.exec('rollback');
          return undefined;
        }
        results.push(result);
      }
      this.#sqlite.exec('commit');
      if (this.#head.n > before.n) this.#swear();
      if (changed.size > 0) this.#parts.onCommit([...changed]);
      return results;
    } catch (error) {
      this.#head = before;
      if (this.#sqlite.inTransaction) this.#sqlite.exec('rollback');
      if (isDiskError(error)) this.#reopen();
      throw error;
    }
  }

  /** Folds the log in and closes the files; they are closed even when the disk refuses the first. */
  close(): void {
    try {
      this.#sqlite.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      this.#sqlite.close();
      this.#parts.witness?.close();
    }
  }

  #step<Value, R extends Refusal>(
    { context, input, body }: Step<Value, R>,
    changed: Set<string>,
    withSavepoint: boolean,
  ): Result<Value, R | WriteRefusal> | undefined {
    const inputHash = hashInput(context.command, input);
    const earlier = this.#answerOf<Value>(context.commandId, inputHash);
    if (earlier) return earlier;
    if (withSavepoint) this.#sqlite.exec('savepoint step');
    const tx = new WriteTx(this.#orm, this.#parts.register, context.commandId);
    let result: Result<Value, R | WriteRefusal> = body(tx);
    if (result.ok && tx.ops.length > 0) {
      const logged = this.#log(tx, context, inputHash, result.value);
      if (logged.ok) this.#head = logged.value;
      else result = logged;
    }
    if (withSavepoint)
      this.#sqlite.exec(result.ok ? 'release step' : 'rollback to step; release step');
    else if (!result.ok && (tx.ops.length > 0 || tx.changed.size > 0)) return undefined;
    if (result.ok) for (const table of tx.changed) changed.add(table);
    return result;
  }

  #log(
    tx: WriteTx,
    context: CommandContext,
    inputHash: string,
    value: unknown,
  ): Result<{ n: number; hash: string }, WriteRefusal> {
    const ops = JSON.stringify(tx.ops);
    const bytes =
      Buffer.byteLength(ops) +
      tx.personal.reduce((sum, { value: text }) => sum + Buffer.byteLength(text), 0);
    if (bytes > MAX_CHANGESET_BYTES) return refuse({ code: 'CHANGESET_TOO_LARGE', bytes });
    const body = {
      n: this.#head.n + 1,
      id: context.commandId,
      hlc: this.#clock.stamp(context.nowMs),
      schema: CHANGESET_SCHEMA,
      actor: context.actor?.staffId ?? null,
      command: context.command,
      subject: subjectOf(tx),
      batchId: context.batchId,
      atMs: context.nowMs,
      ops,
    };
    const hash = changesetHash(this.#head.hash, body);
    insertChangeset(tx).run({
      ...body,
      prevHash: this.#head.hash,
      hash,
      bytes,
      inputHash,
      answer: JSON.stringify(value ?? null),
    });
    for (const personal of tx.personal)
      insertValue(tx).run({ changesetId: context.commandId, ...personal });
    tx.touch('changeset');
    return ok({ n: body.n, hash });
  }

  #committed(head: { n: number; hash: string }, tx: WriteTx): void {
    if (head.n > this.#head.n) {
      this.#head = head;
      this.#swear();
    }
    if (tx.changed.size > 0) this.#parts.onCommit([...tx.changed]);
  }

  #swear(): void {
    try {
      this.#parts.witness?.swear({
        nonce: this.#parts.nonce,
        machine: this.#parts.machine,
        n: this.#head.n,
        hash: this.#head.hash,
      });
    } catch (error) {
      this.#parts.onWitnessFailed(error);
    }
  }

  /**
   * An I/O error is "unknown", not "failed": after a crash the sale whose COMMIT threw can be there (2 of 12 failed
   * syncs, measured). So reopen, look the command up by its id, and only then answer.
   */
  #afterFailure<Value>(
    error: unknown,
    context: CommandContext,
    inputHash: string,
  ): Result<Value, WriteRefusal> {
    if (!isDiskError(error)) {
      if (this.#sqlite.inTransaction) this.#sqlite.exec('rollback');
      throw error;
    }
    this.#reopen();
    const earlier = this.#answerOf<Value>(context.commandId, inputHash);
    if (earlier) {
      this.#swear();
      return earlier;
    }
    return refuse({ code: 'NOT_SAVED', reason: isDiskFull(error) ? 'DISK_FULL' : 'DISK_FAILED' });
  }

  /**
   * Opens the file anew and folds the log into it: a page whose sync failed may look written and not be, and only the
   * file's own sync proves it. When even that fails nobody can say what was stored; the program restarts and the same
   * attempt asks again.
   */
  #reopen(): void {
    try {
      this.#sqlite.close();
    } catch {
      // A connection whose disk failed may fail to close; the new one recovers from the file.
    }
    try {
      this.#sqlite = this.#parts.open();
      this.#sqlite.pragma('wal_checkpoint(FULL)');
    } catch (error) {
      this.#parts.onLost?.(error);
      throw new Error('the store could not be opened again', { cause: error });
    }
    this.#orm = drizzle(this.#sqlite);
    const newest = newestChangeset(this).get();
    this.#head = newest ? { n: newest.n, hash: newest.hash } : { n: 0, hash: CHAIN_START };
  }

  #answerOf<Value>(commandId: string, inputHash: string): Result<Value, WriteRefusal> | undefined {
    const done = findChangeset(this).get({ id: commandId });
    if (!done) return undefined;
    if (done.inputHash !== inputHash) return refuse({ code: 'COMMAND_ID_REUSED' });
    return ok(JSON.parse(done.answer) as Value);
  }
}

/** What a command is about, for the log's reader: the first row it touched. */
function subjectOf(tx: WriteTx): string | null {
  const first = tx.ops[0];
  if (!first) return null;
  const id = first.op === 'fact' ? first.row['id'] : first.id;
  return typeof id === 'string' ? `${first.table}/${id}` : null;
}

function hashInput(command: string, input: unknown): string {
  return createHash('sha256')
    .update(command)
    .update('\n')
    .update(JSON.stringify(input ?? null))
    .digest('base64url');
}

/** SQLite's codes for a disk that refused: I/O, full, read-only, cannot open, corrupt. */
export function isDiskError(error: unknown): boolean {
  return /^SQLITE_(IOERR|FULL|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(codeOf(error));
}

/** True when the disk refused for want of room. */
export function isDiskFull(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_FULL') || /ENOSPC/.test(String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const newestChangeset = prepared((orm) =>
  orm
    .select({ n: changeset.n, hash: changeset.hash, hlc: changeset.hlc })
    .from(changeset)
    .orderBy(desc(changeset.n))
    .limit(1)
    .prepare(),
);

const findChangeset = prepared((orm) =>
  orm
    .select({ inputHash: changeset.inputHash, answer: changeset.answer })
    .from(changeset)
    .where(eq(changeset.id, sql.placeholder('id')))
    .prepare(),
);

const insertChangeset = prepared((orm) =>
  orm
    .insert(changeset)
    .values({
      n: sql.placeholder('n'),
      id: sql.placeholder('id'),
      prevHash: sql.placeholder('prevHash'),
      hash: sql.placeholder('hash'),
      hlc: sql.placeholder('hlc'),
      schema: sql.placeholder('schema'),
      actor: sql.placeholder('actor'),
      command: sql.placeholder('command'),
      subject: sql.placeholder('subject'),
      batchId: sql.placeholder('batchId'),
      ops: sql.placeholder('ops'),
      bytes: sql.placeholder('bytes'),
      inputHash: sql.placeholder('inputHash'),
      answer: sql.placeholder('answer'),
      atMs: sql.placeholder('atMs'),
      state: 'pending',
    })
    .prepare(),
);

const insertValue = prepared((orm) =>
  orm
    .insert(changesetValue)
    .values({
      changesetId: sql.placeholder('changesetId'),
      path: sql.placeholder('path'),
      value: sql.placeholder('value'),
      salt: sql.placeholder('salt'),
    })
    .prepare(),
);
