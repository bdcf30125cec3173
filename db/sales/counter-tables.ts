import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { factTable, profileTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** A key of the Sell screen for what is sold without a piece. `price_ppm` prices a care plan by its piece. */
export const serviceTile = sqliteTable(
  'service_tile',
  {
    ...synced,
    kind: text('kind', { enum: ['service', 'gift_wrap', 'care_plan', 'shipping'] }).notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    priceCents: integer('price_cents').notNull(),
    pricePpm: integer('price_ppm').notNull(),
    taxClass: text('tax_class').notNull(),
    taxed: integer('taxed').notNull(),
    partsPpm: integer('parts_ppm').notNull(),
    position: integer('position').notNull(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const serviceTileTable = profileTable(serviceTile, {
  plain: ['kind', 'code', 'name', 'taxClass'],
});

/** Who pays for a customer: a lender, or a lessor that buys under its resale certificate. */
export const financeProvider = sqliteTable(
  'finance_provider',
  {
    ...synced,
    name: text('name').notNull(),
    kind: text('kind', { enum: ['finance', 'lease'] }).notNull(),
    feePpm: integer('fee_ppm').notNull(),
    lessorCustomerId: text('lessor_customer_id'),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const financeProviderTable = profileTable(financeProvider, {
  plain: ['name', 'kind', 'lessorCustomerId'],
});

/** Where a sale is sent. Delivered means handed to the carrier. */
export const shipment = sqliteTable(
  'shipment',
  {
    ...synced,
    saleId: text('sale_id').notNull(),
    recipient: text('recipient').notNull(),
    address: text('address').notNull(),
    phone: text('phone').notNull(),
    carrier: text('carrier').notNull(),
    tracking: text('tracking').notNull(),
    insuredCents: integer('insured_cents').notNull(),
    taxAreaId: text('tax_area_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const shipmentTable = factTable(shipment, {
  personal: ['recipient', 'address', 'phone', 'tracking'],
  plain: ['saleId', 'carrier', 'taxAreaId', 'businessDate'],
});

/** The parcel was handed to the carrier. */
export const shipmentEvent = sqliteTable(
  'shipment_event',
  {
    ...synced,
    shipmentId: text('shipment_id').notNull(),
    kind: text('kind', { enum: ['handed_over'] }).notNull(),
    carrier: text('carrier').notNull(),
    tracking: text('tracking').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
    /** In whose day the goods left; null while no drawer was open. */
    drawerSessionId: text('drawer_session_id'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const shipmentEventTable = factTable(shipmentEvent, {
  personal: ['tracking'],
  plain: ['shipmentId', 'kind', 'carrier', 'staffId', 'businessDate', 'drawerSessionId'],
});

/** Prices promised until a day. `body` is the JSON of its cart. */
export const quote = sqliteTable(
  'quote',
  {
    ...synced,
    number: text('number').notNull(),
    customerId: text('customer_id'),
    expiresOn: text('expires_on').notNull(),
    note: text('note').notNull(),
    body: text('body').notNull(),
    totalCents: integer('total_cents').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const quoteTable = factTable(quote, {
  personal: ['note'],
  plain: ['number', 'customerId', 'expiresOn', 'body', 'staffId', 'businessDate'],
});

/** Pieces a customer took on approval. */
export const approval = sqliteTable(
  'approval',
  {
    ...synced,
    number: text('number').notNull(),
    customerId: text('customer_id').notNull(),
    dueOn: text('due_on').notNull(),
    idNoted: text('id_noted').notNull(),
    valueCents: integer('value_cents').notNull(),
    staffId: text('staff_id').notNull(),
    registerId: text('register_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const approvalTable = factTable(approval, {
  personal: ['idNoted'],
  plain: ['number', 'customerId', 'dueOn', 'staffId', 'registerId', 'businessDate'],
});

/** One piece of an approval. */
export const approvalLine = sqliteTable(
  'approval_line',
  {
    ...synced,
    approvalId: text('approval_id').notNull(),
    pieceId: text('piece_id').notNull(),
    stockNumber: text('stock_number').notNull(),
    description: text('description').notNull(),
    valueCents: integer('value_cents').notNull(),
    businessDate: text('business_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const approvalLineTable = factTable(approvalLine, {
  plain: ['approvalId', 'pieceId', 'stockNumber', 'description', 'businessDate'],
});

/** A piece came back, was bought, or may stay longer. */
export const approvalEvent = sqliteTable(
  'approval_event',
  {
    ...synced,
    approvalId: text('approval_id').notNull(),
    approvalLineId: text('approval_line_id'),
    kind: text('kind', { enum: ['returned', 'converted', 'extended', 'sale_undone'] }).notNull(),
    dueOn: text('due_on'),
    saleId: text('sale_id'),
    reason: text('reason').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const approvalEventTable = factTable(approvalEvent, {
  personal: ['reason'],
  plain: ['approvalId', 'approvalLineId', 'kind', 'dueOn', 'saleId', 'staffId', 'businessDate'],
});

/** A Form 8300 was filed. `covers` is JSON: the payments on it. */
export const form8300Filing = sqliteTable(
  'form_8300_filing',
  {
    ...synced,
    customerId: text('customer_id').notNull(),
    filedOn: text('filed_on').notNull(),
    throughCents: integer('through_cents').notNull(),
    covers: text('covers').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const form8300FilingTable = factTable(form8300Filing, {
  plain: ['customerId', 'filedOn', 'covers', 'staffId', 'businessDate'],
});
