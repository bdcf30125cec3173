import { sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { WriteRefusal } from '#shared/write-refusal.ts';
import { findTroubles } from '../review/detect/find-troubles.ts';
import { storeFindings } from '../review/store-findings.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { Writer } from '../write-path/writer.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { derive, doesNotFit } from './apply-changesets.ts';
import { type Applied, applyOp } from './apply-op.ts';
import { forgetKept, listKeptChangesets, noteKept, readKept } from './kept-ops.ts';
import { type AsideProblem, type PulledOp, rawOps, readOp } from './pulled-op.ts';

/** Changesets that share a transaction: few enough that a start goes on after a power cut in the middle. */
const AT_ONCE = 50;

/**
 * I11: tries again what an older program kept because it did not know it, in the order in which it came: tables and
 * columns that this program has are filled, derived rows made anew, trouble that shows now becomes a task. What this
 * program does not know either, or what does not fit, stays kept. To be called when the store is opened, before anything
 * is pulled; a store with nothing kept reads one empty index. Answers of how many changesets something went in.
 */
export function replayKept(
  writer: Writer,
  newContext: () => CommandContext,
): Result<number, WriteRefusal> {
  const kept = listKeptChangesets(writer);
  const all = new Set(kept);
  let replayed = 0;
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    const ids = kept.slice(from, from + AT_ONCE);
    const stored = writer.write(newContext(), ids, (tx): Result<number, never> =>
      ok(replayChangesets(tx, ids, all)),
    );
    if (!stored.ok) return stored;
    replayed += stored.value;
  }
  return ok(replayed);
}

/** Tries some of all `kept` changesets again, derives and looks for trouble. Answers of how many something went in. */
export function replayChangesets(
  tx: WriteTx,
  ids: readonly string[],
  kept: ReadonlySet<string>,
): number {
  const applied: Applied = { facts: 0, profiles: 0, conflicts: [], touched: [] };
  const count = ids.filter((id) => replayChangeset(tx, id, applied, kept)).length;
  derive(tx, applied.touched);
  storeFindings(tx, findTroubles(tx, applied.touched));
  return count;
}

/** One changeset, whole as far as it is known, or not at all. Answers whether anything of it went in. */
function replayChangeset(
  tx: WriteTx,
  changesetId: string,
  applied: Applied,
  kept: ReadonlySet<string>,
): boolean {
  const { touched, ...before } = { ...applied, touched: applied.touched.length };
  tx.orm.run(sql`savepoint kept`);
  try {
    const moved = replayOps(tx, changesetId, applied, kept);
    if (moved.ok) {
      tx.orm.run(sql`release kept`);
      return moved.value;
    }
  } catch (error) {
    if (!doesNotFit(error)) throw error;
  }
  tx.orm.run(sql`rollback to kept`);
  tx.orm.run(sql`release kept`);
  Object.assign(applied, before);
  applied.touched.length = touched;
  return false;
}

function replayOps(
  tx: WriteTx,
  changesetId: string,
  applied: Applied,
  kept: ReadonlySet<string>,
): Result<boolean, { readonly code: AsideProblem }> {
  const { ops, values } = readKept(tx, changesetId);
  const byPath = new Map(values.map((each) => [each.path, each]));
  let moved = false;
  for (const { op: text, position, putIn: before } of ops) {
    const [raw] = rawOps(`[${text}]`) ?? [];
    const op: Result<PulledOp, { readonly code: AsideProblem }> = raw
      ? readOp(raw, position, byPath)
      : refuse({ code: 'MALFORMED' });
    if (!op.ok) return op;
    const { whole, putIn } = applyOp(tx, changesetId, op.value, applied, { before, kept });
    if (whole) forgetKept(tx, changesetId, position);
    else if (putIn.length > before.length) noteKept(tx, changesetId, { position, putIn });
    moved ||= whole || putIn.length > before.length;
  }
  return ok(moved);
}
