import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { factTable, profileTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** A customer who may owe; the id is the customer's. */
export const houseAccount = sqliteTable(
  'house_account',
  {
    ...synced,
    limitCents: integer('limit_cents').notNull(),
    termsDays: integer('terms_days').notNull(),
    onStop: integer('on_stop').notNull(),
    openedAtMs: integer('opened_at_ms').notNull(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const houseAccountTable = profileTable(houseAccount, { plain: [] });

/** What a customer came to owe (positive) or paid (negative). */
export const houseAccountEntry = sqliteTable(
  'house_account_entry',
  {
    ...synced,
    customerId: text('customer_id').notNull(),
    kind: text('kind', {
      enum: ['charge', 'payment', 'returned_check', 'fee', 'credit', 'voided'],
    }).notNull(),
    amountCents: integer('amount_cents').notNull(),
    dueOn: text('due_on'),
    saleId: text('sale_id'),
    saleLineId: text('sale_line_id'),
    paymentId: text('payment_id'),
    checkEventId: text('check_event_id'),
    saleVoidId: text('sale_void_id'),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const houseAccountEntryTable = factTable(houseAccountEntry, {
  plain: [
    'customerId',
    'kind',
    'dueOn',
    'saleId',
    'saleLineId',
    'paymentId',
    'checkEventId',
    'saleVoidId',
    'staffId',
    'businessDate',
  ],
});
