import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { BusinessDate } from '#shared/time.ts';
import { correctTenders, ringUp, voidPaid } from '../testing/a-correction.ts';
import { aCustomer } from '../testing/a-customer.ts';
import { closedDrawer, openedOn } from '../testing/a-drawer.ts';
import { aTender, aTicket } from '../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../testing/a-shop.ts';
import { item, stored } from '../testing/refused-sales.ts';
import { brokenLaws, standingOf } from '../testing/standing.ts';
import { aLine } from '../testing/ticket-lines.ts';
import { findSale } from '../sales/find-sale.ts';
import { adjustAccount } from './adjust-account.ts';
import { listAccounts, readAccount, readStatement } from './read-account.ts';
import { saveAccount } from './save-account.ts';

let shop: TestShop;
let eve: CustomerId;
beforeEach(() => {
  shop = aShop();
  eve = aCustomer(shop);
});
afterEach(() => {
  expect(brokenLaws(shop)).toEqual([]);
  shop.close();
});

const day = (text: string) => text as BusinessDate;

function terms(
  fields: { readonly limitCents?: number; readonly termsDays?: number; readonly onStop?: boolean },
  customerId = eve,
) {
  const context = shop.context('accounts.save', { actor: shop.manager });
  const { limitCents = 50_000, termsDays = 30, onStop = false } = fields;
  const input = { customerId, fields: { limitCents: limitCents as Cents, termsDays, onStop } };
  return shop.writer.write(context, input, (tx) => saveAccount(tx, context, input));
}

function adjust(kind: 'fee' | 'credit', amountCents: number, commandId = newId('command')) {
  const context = shop.context('accounts.adjust', { actor: shop.manager, commandId });
  const input = { customerId: eve, kind, amountCents: amountCents as Cents };
  return shop.writer.write(context, input, (tx) => adjustAccount(tx, context, input));
}

/** Something at $100.00, put on the account. */
const charged = (cents = 10_000): SaleId =>
  ringUp(shop, aTicket([item({ taxed: false }, cents)], { customerId: eve }), [
    aTender('house_account', cents),
  ]).saleId;

const account = (asOf = shop.today) => readAccount(shop.writer, eve, asOf);
const openOf = (asOf = shop.today) =>
  account(asOf)?.ageing.openItems.map(({ entry, openCents }) => [entry.kind, openCents]);

test('an account is opened, its terms change, and what may still be charged with them', () => {
  expect(account()).toBeNull();
  expect(terms({}).ok).toBe(true);
  charged();
  expect(account()).toMatchObject({
    balanceCents: 10_000,
    leftCents: 40_000,
    fields: { limitCents: 50_000, termsDays: 30, onStop: false },
  });
  terms({ limitCents: 5000 });
  expect(account()?.leftCents).toBe(0);
  terms({ limitCents: 50_000, onStop: true });
  expect(account()?.leftCents).toBe(0);
  expect(terms({}, newId('customer'))).toEqual({
    ok: false,
    refusal: { code: 'CUSTOMER_NOT_FOUND' },
  });
});

test('M2: a fee and what is let go are in the books, once for each word', () => {
  const before = stored(shop);
  expect(adjust('fee', 100)).toEqual({ ok: false, refusal: { code: 'ACCOUNT_NOT_OPEN' } });
  expect(stored(shop)).toEqual(before);
  terms({});
  charged();
  const commandId = newId('command');
  expect(adjust('fee', 1500, commandId)).toEqual({ ok: true, value: { balanceCents: 11_500 } });
  expect(adjust('fee', 1500, commandId)).toEqual({ ok: true, value: { balanceCents: 11_500 } });
  expect(adjust('credit', 500)).toEqual({ ok: true, value: { balanceCents: 11_000 } });
  expect(standingOf(shop).accounts['house_accounts ']).toBe(11_000);
});

test('a charge ages from the day it was due, and a payment clears the oldest', () => {
  terms({});
  charged(10_000);
  closedDrawer(shop);
  openedOn(shop, 20);
  charged(5000);
  expect(account(day('2026-12-23'))?.ageing.buckets).toMatchObject({ currentCents: 15_000 });
  expect(account(day('2027-01-23'))?.ageing.buckets).toMatchObject({
    days1To30Cents: 5000,
    days31To60Cents: 10_000,
  });
  const payment = aTicket([aLine('account_payment', 12_000)], { customerId: eve });
  ringUp(shop, payment, [['cash', 12_000]]);
  expect(openOf()).toEqual([['charge', 10_000]]);
  expect(openOf(day('2027-01-23'))).toEqual([['charge', 3000]]);
  expect(account(shop.today)?.balanceCents).toBe(10_000);
});

test('a voided charge clears itself and not what is older', () => {
  terms({});
  charged(10_000);
  const other = charged(5000);
  expect(voidPaid(shop, other).ok).toBe(true);
  expect(openOf()).toEqual([['charge', 10_000]]);
});

test('of a sale charged in two parts the one that was corrected is cleared', () => {
  terms({});
  charged(7000);
  const cart = aTicket([item({ taxed: false }, 9000)], { customerId: eve });
  const [first, other] = [aTender('house_account', 4000), aTender('house_account', 5000)];
  const { saleId } = ringUp(shop, cart, [first, other]);
  const corrected = correctTenders(shop, saleId, [aTender('cash', 5000)], {
    takeBack: [other.paymentId],
  });
  expect(corrected.ok).toBe(true);
  expect(openOf()).toEqual([
    ['charge', 7000],
    ['charge', 4000],
  ]);
});

test('a statement goes from what was owed to what is owed, row by row, and the list by name says the same', () => {
  terms({});
  charged(10_000);
  closedDrawer(shop);
  openedOn(shop, 10);
  charged(5000);
  adjust('fee', 1500);
  const numberOf = (saleId: string) => findSale(shop.writer, saleId)?.number;
  const period = [day('2026-11-24'), day('2026-12-31')] as const;
  expect(readStatement(shop.writer, eve, period, numberOf)).toMatchObject({
    openingCents: 10_000,
    closingCents: 16_500,
    entries: [
      { kind: 'charge', number: 'S1-2', amountCents: 5000, balanceCents: 15_000 },
      { kind: 'fee', amountCents: 1500, balanceCents: 16_500 },
    ],
  });
  const owed = (asOf: string) => listAccounts(shop.writer, day(asOf))[0]?.balanceCents;
  expect([owed('2026-11-22'), owed('2026-11-23'), owed('2026-12-31')]).toEqual([0, 10_000, 16_500]);
  expect(standingOf(shop).accounts['house_accounts ']).toBe(16_500);
});
