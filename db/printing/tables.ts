import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PRINT_JOB_KINDS } from '#shared/printing/print-job-kinds.ts';

/** Local: papers waiting for the printer, apart from the sale that caused them. */
export const printJob = sqliteTable('print_job', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: PRINT_JOB_KINDS }).notNull(),
  subjectId: text('subject_id'),
  copy: integer('copy').notNull(),
  title: text('title').notNull(),
  state: text('state', { enum: ['queued', 'printing', 'printed', 'failed', 'unsure'] }).notNull(),
  attempt: integer('attempt').notNull(),
  problem: text('problem'),
  nextTryAtMs: integer('next_try_at_ms').notNull(),
  queuedAtMs: integer('queued_at_ms').notNull(),
  printedAtMs: integer('printed_at_ms'),
  /** JSON of what else the paper needs: the period of a statement. */
  options: text('options'),
});
