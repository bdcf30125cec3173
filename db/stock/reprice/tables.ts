import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PriceEnding, PriceRule } from '#shared/stock/reprice/price-rule.ts';
import { factTable } from '../../write-path/synced-table.ts';

/** What a reprice keeps of how it came about. */
export interface StoredRule {
  readonly rule: PriceRule;
  readonly ending: PriceEnding;
}

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** Many prices changed by one rule; one that undoes another names it. */
export const reprice = sqliteTable(
  'reprice',
  {
    ...synced,
    undoesId: text('undoes_id'),
    /** JSON of rule and ending; an undo has the words of what it undoes. */
    rule: text('rule').notNull(),
    pieceCount: integer('piece_count').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const repriceTable = factTable(reprice, {
  plain: ['undoesId', 'rule', 'staffId', 'businessDate'],
});

export const repriceLine = sqliteTable(
  'reprice_line',
  {
    ...synced,
    repriceId: text('reprice_id').notNull(),
    pieceId: text('piece_id').notNull(),
    fromCents: integer('from_cents').notNull(),
    toCents: integer('to_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const repriceLineTable = factTable(repriceLine, { plain: ['repriceId', 'pieceId'] });
