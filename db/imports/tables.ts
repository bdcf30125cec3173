import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { IMPORT_TARGETS } from '#shared/imports/contract.ts';

/** Local: a file taken in. */
export const importBatch = sqliteTable('import_batch', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  encoding: text('encoding').notNull(),
  target: text('target', { enum: IMPORT_TARGETS }).notNull(),
  source: text('source'),
  /** JSON list. */
  headers: text('headers').notNull(),
  /** JSON `ImportMapping`. */
  mapping: text('mapping').notNull(),
  /** 0 while the rows are still coming in: such a batch is no batch yet. */
  rowCount: integer('row_count').notNull(),
  state: text('state', { enum: ['staged', 'running', 'done', 'cancelled', 'undone'] }).notNull(),
  createdCount: integer('created_count').notNull(),
  changedCount: integer('changed_count').notNull(),
  errorCount: integer('error_count').notNull(),
  startedAtMs: integer('started_at_ms').notNull(),
});

/** Local: its rows as they came, and what became of each. */
export const importRow = sqliteTable(
  'import_row',
  {
    batchId: text('batch_id').notNull(),
    rowNumber: integer('row_number').notNull(),
    /** JSON `StoredCells`. */
    cells: text('cells').notNull(),
    outcome: text('outcome', { enum: ['created', 'changed', 'skipped', 'error'] }),
    subjectId: text('subject_id'),
    /** JSON `ReplacedFields`, for undo. */
    before: text('before'),
    /** JSON list of `RowError`, as the latest dry run or the run itself found them. */
    errors: text('errors'),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.rowNumber] })],
);
