import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { addLine, emptyCart, setShares } from '#shared/sales/cart.ts';
import {
  aPaidSale,
  correctBuyer,
  correctSellers,
  correctTenders,
  ringUp,
  voidPaid,
} from '../../testing/a-correction.ts';
import { aCustomer, aHouseAccount } from '../../testing/a-customer.ts';
import { aCart, aPiece, aTender } from '../../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../../testing/a-shop.ts';
import { aLine, aReturn } from '../../testing/ticket-lines.ts';
import { listCustomerCash } from '../form-8300/read-cash.ts';
import { receiptFacts } from '../receipt/receipt.ts';
import { listLines, listRecentSales, listSalesOfCustomer } from '../find-sale.ts';
import { readCorrectable } from './read-correctable.ts';

// A piece of $100.00 costs $108.25 with the test shop's tax.
const TOTAL = 10_825;

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const rows = (table: string) =>
  Number(shop.writer.sqlite.prepare(`select count(*) from ${table}`).pluck().get());
const STORED = ['sale_correction', 'payment', 'commission_share', 'gift_card_entry', 'journal_row'];
const stored = () => STORED.map(rows);

const refused = (refusal: object) => ({ ok: false, refusal });

const earned = () =>
  Object.fromEntries(
    (
      shop.writer.sqlite
        .prepare('select staff_id, sum(base_cents) as sum from commission_share group by staff_id')
        .all() as { staff_id: string; sum: number }[]
    ).map((row) => [row.staff_id, row.sum]),
  );

test('another salesperson earns what the first had earned, with what came back since, in whatever shares', () => {
  const two = setShares(aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]), [
    { staffId: shop.counter.staffId, sharePpm: 500_000 },
    { staffId: shop.owner.staffId, sharePpm: 500_000 },
  ]);
  const service = aLine('service', 3333);
  const { saleId } = ringUp(shop, addLine(two, service));
  const [line] = listLines(shop.writer, saleId);
  const cart = addLine(emptyCart(newId('cart')), aReturn(shop.writer, line?.id ?? ''));
  const back = ringUp(shop, cart, [aTender('cash', 0 - TOTAL, { refundOfSaleId: saleId })]);
  const { manager, owner, counter } = shop;
  expect(
    correctSellers(shop, saleId, [manager.staffId, 600_000], [owner.staffId, 400_000]).ok,
  ).toBe(true);
  expect(earned()).toEqual({
    [manager.staffId]: 2000,
    [owner.staffId]: 1333,
    [counter.staffId]: 0,
  });
  expect(readCorrectable(shop.writer, saleId)).toMatchObject({
    soldBy: manager.staffId,
    shares: [
      { staffId: manager.staffId, sharePpm: 600_000 },
      { staffId: owner.staffId, sharePpm: 400_000 },
    ],
    corrections: [{ kind: 'sold_by', by: 'MF' }],
  });
  expect(
    listRecentSales(shop.writer, undefined, 9).find((each) => each.saleId === saleId),
  ).toMatchObject({
    soldBy: manager.staffId,
  });
  // The return never was: the right people earn all of it.
  expect(voidPaid(shop, back.saleId).ok).toBe(true);
  expect(earned()).toEqual({
    [manager.staffId]: 8000,
    [owner.staffId]: 5333,
    [counter.staffId]: 0,
  });
});

test('a salesperson: the same again, nobody we know, without the right: refused', () => {
  const { saleId } = aPaidSale(shop, [['cash', TOTAL]]);
  const before = stored();
  expect(correctSellers(shop, saleId, [shop.counter.staffId, 0])).toEqual(
    refused({ code: 'CORRECTION_CHANGES_NOTHING' }),
  );
  expect(correctSellers(shop, saleId, [newId('staff'), 0])).toEqual(
    refused({ code: 'STAFF_NOT_FOUND' }),
  );
  expect(stored()).toEqual(before);
  expect(correctSellers(shop, saleId, [shop.manager.staffId, 0]).ok).toBe(true);
});

