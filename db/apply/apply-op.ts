import { and, eq, sql } from 'drizzle-orm';
import type { TouchedRow } from '../review/touched-rows.ts';
import type { FactTable } from '../write-path/synced-table.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findRow, findTable, keyOf, knownColumns, wholeRow } from './known-tables.ts';
import type { PulledOp } from './pulled-op.ts';
import { putFact } from './put-fact.ts';
import { putArchive, putFields, type Replay } from './put-fields.ts';

/** Two facts with one id: the one that was here stands (docs/rules.md, The log). */
export interface FactConflict {
  readonly changesetId: string;
  readonly table: string;
  readonly id: string;
}

/** What went in so far. */
export interface Applied {
  facts: number;
  profiles: number;
  readonly conflicts: FactConflict[];
  readonly touched: TouchedRow[];
}

/** Whether an op went in whole, and which of its columns did. */
export interface OpOutcome {
  readonly whole: boolean;
  readonly putIn: readonly string[];
}

const NOTHING: OpOutcome = { whole: false, putIn: [] };

/** Puts in what this program knows of an op; of one that was kept, what was not put in when it came. */
export function applyOp(
  tx: WriteTx,
  changesetId: string,
  op: PulledOp,
  applied: Applied,
  replay?: Replay,
): OpOutcome {
  const synced = op.op === 'unknown' ? undefined : findTable(op.table);
  if (!synced || op.op === 'unknown') return NOTHING;
  if (op.op === 'fact')
    return synced.kind === 'fact'
      ? applyFact(tx, changesetId, synced, op, applied, replay?.before ?? [])
      : NOTHING;
  if (synced.kind !== 'profile') return NOTHING;
  const known = op.op === 'archive' ? [] : knownColumns(synced, op.fields.keys());
  const fields =
    op.op === 'archive'
      ? putArchive(tx, synced, op)
      : putFields(tx, synced, op, changesetId, replay);
  if (!fields) return NOTHING;
  if (Object.keys(fields).length > 1) {
    applied.profiles += 1;
    applied.touched.push({ table: op.table, row: fields });
  }
  return { whole: op.op === 'archive' || known.length === op.fields.size, putIn: known };
}

type FactOp = Extract<PulledOp, { readonly op: 'fact' }>;

/** A fact that differs from the one here is kept beside it: nothing that a register said is lost. I11. */
function applyFact(
  tx: WriteTx,
  changesetId: string,
  fact: FactTable,
  op: FactOp,
  applied: Applied,
  before: readonly string[],
): OpOutcome {
  const named = knownColumns(fact, op.row.keys());
  const row = wholeRow(tx, fact, op.id, op.row);
  const outcome = { whole: named.length === op.row.size, putIn: named };
  if (before.length > 0) {
    const learnt = named.filter((column) => !before.includes(column));
    if (learnt.length === 0) return outcome;
    fillFact(
      tx,
      fact,
      op.id,
      Object.fromEntries(learnt.map((column) => [column, row[column] ?? null])),
    );
    const filled = findRow(tx, fact, op.id);
    if (filled) applied.touched.push({ table: op.table, row: filled });
    return outcome;
  }
  const put = putFact(tx, fact, row, named);
  if (put === 'differs') {
    applied.conflicts.push({ changesetId, table: op.table, id: op.id });
    return NOTHING;
  }
  if (put === 'new') {
    applied.facts += 1;
    applied.touched.push({ table: op.table, row });
  }
  return outcome;
}

/**
 * Gives a fact the cells of columns that its file did not have when it came. I8: no cell that was ever here changes. The
 * triggers that see to that cannot tell an empty new column from any other, so they are put aside for this statement,
 * within the transaction.
 */
function fillFact(
  tx: WriteTx,
  fact: FactTable,
  rowId: string,
  cells: Readonly<Record<string, string | number | null>>,
): void {
  const triggers = tx.orm.all<{ readonly name: string; readonly made: string }>(
    sql`select name, sql as made from sqlite_schema where type = 'trigger' and tbl_name = ${fact.name} and sql like '%before update%'`,
  );
  for (const { name } of triggers) tx.orm.run(sql`drop trigger ${sql.identifier(name)}`);
  const { storeId, id } = keyOf(fact);
  tx.orm
    .update(fact.table)
    .set(Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, sql`${cell}`])))
    .where(and(eq(storeId, tx.storeId), eq(id, rowId)))
    .run();
  for (const { made } of triggers) tx.orm.run(sql.raw(made));
  tx.touch(fact.name);
}
