import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { profileTable } from '../write-path/synced-table.ts';

export const customer = sqliteTable(
  'customer',
  {
    storeId: text('store_id').notNull(),
    id: text('id').notNull(),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    company: text('company').notNull(),
    /** As typed. */
    phone: text('phone').notNull(),
    phoneE164: text('phone_e164'),
    email: text('email').notNull(),
    /** One composite field: a JSON `PostalAddress`. */
    address: text('address'),
    note: text('note').notNull(),
    taxExempt: integer('tax_exempt').notNull(),
    language: text('language', { enum: ['en', 'es'] }).notNull(),
    /** What another system said about marketing: asked elsewhere, not proven, never consent. */
    askedElsewhere: text('asked_elsewhere'),
    source: text('source'),
    externalId: text('external_id'),
    createdAtMs: integer('created_at_ms').notNull(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.id] }),
    index('customer_by_external').on(table.storeId, table.source, table.externalId),
  ],
);
export const customerTable = profileTable(customer, {
  personal: [
    'givenName',
    'familyName',
    'company',
    'phone',
    'phoneE164',
    'email',
    'address',
    'note',
    'askedElsewhere',
    'externalId',
  ],
  plain: ['language', 'source'],
});

/** Derived: what a search needs. `seq` is the row number of `customer_fts`. */
export const customerLookup = sqliteTable('customer_lookup', {
  seq: integer('seq').primaryKey(),
  customerId: text('customer_id').notNull().unique(),
  name: text('name').notNull(),
  foldedName: text('folded_name').notNull(),
  town: text('town').notNull(),
  phone: text('phone').notNull(),
  phoneLast4: text('phone_last4').notNull(),
  phoneDigits: text('phone_digits').notNull(),
  lastVisitOn: text('last_visit_on'),
  lastVisitAtMs: integer('last_visit_at_ms').notNull(),
  /** In small letters, for its beginning to be looked up. */
  email: text('email').notNull(),
});
