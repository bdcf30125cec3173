import { and, eq, isNull, sql } from 'drizzle-orm';
import type { RowError } from '#shared/imports/import-row.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { importBatch, importRow } from './tables.ts';

/** Where a row stands in the file it came with. */
export interface RowPlace {
  readonly batchId: string;
  readonly rowNumber: number;
}

/** What a row became, as its command answers it. */
export interface AppliedRow {
  readonly outcome: 'created' | 'changed' | 'skipped';
  /** The piece or customer. */
  readonly subjectId: string;
}

/** What a change replaced. */
export interface ReplacedFields {
  /** Old values by column. */
  readonly fields: Readonly<Record<string, string | number | null>>;
  /** By how much the file changed the quantity of a piece that only imports have moved. */
  readonly quantityThousandths?: number;
}

/**
 * Writes down what became of a row and counts it, in the transaction that did it: after a crash a row is either done
 * and marked, or neither. A row that is marked already is counted no second time.
 */
export function markRow(
  tx: WriteTx,
  { batchId, rowNumber }: RowPlace,
  { outcome, subjectId }: AppliedRow,
  before?: ReplacedFields,
): void {
  const marked = setOutcome(tx).run({
    batchId,
    rowNumber,
    outcome,
    subjectId,
    before: before ? JSON.stringify(before) : null,
    errors: null,
  });
  if (marked.changes > 0) {
    addToCounts(tx).run({
      batchId,
      created: Number(outcome === 'created'),
      changed: Number(outcome === 'changed'),
      error: 0,
    });
  }
  tx.touch('import_batch');
}

/** As `markRow`, for a row that cannot be imported. */
export function markBadRow(
  tx: WriteTx,
  { batchId, rowNumber }: RowPlace,
  errors: readonly RowError[],
): void {
  const marked = setOutcome(tx).run({
    batchId,
    rowNumber,
    outcome: 'error',
    subjectId: null,
    before: null,
    errors: JSON.stringify(errors),
  });
  if (marked.changes > 0) addToCounts(tx).run({ batchId, created: 0, changed: 0, error: 1 });
  tx.touch('import_batch');
}

/** Writes down what a dry run found wrong with a row, or that nothing is. */
export function noteErrors(
  tx: WriteTx,
  { batchId, rowNumber }: RowPlace,
  errors: string | null,
): void {
  setErrors(tx).run({ batchId, rowNumber, errors });
}

const thisRow = and(
  eq(importRow.batchId, sql.placeholder('batchId')),
  eq(importRow.rowNumber, sql.placeholder('rowNumber')),
);

const setOutcome = prepared((orm) =>
  orm
    .update(importRow)
    .set({
      outcome: sql`${sql.placeholder('outcome')}`,
      subjectId: sql`${sql.placeholder('subjectId')}`,
      before: sql`${sql.placeholder('before')}`,
      errors: sql`${sql.placeholder('errors')}`,
    })
    .where(and(thisRow, isNull(importRow.outcome)))
    .prepare(),
);

const setErrors = prepared((orm) =>
  orm
    .update(importRow)
    .set({ errors: sql`${sql.placeholder('errors')}` })
    .where(thisRow)
    .prepare(),
);

const addToCounts = prepared((orm) =>
  orm
    .update(importBatch)
    .set({
      createdCount: sql`${importBatch.createdCount} + ${sql.placeholder('created')}`,
      changedCount: sql`${importBatch.changedCount} + ${sql.placeholder('changed')}`,
      errorCount: sql`${importBatch.errorCount} + ${sql.placeholder('error')}`,
    })
    .where(eq(importBatch.id, sql.placeholder('batchId')))
    .prepare(),
);