test('a customer after payment: anybody who sells; another customer: who may correct, with a reason', () => {
  const { saleId } = aPaidSale(shop, [['cash', TOTAL]]);
  const [eve, adam] = [aCustomer(shop), aCustomer(shop, { givenName: 'Adam' })];
  const salesOf = (customerId: CustomerId) =>
    listSalesOfCustomer(shop.writer, customerId, 10).map((each) => each.saleId);
  expect(correctBuyer(shop, saleId, newId('customer'))).toEqual(
    refused({ code: 'CUSTOMER_NOT_FOUND' }),
  );
  expect(correctBuyer(shop, saleId, null)).toEqual(refused({ code: 'CORRECTION_CHANGES_NOTHING' }));
  expect(correctBuyer(shop, saleId, eve).ok).toBe(true);
  expect(salesOf(eve)).toEqual([saleId]);
  expect(correctBuyer(shop, saleId, adam)).toEqual(refused({ code: 'CORRECTION_NEEDS_OVERRIDE' }));
  expect(correctBuyer(shop, saleId, adam, { actor: shop.manager })).toEqual(
    refused({ code: 'CORRECTION_NEEDS_REASON' }),
  );
  expect(correctBuyer(shop, saleId, adam, { actor: shop.manager, reason: 'his brother' }).ok).toBe(
    true,
  );
  expect([salesOf(eve), salesOf(adam)]).toEqual([[], [saleId]]);
  expect(correctBuyer(shop, saleId, null, { actor: shop.manager, reason: 'nobody said' }).ok).toBe(
    true,
  );
  expect(salesOf(adam)).toEqual([]);
  const mine = aPaidSale(shop, [['cash', TOTAL]], eve);
  expect(salesOf(eve)).toEqual([mine.saleId]);
});

test('a sale that stands on a customer stays with them', () => {
  const [eve, adam] = [aCustomer(shop), aCustomer(shop)];
  aHouseAccount(shop, eve);
  const charged = aPaidSale(shop, [['house_account', TOTAL]], eve);
  expect(
    correctBuyer(shop, charged.saleId, adam, { actor: shop.manager, reason: 'wrong one' }),
  ).toEqual(refused({ code: 'SALE_ON_CUSTOMERS_NAME', customerName: 'Eve Stone' }));
});

test('the receipt and the meter of cash follow the corrections', () => {
  const eve = aCustomer(shop);
  const piece = aPiece(shop, { stockNumber: 'R-9', priceCents: 900_000 });
  const { saleId } = ringUp(shop, aCart(shop, [piece]), [['cash', 980_000]]);
  const meterOf = () =>
    listCustomerCash(shop.writer, shop.today, TEST_NOW_MS).map(({ name }) => name);
  expect(meterOf()).toEqual([]);
  expect(correctBuyer(shop, saleId, eve).ok).toBe(true);
  expect(meterOf()).toEqual(['Eve Stone']);
  const paper = () => receiptFacts(shop.writer, saleId, { copy: true, demo: false });
  expect(paper()).toMatchObject({
    customerName: 'Eve Stone',
    correctedAtMs: TEST_NOW_MS,
    payments: [{ tender: 'cash', amountCents: 974_250, tenderedCents: 980_000 }],
    changeCents: 5750,
  });
  expect(correctTenders(shop, saleId, [aTender('card', 974_250, { brand: 'Visa' })]).ok).toBe(true);
  expect(meterOf()).toEqual([]);
  expect(paper()).toMatchObject({
    payments: [{ tender: 'card', brand: 'Visa', amountCents: 974_250 }],
    changeCents: 0,
    totalCents: 974_250,
  });
  correctSellers(shop, saleId, [shop.manager.staffId, 500_000], [shop.owner.staffId, 500_000]);
  expect(paper()).toMatchObject({ soldBy: 'MF', sellers: ['MF', 'AR'] });
});
