import { afterEach, expect, test } from 'vitest';
import { cents } from '#shared/money.ts';
import { aShop, newId, type TestShop } from '../testing/a-shop.ts';
import { findRegisterName, findStore, getSettings, getStore, isSetUp } from './find-settings.ts';
import type { PrinterFields } from '#shared/settings/contract.ts';
import { findPinPepper, findPrinter, insertPinPepper, savePrinter } from './register-settings.ts';
import { saveSelling } from './save-selling.ts';
import { saveStore } from './save-store.ts';

let shop: TestShop;
afterEach(() => shop.close());

const newestOps = () =>
  String(
    shop.writer.sqlite.prepare('select ops from changeset order by n desc limit 1').pluck().get(),
  );

test('a filled shop tells everything that the settings screen shows', () => {
  shop = aShop();
  expect(isSetUp(shop.writer)).toBe(true);
  expect(getSettings(shop.writer)).toEqual({
    store: {
      name: 'Bellmore Jewelers',
      addressLines: '12 Main St\nFranklin, TN 37064',
      phone: '(615) 555-0100',
      zone: 'America/Chicago',
      receiptFooter: 'Thank you',
    },
    selling: {
      floatCents: 20_000,
      defaultTender: 'cash',
      homeTaxAreaId: null,
      taxRounding: 'line',
      cashRounding: 'off',
      reasonFromPpm: 0,
      overrideFromPpm: 0,
      customerFromCents: null,
      restockingPpm: 0,
      restockingMinCents: 0,
      restockingFreeDays: 0,
      tradeUpPpm: 1_000_000,
      giftCardCapCents: 5000,
      quoteDays: 14,
      approvalDays: 3,
    },
    printer: null,
  });
  expect(findRegisterName(shop.writer, shop.register.registerId)).toBe('Register 1');
  expect(findRegisterName(shop.writer, newId('register'))).toBe('');
});

test('a change of the store sets only what changed, and the same again sets nothing', () => {
  shop = aShop();
  const store = { ...getStore(shop.writer), phone: '(615) 555-0199' };
  for (const expected of [1, 0]) {
    const before = shop.writer.head.n;
    const context = shop.context('settings.saveStore', { actor: shop.owner });
    expect(
      shop.writer.write(context, { store }, (tx) => saveStore(tx, context, { store })).ok,
    ).toBe(true);
    expect(shop.writer.head.n - before).toBe(expected);
  }
  expect(findStore(shop.writer)).toEqual(store);
  expect(newestOps()).toContain('(615) 555-0199');
  expect(newestOps()).not.toContain('Bellmore');
});

test('float and default tender are kept, also over a restart', () => {
  shop = aShop();
  const selling = { floatCents: cents(15_000), defaultTender: 'card' as const };
  const context = shop.context('settings.saveSelling', { actor: shop.manager });
  shop.writer.write(context, { selling }, (tx) => saveSelling(tx, context, { selling }));
  shop = shop.reopen();
  expect(getSettings(shop.writer)).toMatchObject({ selling });
});

test('the printer belongs to this register: it is set, taken away, and never logged', () => {
  shop = aShop();
  const printer: PrinterFields = {
    connection: { kind: 'system', queue: 'Receipts' },
    columns: 42,
    drawer: true,
    locale: 'es',
  };
  const before = shop.writer.head.n;
  shop.writer.writeLocal((tx) => savePrinter(tx, printer));
  expect(findPrinter(shop.writer)).toEqual(printer);
  expect(shop.commits.at(-1)).toEqual(['register_setting']);
  shop.writer.writeLocal((tx) => savePrinter(tx, null));
  expect(findPrinter(shop.writer)).toBeNull();
  expect(shop.writer.head.n).toBe(before);
});

test('a printer stored before queues were known is one on the network', () => {
  shop = aShop();
  const rest = { columns: 48, drawer: false, locale: 'en' } as const;
  const stored = JSON.stringify({ host: '10.0.0.7', port: 9100, ...rest });
  shop.writer.writeLocal((tx) => savePrinter(tx, null));
  shop.writer.sqlite
    .prepare("update register_setting set value = ? where key = 'printer'")
    .run(stored);
  expect(findPrinter(shop.writer)).toEqual({
    connection: { kind: 'network', host: '10.0.0.7', port: 9100 },
    ...rest,
  });
});

test('the pepper of the PINs is made once: a second would lock everybody out', () => {
  shop = aShop();
  expect(findPinPepper(shop.writer)).toBeUndefined();
  shop.writer.writeLocal((tx) => insertPinPepper(tx, 'first'));
  expect(() => shop.writer.writeLocal((tx) => insertPinPepper(tx, 'second'))).toThrow();
  expect(findPinPepper(shop.writer)).toBe('first');
});
