import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { COUNT_OUTCOMES } from '#shared/stock/counts/classify-piece.ts';
import { PIECE_STATUSES } from '#shared/stock/piece-status.ts';
import { factTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** A count of the stock as of the midnight that its business date begins with. */
export const stockCount = sqliteTable(
  'stock_count',
  {
    ...synced,
    number: text('number').notNull(),
    /** JSON of `CountScope`. */
    scope: text('scope').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const stockCountTable = factTable(stockCount, {
  plain: ['number', 'scope', 'staffId', 'businessDate'],
});

/** One scan of a count. A code that no piece has may be anything: it can be forgotten. */
export const countScan = sqliteTable(
  'count_scan',
  {
    ...synced,
    countId: text('count_id').notNull(),
    pieceId: text('piece_id'),
    code: text('code'),
    placeId: text('place_id'),
    quantityThousandths: integer('quantity_thousandths'),
    registerId: text('register_id').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const countScanTable = factTable(countScan, {
  personal: ['code'],
  plain: ['countId', 'pieceId', 'placeId', 'registerId', 'staffId', 'businessDate'],
});

/** What a close found different of one piece. Cost in cents of the whole quantity; null where nobody knew it. */
export const countLine = sqliteTable(
  'count_line',
  {
    ...synced,
    countId: text('count_id').notNull(),
    countCloseId: text('count_close_id').notNull(),
    /** The movement that books it; null where nothing moved. */
    movementId: text('movement_id'),
    pieceId: text('piece_id').notNull(),
    outcome: text('outcome', { enum: COUNT_OUTCOMES }).notNull(),
    status: text('status', { enum: PIECE_STATUSES }).notNull(),
    quantityThousandths: integer('quantity_thousandths').notNull(),
    costCents: integer('cost_cents'),
    owned: integer('owned').notNull(),
    homePlaceId: text('home_place_id'),
    placeId: text('place_id'),
    /** The day that its value leaves the books. */
    businessDate: text('business_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const countLineTable = factTable(countLine, {
  plain: [
    'countId',
    'countCloseId',
    'movementId',
    'pieceId',
    'outcome',
    'status',
    'homePlaceId',
    'placeId',
    'businessDate',
  ],
});

/** The end of a count, with its figures as they were. */
export const countClose = sqliteTable(
  'count_close',
  {
    ...synced,
    countId: text('count_id').notNull(),
    /** JSON of `CountFigures`. */
    figures: text('figures').notNull(),
    lineCount: integer('line_count').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const countCloseTable = factTable(countClose, {
  plain: ['countId', 'figures', 'staffId', 'businessDate'],
});
