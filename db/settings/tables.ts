import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { profileTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };
const archived = { archivedAtMs: integer('archived_at_ms') };

export const store = sqliteTable(
  'store',
  {
    ...synced,
    name: text('name').notNull(),
    addressLines: text('address_lines').notNull(),
    phone: text('phone').notNull(),
    zone: text('zone').notNull(),
    receiptFooter: text('receipt_footer').notNull(),
    ...archived,
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
/** The shop's own name and address are on every receipt: they are not personal. */
export const storeTable = profileTable(store, {
  plain: ['name', 'addressLines', 'phone', 'zone', 'receiptFooter'],
});

export const register = sqliteTable(
  'register',
  { ...synced, number: integer('number').notNull(), name: text('name').notNull(), ...archived },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const registerTable = profileTable(register, { plain: ['name'] });

export const setting = sqliteTable(
  'setting',
  { ...synced, value: text('value').notNull(), ...archived },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const settingTable = profileTable(setting, { plain: ['value'] });

/** Local: how this one register is set up (its printer). */
export const registerSetting = sqliteTable('register_setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
