import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { profileTable } from '../../write-path/synced-table.ts';

/** A place in the shop that has a label. */
export const stockPlace = sqliteTable(
  'stock_place',
  {
    storeId: text('store_id').notNull(),
    id: text('id').notNull(),
    number: text('number').notNull(),
    name: text('name').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const stockPlaceTable = profileTable(stockPlace, { plain: ['number', 'name'] });
