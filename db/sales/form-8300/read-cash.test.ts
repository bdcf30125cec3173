import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BusinessDate } from '#shared/time.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { correctTenders } from '../../testing/a-correction.ts';
import { closedDrawer, openedOn } from '../../testing/a-drawer.ts';
import { aCart, aPiece, aSale, aTender, rung } from '../../testing/a-sale.ts';
import { aShop, TEST_NOW_MS, type TestShop } from '../../testing/a-shop.ts';
import { fileForm } from './file-form.ts';
import { listCustomerCash, readCustomerCash } from './read-cash.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const day = (text: string) => text as BusinessDate;
const listedOn = (asOf: BusinessDate) => listCustomerCash(shop.writer, asOf, TEST_NOW_MS);

it('who was reported stays listed until the statement that is owed to them by 31 January', () => {
  const customerId = aCustomer(shop, { givenName: 'Eve', familyName: 'Stone' });
  const piece = aPiece(shop, { stockNumber: 'R-9', priceCents: 1_000_000 });
  rung(shop, aSale(shop, { ...aCart(shop, [piece]), customerId }));
  expect(listedOn(shop.today)).toMatchObject([{ name: 'Eve Stone', statements: [] }]);

  const context = shop.context('form8300.file', { actor: shop.manager });
  const filed = shop.writer.write(context, { customerId }, (tx) =>
    fileForm(tx, context, { customerId }),
  );
  expect(filed).toEqual({ ok: true, value: { throughCents: 1_082_500 } });
  expect(listedOn(shop.today)).toMatchObject([
    {
      worksheet: null,
      statements: [{ year: 2026, totalCents: 1_082_500, statementBy: '2027-01-31' }],
    },
  ]);
  expect(listedOn(day('2027-01-31'))).toHaveLength(1);
  expect(listedOn(day('2027-02-01'))).toEqual([]);
});

it('cash that was written down as a card counts from the day it was handed over', () => {
  const customerId = aCustomer(shop);
  const piece = aPiece(shop, { stockNumber: 'R-9', priceCents: 1_000_000 });
  const input = aSale(shop, { ...aCart(shop, [piece]), customerId }, [['card', 1_082_500]]);
  rung(shop, input);
  expect(listedOn(shop.today)).toEqual([]);
  closedDrawer(shop);
  openedOn(shop, 4);
  const nowMs = TEST_NOW_MS + 4 * 86_400_000;
  const corrected = correctTenders(shop, input.saleId, [aTender('cash', 1_082_500)], { nowMs });
  expect(corrected.ok).toBe(true);
  const asOf = day('2026-11-27');
  expect(readCustomerCash(shop.writer, customerId, asOf, nowMs)?.worksheet).toMatchObject({
    receivedOn: shop.today,
    fileBy: '2026-12-08',
  });
});
