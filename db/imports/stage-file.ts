import { and, eq, lte, sql } from 'drizzle-orm';
import type { ImportTarget } from '#shared/imports/contract.ts';
import type { ImportMapping, ImportRow } from '#shared/imports/import-row.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { packRow } from './stored-cells.ts';
import { importBatch, importRow } from './tables.ts';

// A file is kept aside in slices of local writes; the batch counts only once `finishStaging` has said how many rows
// it has. What a crash leaves half-way is found by `listTornBatches` and thrown away by the next file.

export interface NewBatch {
  readonly batchId: string;
  readonly fileName: string;
  readonly encoding: string;
  readonly target: ImportTarget;
  readonly source: string | null;
  readonly headers: readonly string[];
  readonly mapping: ImportMapping;
  readonly startedAtMs: number;
}

/** Rows taken in by one transaction. */
export const MOST_STAGED_AT_ONCE = 500;

/** Begins to take a file in. */
export function beginStaging(tx: WriteTx, batch: NewBatch): void {
  insertBatch(tx).run({
    ...batch,
    headers: JSON.stringify(batch.headers),
    mapping: JSON.stringify(batch.mapping),
  });
  tx.touch('import_batch');
}

/** Takes rows in, at most 500 a transaction. */
export function stageRows(
  tx: WriteTx,
  { batchId, headers }: Pick<NewBatch, 'batchId' | 'headers'>,
  rows: readonly ImportRow[],
): void {
  if (rows.length > MOST_STAGED_AT_ONCE) throw new RangeError('too many rows for one transaction');
  for (const row of rows) {
    insertRow(tx).run({ batchId, rowNumber: row.rowNumber, cells: packRow(row, headers) });
  }
  tx.touch('import_row');
}

/** From here on the batch is there. */
export function finishStaging(tx: WriteTx, batchId: string, rowCount: number): void {
  if (rowCount < 1) throw new RangeError('a batch has rows');
  setRowCount(tx).run({ batchId, rowCount });
  tx.touch('import_batch');
}

/** Throws away rows of a torn batch, at most 500; false when it is gone. */
export function discardRows(tx: WriteTx, batchId: string): boolean {
  const last = nthRow(tx).get({ batchId, offset: MOST_STAGED_AT_ONCE - 1 });
  deleteRows(tx).run({ batchId, upTo: last?.rowNumber ?? Number.MAX_SAFE_INTEGER });
  if (last) return true;
  deleteBatch(tx).run({ batchId });
  tx.touch('import_batch');
  return false;
}

/** Where the batch stands; `mapping` is the one it runs with. */
export function setBatchState(
  tx: WriteTx,
  batchId: string,
  state: 'running' | 'done' | 'cancelled' | 'undone',
): void {
  updateState(tx).run({ batchId, state });
  tx.touch('import_batch');
}

/** Keeps the columns that staff have chosen. */
export function setBatchMapping(tx: WriteTx, batchId: string, mapping: ImportMapping): void {
  updateMapping(tx).run({ batchId, mapping: JSON.stringify(mapping) });
  tx.touch('import_batch');
}

const insertBatch = prepared((orm) =>
  orm
    .insert(importBatch)
    .values({
      id: sql.placeholder('batchId'),
      fileName: sql.placeholder('fileName'),
      encoding: sql.placeholder('encoding'),
      target: sql.placeholder('target'),
      source: sql.placeholder('source'),
      headers: sql.placeholder('headers'),
      mapping: sql.placeholder('mapping'),
      rowCount: 0,
      state: 'staged',
      createdCount: 0,
      changedCount: 0,
      errorCount: 0,
      startedAtMs: sql.placeholder('startedAtMs'),
    })
    .prepare(),
);

const insertRow = prepared((orm) =>
  orm
    .insert(importRow)
    .values({
      batchId: sql.placeholder('batchId'),
      rowNumber: sql.placeholder('rowNumber'),
      cells: sql.placeholder('cells'),
    })
    .prepare(),
);

const ofBatch = eq(importBatch.id, sql.placeholder('batchId'));

const setRowCount = prepared((orm) =>
  orm
    .update(importBatch)
    .set({ rowCount: sql`${sql.placeholder('rowCount')}` })
    .where(ofBatch)
    .prepare(),
);

const updateState = prepared((orm) =>
  orm
    .update(importBatch)
    .set({ state: sql`${sql.placeholder('state')}` })
    .where(ofBatch)
    .prepare(),
);

const updateMapping = prepared((orm) =>
  orm
    .update(importBatch)
    .set({ mapping: sql`${sql.placeholder('mapping')}` })
    .where(ofBatch)
    .prepare(),
);

const deleteBatch = prepared((orm) => orm.delete(importBatch).where(ofBatch).prepare());

const nthRow = prepared((orm) =>
  orm
    .select({ rowNumber: importRow.rowNumber })
    .from(importRow)
    .where(eq(importRow.batchId, sql.placeholder('batchId')))
    .orderBy(importRow.rowNumber)
    .limit(1)
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const deleteRows = prepared((orm) =>
  orm
    .delete(importRow)
    .where(
      and(
        eq(importRow.batchId, sql.placeholder('batchId')),
        lte(importRow.rowNumber, sql.placeholder('upTo')),
      ),
    )
    .prepare(),
);
