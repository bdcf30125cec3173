import { and, asc, desc, eq, gt, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { BatchId } from '#shared/ids.ts';
import type { ImportBatch, ImportTarget } from '#shared/imports/contract.ts';
import type { ImportMapping, ImportRow, RowError } from '#shared/imports/import-row.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { unpackRow } from './stored-cells.ts';
import { importBatch, importRow } from './tables.ts';

/** A file taken in, with what a run needs of it. */
export interface StagedBatch {
  readonly batch: ImportBatch;
  readonly source: string | null;
  readonly encoding: string;
  readonly headers: readonly string[];
  readonly mapping: ImportMapping;
  readonly rowCount: number;
}

/** A row taken in, and what became of it so far. */
export interface StagedRow {
  readonly row: ImportRow;
  readonly outcome: 'created' | 'changed' | 'skipped' | 'error' | null;
  /** JSON, as stored. */
  readonly errors: string | null;
}

/** A batch whose rows are all there. */
export function findBatch(db: ReadDb, batchId: string): StagedBatch | undefined {
  const row = batchById(db).get({ batchId });
  return row && stagedOf(row);
}

const MOST_LISTED = 50;

/** Files taken in, newest first. */
export function listBatches(db: ReadDb): readonly ImportBatch[] {
  return recentBatches(db)
    .all({ limit: MOST_LISTED })
    .map((row) => stagedOf(row).batch);
}

/** Rows behind a row number, in the order of the file. */
export function listRowsAfter(
  db: ReadDb,
  { batch, headers }: StagedBatch,
  afterRow: number,
  limit: number,
): readonly StagedRow[] {
  return rowsAfter(db)
    .all({ batchId: batch.batchId, afterRow, limit })
    .map(({ rowNumber, cells, outcome, errors }) => ({
      row: unpackRow(cells, rowNumber, headers),
      outcome,
      errors,
    }));
}

/** A row that added or changed something. */
export interface DoneRow {
  readonly rowNumber: number;
  readonly outcome: 'created' | 'changed';
  readonly subjectId: string;
  /** JSON `ReplacedFields` of a changed one. */
  readonly before: string | null;
}

/** Rows before a row number that added or changed something, from the last backwards: the order of an undo. */
export function listDoneRowsBefore(
  db: ReadDb,
  batchId: string,
  beforeRow: number,
  limit: number,
): readonly DoneRow[] {
  return doneRowsBefore(db)
    .all({ batchId, beforeRow, limit })
    .flatMap(({ rowNumber, outcome, subjectId, before }) =>
      (outcome === 'created' || outcome === 'changed') && subjectId !== null
        ? [{ rowNumber, outcome, subjectId, before }]
        : [],
    );
}

/** Rows with errors, and what is wrong with them. */
export function listBadRows(
  db: ReadDb,
  { batch, headers }: StagedBatch,
): readonly { readonly row: ImportRow; readonly errors: readonly RowError[] }[] {
  return badRows(db)
    .all({ batchId: batch.batchId })
    .map(({ rowNumber, cells, errors }) => ({
      row: unpackRow(cells, rowNumber, headers),
      errors: JSON.parse(errors ?? '[]') as readonly RowError[],
    }));
}

/** Batches whose rows never came in whole, because the program ended meanwhile. */
export function listTornBatches(db: ReadDb): readonly string[] {
  return tornBatches(db)
    .all()
    .map(({ id }) => id);
}

interface BatchRow {
  readonly id: string;
  readonly fileName: string;
  readonly encoding: string;
  readonly target: ImportTarget;
  readonly source: string | null;
  readonly headers: string;
  readonly mapping: string;
  readonly rowCount: number;
  readonly state: ImportBatch['state'];
  readonly createdCount: number;
  readonly changedCount: number;
  readonly errorCount: number;
  readonly startedAtMs: number;
}

function stagedOf(row: BatchRow): StagedBatch {
  const { fileName, target, state, createdCount, changedCount, errorCount, startedAtMs } = row;
  const batchId = row.id as BatchId;
  return {
    batch: {
      batchId,
      fileName,
      target,
      state,
      createdCount,
      changedCount,
      errorCount,
      startedAtMs,
    },
    source: row.source,
    encoding: row.encoding,
    headers: JSON.parse(row.headers) as readonly string[],
    mapping: JSON.parse(row.mapping) as ImportMapping,
    rowCount: row.rowCount,
  };
}

const ofBatch = eq(importRow.batchId, sql.placeholder('batchId'));

const batchById = prepared((orm) =>
  orm
    .select()
    .from(importBatch)
    .where(and(eq(importBatch.id, sql.placeholder('batchId')), gt(importBatch.rowCount, 0)))
    .prepare(),
);

const recentBatches = prepared((orm) =>
  orm
    .select()
    .from(importBatch)
    .where(gt(importBatch.rowCount, 0))
    .orderBy(desc(importBatch.startedAtMs))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const tornBatches = prepared((orm) =>
  orm.select({ id: importBatch.id }).from(importBatch).where(eq(importBatch.rowCount, 0)).prepare(),
);

const rowsAfter = prepared((orm) =>
  orm
    .select({
      rowNumber: importRow.rowNumber,
      cells: importRow.cells,
      outcome: importRow.outcome,
      errors: importRow.errors,
    })
    .from(importRow)
    .where(and(ofBatch, gt(importRow.rowNumber, sql.placeholder('afterRow'))))
    .orderBy(asc(importRow.rowNumber))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const doneRowsBefore = prepared((orm) =>
  orm
    .select({
      rowNumber: importRow.rowNumber,
      outcome: importRow.outcome,
      subjectId: importRow.subjectId,
      before: importRow.before,
    })
    .from(importRow)
    .where(
      and(
        ofBatch,
        lt(importRow.rowNumber, sql.placeholder('beforeRow')),
        inArray(importRow.outcome, ['created', 'changed']),
      ),
    )
    .orderBy(desc(importRow.rowNumber))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const badRows = prepared((orm) =>
  orm
    .select({
      rowNumber: importRow.rowNumber,
      cells: importRow.cells,
      errors: importRow.errors,
    })
    .from(importRow)
    .where(and(ofBatch, isNotNull(importRow.errors)))
    .orderBy(asc(importRow.rowNumber))
    .prepare(),
);
