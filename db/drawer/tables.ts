import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MOVEMENT_REASON_CODES } from '#shared/day-close/movement-reasons.ts';
import { factTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

export const drawerSession = sqliteTable(
  'drawer_session',
  {
    ...synced,
    registerId: text('register_id').notNull(),
    staffId: text('staff_id').notNull(),
    floatCents: integer('float_cents').notNull(),
    businessDate: text('business_date').notNull(),
    openedAtMs: integer('opened_at_ms').notNull(),
    clockUnsure: integer('clock_unsure').notNull(),
    /** What the close before left in this drawer, 0 before the first; null where no books were kept yet. */
    lastLeftCents: integer('last_left_cents'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const drawerSessionTable = factTable(drawerSession, {
  plain: ['registerId', 'staffId', 'businessDate'],
});

export const drawerMovement = sqliteTable(
  'drawer_movement',
  {
    ...synced,
    drawerSessionId: text('drawer_session_id').notNull(),
    kind: text('kind', { enum: ['paid_in', 'paid_out', 'drop', 'no_sale'] }).notNull(),
    amountCents: integer('amount_cents').notNull(),
    reason: text('reason').notNull(),
    staffId: text('staff_id').notNull(),
    overrideId: text('override_id'),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
    /** The reason as the books know it; the words beside it are the person's own. */
    reasonCode: text('reason_code', { enum: MOVEMENT_REASON_CODES }),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const drawerMovementTable = factTable(drawerMovement, {
  personal: ['reason'],
  plain: ['drawerSessionId', 'kind', 'staffId', 'overrideId', 'businessDate', 'reasonCode'],
});

export const dayClose = sqliteTable(
  'day_close',
  {
    ...synced,
    number: text('number').notNull(),
    drawerSessionId: text('drawer_session_id').notNull(),
    registerId: text('register_id').notNull(),
    staffId: text('staff_id').notNull(),
    expectedCents: integer('expected_cents').notNull(),
    countedCents: integer('counted_cents').notNull(),
    overShortCents: integer('over_short_cents').notNull(),
    reason: text('reason').notNull(),
    leftCents: integer('left_cents').notNull(),
    /** The Z as printed: a JSON `DayCloseFacts`. Never computed again. */
    figures: text('figures').notNull(),
    businessDate: text('business_date').notNull(),
    closedAtMs: integer('closed_at_ms').notNull(),
    /** Totals by account at the close, as JSON: what came later is told by comparing with them. */
    accounts: text('accounts').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const dayCloseTable = factTable(dayClose, {
  personal: ['reason'],
  plain: [
    'number',
    'drawerSessionId',
    'registerId',
    'staffId',
    'figures',
    'businessDate',
    'accounts',
  ],
});

/**
 * What a card terminal says of its batch, by brand. After it a card sale is no longer voided. Of several rows of one
 * terminal and brand in a drawer the last one counts.
 */
export const terminalBatch = sqliteTable(
  'terminal_batch',
  {
    ...synced,
    drawerSessionId: text('drawer_session_id').notNull(),
    terminal: text('terminal').notNull(),
    brand: text('brand').notNull(),
    amountCents: integer('amount_cents').notNull(),
    count: integer('count').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
    /** Why it is off; empty where it agrees. */
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const terminalBatchTable = factTable(terminalBatch, {
  personal: ['reason'],
  plain: ['drawerSessionId', 'terminal', 'brand', 'staffId', 'businessDate'],
});

/** Zn-k: what arrived after a close, as JSON. The Z itself never changes. */
export const daySupplement = sqliteTable(
  'day_supplement',
  {
    ...synced,
    dayCloseId: text('day_close_id').notNull(),
    k: integer('k').notNull(),
    number: text('number').notNull(),
    figures: text('figures').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const daySupplementTable = factTable(daySupplement, {
  plain: ['dayCloseId', 'number', 'figures', 'businessDate'],
});

/** A check that a day close listed on its deposit slip. */
export const bankedCheck = sqliteTable(
  'banked_check',
  {
    ...synced,
    dayCloseId: text('day_close_id').notNull(),
    paymentId: text('payment_id').notNull(),
    businessDate: text('business_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const bankedCheckTable = factTable(bankedCheck, {
  plain: ['dayCloseId', 'paymentId', 'businessDate'],
});
