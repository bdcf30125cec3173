import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { factTable } from '../../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** A sale of the old system: history, never money of ours. */
export const importedSale = sqliteTable(
  'imported_sale',
  {
    ...synced,
    source: text('source').notNull(),
    /** The old system's number of it. */
    externalId: text('external_id').notNull(),
    soldOn: text('sold_on').notNull(),
    /** `15:43:58` on the old system's clock. */
    soldTime: text('sold_time'),
    /** Whoever was the only one of that name here when the file came. */
    customerId: text('customer_id'),
    customerName: text('customer_name').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const importedSaleTable = factTable(importedSale, {
  personal: ['customerName'],
  plain: ['source', 'externalId', 'soldOn', 'soldTime', 'customerId'],
});

/** One line of it, which is one row of the file. What came back has negative amounts. */
export const importedSaleLine = sqliteTable(
  'imported_sale_line',
  {
    ...synced,
    importedSaleId: text('imported_sale_id').notNull(),
    /** What tells the row from the others of its sale, so that a file read again doubles nothing. */
    rowKey: text('row_key').notNull(),
    stockNumber: text('stock_number').notNull(),
    description: text('description').notNull(),
    category: text('category').notNull(),
    quantityThousandths: integer('quantity_thousandths').notNull(),
    grossCents: integer('gross_cents').notNull(),
    discountCents: integer('discount_cents').notNull(),
    netCents: integer('net_cents').notNull(),
    taxCents: integer('tax_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const importedSaleLineTable = factTable(importedSaleLine, {
  plain: ['importedSaleId', 'rowKey', 'stockNumber', 'description', 'category'],
});

/** A line that its import's undo took back. */
export const importedSaleUndo = sqliteTable(
  'imported_sale_undo',
  {
    ...synced,
    importedSaleLineId: text('imported_sale_line_id').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const importedSaleUndoTable = factTable(importedSaleUndo, { plain: ['importedSaleLineId'] });
