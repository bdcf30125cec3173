import { and, eq, inArray, sql } from 'drizzle-orm';
import {
  SELLING_KEYS,
  type SellingFields,
  sellingFields,
  type Settings,
  type StoreFields,
} from '#shared/settings/contract.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { findPrinter } from './register-settings.ts';
import { register, setting, store } from './tables.ts';

/** True when the first-run wizard has been through. */
export function isSetUp(db: ReadDb): boolean {
  return findStore(db) !== undefined;
}

/** The shop's name, address and zone; undefined before the first run. */
export function findStore(db: ReadDb): StoreFields | undefined {
  return storeRow(db).get({ storeId: db.storeId });
}

/** As `findStore`, where the shop is known to be set up; throws before that. */
export function getStore(db: ReadDb): StoreFields {
  const row = findStore(db);
  if (!row) throw new Error('the store is not set up');
  return row;
}

/** The name of a register as papers show it; empty for one that this store does not know. */
export function findRegisterName(db: ReadDb, registerId: string): string {
  return registerRow(db).get({ storeId: db.storeId, id: registerId })?.name ?? '';
}

/** Everything the settings screen shows. Throws before the first run. */
export function getSettings(db: ReadDb): Settings {
  return {
    store: getStore(db),
    selling: getSelling(db),
    printer: findPrinter(db),
  };
}

/** How the store sells, with what an older store never set at its default. */
export function getSelling(db: ReadDb): SellingFields {
  const rows = settingRows(db).all({ storeId: db.storeId });
  const text = rows.map(({ id, value }) => `"${id}":${value}`).join(',');
  // Every sale asks and they change once a month: the same text means the same terms.
  if (lastRead?.text !== text)
    lastRead = { text, selling: sellingFields.parse(JSON.parse(`{${text}}`)) };
  return lastRead.selling;
}

let lastRead: { readonly text: string; readonly selling: SellingFields } | undefined;

const storeRow = prepared((orm) =>
  orm
    .select({
      name: store.name,
      addressLines: store.addressLines,
      phone: store.phone,
      zone: store.zone,
      receiptFooter: store.receiptFooter,
    })
    .from(store)
    .where(
      and(eq(store.storeId, sql.placeholder('storeId')), eq(store.id, sql.placeholder('storeId'))),
    )
    .prepare(),
);

const registerRow = prepared((orm) =>
  orm
    .select({ name: register.name })
    .from(register)
    .where(
      and(eq(register.storeId, sql.placeholder('storeId')), eq(register.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const settingRows = prepared((orm) =>
  orm
    .select({ id: setting.id, value: setting.value })
    .from(setting)
    .where(
      and(eq(setting.storeId, sql.placeholder('storeId')), inArray(setting.id, [...SELLING_KEYS])),
    )
    .prepare(),
);
