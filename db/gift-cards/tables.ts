import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { factTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** A code with a balance made of entries. The code pays for who holds it: no name is kept with it. */
export const giftCard = sqliteTable(
  'gift_card',
  {
    ...synced,
    code: text('code').notNull(),
    registerId: text('register_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const giftCardTable = factTable(giftCard, { plain: ['code', 'registerId', 'businessDate'] });

/** Money onto a card (positive) or off it (negative). M3. */
export const giftCardEntry = sqliteTable(
  'gift_card_entry',
  {
    ...synced,
    giftCardId: text('gift_card_id').notNull(),
    kind: text('kind', {
      enum: ['sold', 'redeemed', 'refunded', 'voided', 'cashed_out'],
    }).notNull(),
    amountCents: integer('amount_cents').notNull(),
    saleId: text('sale_id'),
    saleLineId: text('sale_line_id'),
    paymentId: text('payment_id'),
    saleVoidId: text('sale_void_id'),
    registerId: text('register_id').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const giftCardEntryTable = factTable(giftCardEntry, {
  plain: [
    'giftCardId',
    'kind',
    'saleId',
    'saleLineId',
    'paymentId',
    'saleVoidId',
    'registerId',
    'staffId',
    'businessDate',
  ],
});

/** What the store owes a named customer, and what of it was spent. */
export const storeCreditEntry = sqliteTable(
  'store_credit_entry',
  {
    ...synced,
    customerId: text('customer_id').notNull(),
    kind: text('kind', { enum: ['issued', 'redeemed', 'voided', 'granted'] }).notNull(),
    amountCents: integer('amount_cents').notNull(),
    saleId: text('sale_id'),
    paymentId: text('payment_id'),
    saleVoidId: text('sale_void_id'),
    reason: text('reason').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const storeCreditEntryTable = factTable(storeCreditEntry, {
  personal: ['reason'],
  plain: ['customerId', 'kind', 'saleId', 'paymentId', 'saleVoidId', 'staffId', 'businessDate'],
});
