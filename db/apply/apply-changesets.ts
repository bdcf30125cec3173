import { ok, refuse, type Result } from '#shared/result.ts';
import { type TouchedRow, touchedSubjects } from '../review/touched-rows.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import type { Deriver } from './derive/deriver.ts';
import { DERIVERS } from './derive/derivers.ts';
import { type Applied, applyOp, type FactConflict } from './apply-op.ts';
import { keepOps } from './kept-ops.ts';
import { type PageRefusal, type PulledChangeset, readPage } from './pulled-changeset.ts';
import { type AsideProblem, type PulledOp, readOps } from './pulled-op.ts';
import { UnknownWord } from './put-fact.ts';

export interface AppliedPage {
  /** Facts that were not here. */
  readonly facts: number;
  /** Profiles that were made, changed or archived. */
  readonly profiles: number;
  /** Ops kept for a program that knows them. */
  readonly kept: number;
  readonly conflicts: readonly FactConflict[];
  /** Changesets of which nothing was put in. All of them are kept. */
  readonly aside: readonly { readonly changesetId: string; readonly problem: AsideProblem }[];
  /** What is new here. */
  readonly touched: readonly TouchedRow[];
}

/**
 * Puts in what other registers did, in the server's order. Facts that are here already stay as they are, whole or not
 * at all with their changeset (I4, I8); profiles take the fields that the server decided; what this program does not
 * know is kept (I11). Derived rows are made anew from all facts, so that the order of arrival decides nothing (I7), and
 * the same page again changes nothing. No number series moves: numbers of other registers are theirs.
 *
 * Refuses a page that is none, or too large, with nothing put in. A changeset that cannot stand is put aside and
 * answered; the next ones go on. Throws when the database fails.
 */
export function applyChangesets(
  tx: WriteTx,
  page: readonly PulledChangeset[],
  nowMs: number,
  derivers: readonly Deriver[] = DERIVERS,
): Result<AppliedPage, PageRefusal> {
  const read = readPage(page);
  if (!read.ok) return read;
  const applied: AppliedChangeset[] = [];
  const aside: { changesetId: string; problem: AsideProblem }[] = [];
  for (const changeset of read.value) {
    const result = applyOrKeep(tx, changeset, nowMs);
    if (result.ok) applied.push(result.value);
    else aside.push({ changesetId: changeset.id, problem: result.refusal.code });
  }
  const touched = applied.flatMap((each) => each.touched);
  derive(tx, touched, derivers);
  return ok({
    facts: sum(applied.map((each) => each.facts)),
    profiles: sum(applied.map((each) => each.profiles)),
    kept: sum(applied.map((each) => each.kept)),
    conflicts: applied.flatMap((each) => each.conflicts),
    aside,
    touched,
  });
}

type AppliedChangeset = Applied & { readonly kept: number };

/** Makes the derived rows of everything that was touched anew. */
export function derive(
  tx: WriteTx,
  touched: readonly TouchedRow[],
  derivers: readonly Deriver[] = DERIVERS,
): void {
  for (const deriver of derivers) {
    const subjects = touchedSubjects(tx, deriver.subjectsOf, touched);
    for (const subject of subjects) deriver.rebuild(tx, subject);
  }
}

/** One changeset, whole or not at all; what cannot stand is kept. */
function applyOrKeep(
  tx: WriteTx,
  changeset: PulledChangeset,
  nowMs: number,
): Result<AppliedChangeset, { readonly code: AsideProblem }> {
  const ops = readOps(changeset);
  if (!ops.ok) {
    keepOps(tx, changeset, 'all', nowMs);
    return ops;
  }
  savepoint(tx).run();
  try {
    const applied = applyOps(tx, changeset, ops.value, nowMs);
    release(tx).run();
    return ok(applied);
  } catch (error) {
    if (!doesNotFit(error)) throw error;
    rollBack(tx).run();
    release(tx).run();
    keepOps(tx, changeset, 'all', nowMs);
    return refuse({ code: 'DOES_NOT_FIT' });
  }
}

function applyOps(
  tx: WriteTx,
  changeset: PulledChangeset,
  ops: readonly PulledOp[],
  nowMs: number,
): AppliedChangeset {
  const applied: Applied = { facts: 0, profiles: 0, conflicts: [], touched: [] };
  const kept = ops.flatMap((op) => {
    const { whole, putIn } = applyOp(tx, changeset.id, op, applied);
    return whole ? [] : [{ position: op.position, putIn }];
  });
  keepOps(tx, changeset, kept, nowMs);
  return { ...applied, kept: kept.length };
}

/** A row that its table does not take, by SQLite's word or by its lists; everything else is the disk's or ours. */
export function doesNotFit(error: unknown): boolean {
  if (error instanceof UnknownWord) return true;
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
  );
}

// Bare statements, made once: a page has hundreds of changesets.
const savepoint = prepared(({ $client }) => $client.prepare('savepoint pulled'));
const release = prepared(({ $client }) => $client.prepare('release pulled'));
const rollBack = prepared(({ $client }) => $client.prepare('rollback to pulled'));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
