import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Derived: the balanced rows of a document, debit positive. A pure function of facts; never travels. M2. */
export const journalRow = sqliteTable(
  'journal_row',
  {
    documentKind: text('document_kind').notNull(),
    documentId: text('document_id').notNull(),
    position: integer('position').notNull(),
    account: text('account').notNull(),
    detail: text('detail').notNull(),
    amountCents: integer('amount_cents').notNull(),
    registerId: text('register_id'),
    drawerSessionId: text('drawer_session_id'),
    businessDate: text('business_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentKind, table.documentId, table.position] })],
);
