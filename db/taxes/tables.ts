import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { factTable, profileTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

/** A place with its own taxes; the home area has the store's id. `services` is JSON: the rule of each class of work. */
export const taxArea = sqliteTable(
  'tax_area',
  {
    ...synced,
    name: text('name').notNull(),
    state: text('state').notNull(),
    tradeIn: text('trade_in', { enum: ['no', 'yes', 'like_kind'] }).notNull(),
    services: text('services').notNull(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const taxAreaTable = profileTable(taxArea, {
  plain: ['name', 'state', 'tradeIn', 'services'],
});

/** Why a customer pays no tax, until when. */
export const exemptionCertificate = sqliteTable(
  'exemption_certificate',
  {
    ...synced,
    customerId: text('customer_id').notNull(),
    kind: text('kind', { enum: ['resale', 'government', 'charity', 'other'] }).notNull(),
    number: text('number').notNull(),
    state: text('state').notNull(),
    expiresOn: text('expires_on'),
    recordedBy: text('recorded_by').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const exemptionCertificateTable = profileTable(exemptionCertificate, {
  personal: ['number'],
  plain: ['customerId', 'kind', 'state', 'expiresOn', 'recordedBy'],
});

/**
 * One rule in force from its first to its last day, both included. Versions share a `series`; a version that was used is
 * never rewritten. `classes` is JSON.
 */
export const taxRule = sqliteTable(
  'tax_rule',
  {
    ...synced,
    taxAreaId: text('tax_area_id').notNull(),
    series: text('series').notNull(),
    name: text('name').notNull(),
    agency: text('agency').notNull(),
    ratePpm: integer('rate_ppm').notNull(),
    classes: text('classes').notNull(),
    fromCents: integer('from_cents').notNull(),
    toCents: integer('to_cents'),
    overCents: integer('over_cents'),
    underCents: integer('under_cents'),
    conditionPer: text('condition_per', { enum: ['article', 'ticket'] }).notNull(),
    fromDate: text('from_date').notNull(),
    toDate: text('to_date'),
    createdAtMs: integer('created_at_ms').notNull(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const taxRuleTable = profileTable(taxRule, {
  plain: ['taxAreaId', 'series', 'name', 'agency', 'classes', 'conditionPer', 'fromDate', 'toDate'],
});

/** An owner's word that the taxes of a place are right: `taxesHash` is of what they were then, `source` where it says so. */
export const taxAttestation = sqliteTable(
  'tax_attestation',
  {
    ...synced,
    taxAreaId: text('tax_area_id').notNull(),
    taxesHash: text('taxes_hash').notNull(),
    source: text('source').notNull(),
    staffId: text('staff_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const taxAttestationTable = factTable(taxAttestation, {
  plain: ['taxAreaId', 'taxesHash', 'source', 'staffId', 'businessDate'],
});

/** What one rule took of one line of a sale: for ever the rate and the base of that day. */
export const saleTax = sqliteTable(
  'sale_tax',
  {
    ...synced,
    saleId: text('sale_id').notNull(),
    saleLineId: text('sale_line_id').notNull(),
    taxRuleId: text('tax_rule_id').notNull(),
    ratePpm: integer('rate_ppm').notNull(),
    baseCents: integer('base_cents').notNull(),
    taxCents: integer('tax_cents').notNull(),
    businessDate: text('business_date').notNull(),
    /** What a cap left out of the base. */
    excessCents: integer('excess_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const saleTaxTable = factTable(saleTax, {
  plain: ['saleId', 'saleLineId', 'taxRuleId', 'businessDate'],
});
