import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { factTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** Something people must settle. The id follows from kind and subject, and nothing in it tells who found it: every register opens the same row. I14. */
export const reviewTask = sqliteTable(
  'review_task',
  {
    ...synced,
    kind: text('kind').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const reviewTaskTable = factTable(reviewTask, {
  plain: ['kind', 'subjectKind', 'subjectId'],
});

/** A document that gave cause. The id follows from task and document. */
export const reviewCause = sqliteTable(
  'review_cause',
  {
    ...synced,
    reviewTaskId: text('review_task_id').notNull(),
    documentKind: text('document_kind').notNull(),
    documentId: text('document_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const reviewCauseTable = factTable(reviewCause, {
  plain: ['reviewTaskId', 'documentKind', 'documentId'],
});

/** How a task was settled. `covers` is JSON: the causes it settles; a new cause opens the task again. */
export const reviewResolution = sqliteTable(
  'review_resolution',
  {
    ...synced,
    reviewTaskId: text('review_task_id').notNull(),
    outcome: text('outcome').notNull(),
    reason: text('reason').notNull(),
    covers: text('covers').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const reviewResolutionTable = factTable(reviewResolution, {
  personal: ['reason'],
  plain: ['reviewTaskId', 'outcome', 'covers', 'staffId', 'businessDate'],
});
