import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { FREIGHT_WAYS } from '#shared/stock/receiving/freight.ts';
import { factTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** A vendor's invoice and the goods that came with it. */
export const receive = sqliteTable(
  'receive',
  {
    ...synced,
    number: text('number').notNull(),
    vendor: text('vendor').notNull(),
    invoiceNumber: text('invoice_number').notNull(),
    invoiceDate: text('invoice_date').notNull(),
    terms: text('terms').notNull(),
    dueOn: text('due_on'),
    goodsCents: integer('goods_cents').notNull(),
    freightCents: integer('freight_cents').notNull(),
    freightWay: text('freight_way', { enum: FREIGHT_WAYS }).notNull(),
    invoiceTotalCents: integer('invoice_total_cents').notNull(),
    lineCount: integer('line_count').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const receiveTable = factTable(receive, {
  plain: [
    'number',
    'vendor',
    'invoiceNumber',
    'invoiceDate',
    'terms',
    'dueOn',
    'freightWay',
    'staffId',
    'businessDate',
  ],
});

export const receiveLine = sqliteTable(
  'receive_line',
  {
    ...synced,
    receiveId: text('receive_id').notNull(),
    position: integer('position').notNull(),
    pieceId: text('piece_id').notNull(),
    stockNumber: text('stock_number').notNull(),
    quantityThousandths: integer('quantity_thousandths').notNull(),
    unitCents: integer('unit_cents').notNull(),
    goodsCents: integer('goods_cents').notNull(),
    freightCents: integer('freight_cents').notNull(),
    tagPriceCents: integer('tag_price_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const receiveLineTable = factTable(receiveLine, {
  plain: ['receiveId', 'pieceId', 'stockNumber'],
});

export const receiveReversal = sqliteTable(
  'receive_reversal',
  {
    ...synced,
    receiveId: text('receive_id').notNull(),
    reason: text('reason').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const receiveReversalTable = factTable(receiveReversal, {
  personal: ['reason'],
  plain: ['receiveId', 'staffId', 'businessDate'],
});

/** Local: an invoice that is being typed in. */
export const receiveDraft = sqliteTable('receive_draft', {
  id: text('id').primaryKey(),
  body: text('body').notNull(),
  changedAtMs: integer('changed_at_ms').notNull(),
});
