import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { factTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** What is now held for true of a paid sale. The money stays what it was. */
export const saleCorrection = sqliteTable(
  'sale_correction',
  {
    ...synced,
    saleId: text('sale_id').notNull(),
    kind: text('kind', { enum: ['tender', 'sold_by', 'customer'] }).notNull(),
    soldBy: text('sold_by'),
    customerId: text('customer_id'),
    reason: text('reason').notNull(),
    staffId: text('staff_id').notNull(),
    overrideId: text('override_id'),
    drawerSessionId: text('drawer_session_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const saleCorrectionTable = factTable(saleCorrection, {
  personal: ['reason'],
  plain: [
    'saleId',
    'kind',
    'soldBy',
    'customerId',
    'staffId',
    'overrideId',
    'drawerSessionId',
    'businessDate',
  ],
});

/** Who earned what part of a line; a return takes it back from the same people. */
export const commissionShare = sqliteTable(
  'commission_share',
  {
    ...synced,
    saleId: text('sale_id').notNull(),
    saleLineId: text('sale_line_id').notNull(),
    staffId: text('staff_id').notNull(),
    sharePpm: integer('share_ppm').notNull(),
    baseCents: integer('base_cents').notNull(),
    costCents: integer('cost_cents'),
    saleCorrectionId: text('sale_correction_id'),
    businessDate: text('business_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const commissionShareTable = factTable(commissionShare, {
  plain: ['saleId', 'saleLineId', 'staffId', 'saleCorrectionId', 'businessDate'],
});

/** A check cleared, or came back with its fee. */
export const checkEvent = sqliteTable(
  'check_event',
  {
    ...synced,
    paymentId: text('payment_id').notNull(),
    kind: text('kind', { enum: ['cleared', 'returned'] }).notNull(),
    feeCents: integer('fee_cents').notNull(),
    reason: text('reason').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const checkEventTable = factTable(checkEvent, {
  personal: ['reason'],
  plain: ['paymentId', 'kind', 'staffId', 'businessDate'],
});

/** What became of a payment nobody was sure of. M7. */
export const paymentResolution = sqliteTable(
  'payment_resolution',
  {
    ...synced,
    paymentId: text('payment_id').notNull(),
    outcome: text('outcome', { enum: ['charged', 'not_charged'] }).notNull(),
    note: text('note').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const paymentResolutionTable = factTable(paymentResolution, {
  personal: ['note'],
  plain: ['paymentId', 'outcome', 'staffId', 'businessDate'],
});

/** The provider paid, less its fee. */
export const financeFunding = sqliteTable(
  'finance_funding',
  {
    ...synced,
    paymentId: text('payment_id').notNull(),
    amountCents: integer('amount_cents').notNull(),
    feeCents: integer('fee_cents').notNull(),
    fundedOn: text('funded_on').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const financeFundingTable = factTable(financeFunding, {
  plain: ['paymentId', 'fundedOn', 'staffId', 'businessDate'],
});
