import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { factTable, profileTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

export const staff = sqliteTable(
  'staff',
  {
    ...synced,
    name: text('name').notNull(),
    initials: text('initials').notNull(),
    /** A JSON list of roles. */
    roles: text('roles').notNull(),
    active: integer('active').notNull(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const staffTable = profileTable(staff, { personal: ['name', 'initials'], plain: ['roles'] });

/** Local: verifiers of PINs never enter the log. */
export const staffPin = sqliteTable('staff_pin', {
  staffId: text('staff_id').primaryKey(),
  verifier: text('verifier').notNull(),
  failures: integer('failures').notNull(),
  waitUntilMs: integer('wait_until_ms').notNull(),
  setAtMs: integer('set_at_ms').notNull(),
});

export const staffSignIn = sqliteTable(
  'staff_sign_in',
  {
    ...synced,
    staffId: text('staff_id').notNull(),
    registerId: text('register_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const staffSignInTable = factTable(staffSignIn, {
  plain: ['staffId', 'registerId', 'businessDate'],
});

export const overrideGrant = sqliteTable(
  'override_grant',
  {
    ...synced,
    permission: text('permission').notNull(),
    grantedBy: text('granted_by').notNull(),
    requestedBy: text('requested_by').notNull(),
    reason: text('reason').notNull(),
    subjectId: text('subject_id').notNull(),
    amountCents: integer('amount_cents'),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const overrideGrantTable = factTable(overrideGrant, {
  personal: ['reason'],
  plain: ['permission', 'grantedBy', 'requestedBy', 'subjectId', 'businessDate'],
});
