import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PIECE_STATUSES, STOCK_MOVEMENT_KINDS } from '#shared/stock/piece-status.ts';
import { PIECE_TAX_CLASSES } from '#shared/stock/piece-tax-class.ts';
import { factTable, profileTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

export const piece = sqliteTable(
  'piece',
  {
    ...synced,
    stockNumber: text('stock_number').notNull(),
    description: text('description').notNull(),
    category: text('category').notNull(),
    vendor: text('vendor').notNull(),
    vendorStyle: text('vendor_style').notNull(),
    costCents: integer('cost_cents'),
    tagPriceCents: integer('tag_price_cents').notNull(),
    taxed: integer('taxed').notNull(),
    kind: text('kind', { enum: ['piece', 'counted'] }).notNull(),
    source: text('source'),
    externalId: text('external_id'),
    createdAtMs: integer('created_at_ms').notNull(),
    archivedAtMs: integer('archived_at_ms'),
    taxClass: text('tax_class', { enum: PIECE_TAX_CLASSES }).notNull(),
    /** The watchmaker's, as engraved; empty for most pieces. */
    serial: text('serial').notNull(),
    /** The price on the tag; null where nobody has said, -1 where the piece has no tag yet. */
    taggedCents: integer('tagged_cents'),
    /** Where it lies in the shop, by the last person who put it away; null where nobody has said. */
    placeId: text('place_id'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const pieceTable = profileTable(piece, {
  plain: [
    'stockNumber',
    'description',
    'category',
    'vendor',
    'vendorStyle',
    'serial',
    'kind',
    'source',
    'externalId',
    'taxClass',
    'placeId',
  ],
});

/** On the tag of a piece that has none yet. */
export const NO_TAG_YET = -1;

/** Derived: where the piece is, a pure function of its movements. `seq` is the row number of `piece_fts`. */
export const pieceState = sqliteTable('piece_state', {
  seq: integer('seq').primaryKey(),
  pieceId: text('piece_id').notNull().unique(),
  status: text('status', { enum: PIECE_STATUSES }).notNull(),
  quantityThousandths: integer('quantity_thousandths').notNull(),
});

export const stockMovement = sqliteTable(
  'stock_movement',
  {
    ...synced,
    pieceId: text('piece_id').notNull(),
    kind: text('kind', { enum: STOCK_MOVEMENT_KINDS }).notNull(),
    quantityThousandths: integer('quantity_thousandths').notNull(),
    documentKind: text('document_kind'),
    documentId: text('document_id'),
    staffId: text('staff_id'),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
    /** Why, where no document says it. */
    reason: text('reason'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const stockMovementTable = factTable(stockMovement, {
  personal: ['reason'],
  plain: ['pieceId', 'kind', 'documentKind', 'documentId', 'staffId', 'businessDate'],
});
