import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import { addLine, type Cart, emptyCart, setCustomer } from '#shared/sales/cart.ts';
import { grantOverride } from '../../staff/grant-override.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { aCart, aPiece, aSale, aTender, sell } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { aGiftCard, returnsOfSale } from '../../testing/ticket-lines.ts';
import { recordCheck } from '../payments/record-check.ts';
import { resolvePayment } from '../payments/resolve-payment.ts';

// A piece of $100.00 costs $108.25 with the test shop's tax.
const TOTAL = 10_825;

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const count = (table: string) =>
  Number(shop.writer.sqlite.prepare(`select count(*) from ${table}`).pluck().get());

/** A piece of $100.00, sold for these tenders. */
function sold(...tenders: readonly SaleTender[]): SaleId {
  const piece = aPiece(shop, { stockNumber: `A-${newId('x')}`, priceCents: 10_000 });
  const input = aSale(shop, setCustomer(aCart(shop, [piece]), aCustomer(shop)), tenders);
  const answer = sell(shop, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return input.saleId;
}

function backCart(...saleIds: readonly SaleId[]): Cart {
  const cart = setCustomer(emptyCart(newId('cart')), aCustomer(shop));
  return saleIds.flatMap((saleId) => returnsOfSale(shop.writer, saleId)).reduce(addLine, cart);
}

const back = (saleId: SaleId | null, ...args: Parameters<typeof aTender>) =>
  aTender(args[0], 0 - args[1], { refundOfSaleId: saleId, ...args[2] });

function refund(cart: Cart, tenders: readonly SaleTender[], actor = shop.counter) {
  return sell(shop, aSale(shop, cart, tenders), { actor });
}

function override(cart: Cart, amountCents: number) {
  const context = shop.context('staff.override');
  const granted = shop.writer.write(context, null, (tx) =>
    grantOverride(tx, context, {
      grantedBy: shop.manager.staffId,
      businessDate: shop.today,
      permission: 'sales.refundOther',
      reason: 'no card with them',
      subjectId: cart.cartId,
      amountCents: (0 - amountCents) as Cents,
    }),
  );
  if (!granted.ok) throw new Error('no override');
  return granted.value.overrideId;
}

function settle(paymentId: string, outcome: 'charged' | 'not_charged') {
  const context = shop.context('payments.resolve', { actor: shop.manager });
  return shop.writer.write(context, null, (tx) =>
    resolvePayment(tx, context, { paymentId, outcome, note: 'asked the bank' }),
  );
}

function checkCame(paymentId: string, kind: 'cleared' | 'returned') {
  const context = shop.context('payments.recordCheck', { actor: shop.manager });
  return shop.writer.write(context, null, (tx) =>
    recordCheck(tx, context, { paymentId, kind, feeCents: 0 as Cents, reason: '' }),
  );
}

const refusedOver = (tender: string, leftCents = 0) => ({
  ok: false,
  refusal: { code: 'REFUND_OVER_PAID', tender, leftCents },
});
const aCheck = (holdUntil: string | null) =>
  aTender('check', TOTAL, {
    checkKind: 'personal',
    reference: '101',
    holdUntil,
  } as Partial<SaleTender>);

test('a card gets back what it paid, cash only with a manager, and no more than the sale', () => {
  const sale = sold(aTender('card', TOTAL, { brand: 'Visa' }));
  const cart = backCart(sale);
  expect(refund(cart, [back(sale, 'cash', TOTAL)])).toEqual(refusedOver('cash'));
  expect(refund(cart, [back(sale, 'card', TOTAL, { brand: 'Discover' })])).toEqual(
    refusedOver('card'),
  );
  expect(count('sale')).toBe(1);
  expect(refund(cart, [back(sale, 'card', TOTAL, { brand: 'Visa' })]).ok).toBe(true);
});

test("a manager's word lets cash go back for a card, for its ticket and its amount alone", () => {
  const sale = sold(aTender('card', TOTAL));
  const cart = backCart(sale);
  const overrideId = override(cart, 0 - TOTAL);
  const other = override(backCart(sale), 0 - TOTAL);
  expect(refund(cart, [back(sale, 'cash', TOTAL, { overrideId: other })]).ok).toBe(false);
  expect(refund(cart, [back(sale, 'cash', TOTAL, { overrideId })]).ok).toBe(true);
});

test('a payment nobody is sure of gives nothing back, not as credit and not by a manager, until it is settled', () => {
  const unsure = aTender('card', TOTAL, { unknown: true });
  const sale = sold(unsure);
  const cart = backCart(sale);
  const credit = [back(null, 'store_credit', TOTAL)];
  expect(refund(cart, credit)).toEqual(refusedOver('card'));
  expect(refund(cart, credit, shop.manager)).toEqual(refusedOver('card'));
  const card = [back(sale, 'card', TOTAL)];
  expect(refund(cart, card, shop.manager)).toEqual(refusedOver('card'));
  expect(refund(cart, [back(null, 'card', TOTAL)], shop.manager)).toEqual(refusedOver('card'));
  expect(count('sale')).toBe(1);
  settle(unsure.paymentId, 'charged');
  expect(refund(cart, card).ok).toBe(true);
});

test('what turned out never charged is not given back either', () => {
  const unsure = aTender('card', 5000, { unknown: true });
  const sale = sold(unsure, aTender('cash', TOTAL - 5000));
  settle(unsure.paymentId, 'not_charged');
  const cart = backCart(sale);
  const cash = back(sale, 'cash', TOTAL - 5000);
  expect(refund(cart, [cash, back(null, 'store_credit', 5000)], shop.manager)).toEqual(
    refusedOver('card'),
  );
  expect(refund(cart, [cash, back(sale, 'card', 5000)])).toEqual(refusedOver('card'));
});

test('a held check comes back as store credit until it has cleared', () => {
  const check = aCheck('2026-12-03');
  const sale = sold(check);
  const cart = backCart(sale);
  expect(refund(cart, [back(sale, 'check', TOTAL)])).toEqual(refusedOver('check'));
  expect(refund(cart, [back(sale, 'cash', TOTAL)])).toEqual(refusedOver('cash'));
  checkCame(check.paymentId, 'cleared');
  expect(refund(cart, [back(sale, 'check', TOTAL)]).ok).toBe(true);
  const held = sold(aCheck('2026-12-03'));
  expect(refund(backCart(held), [back(held, 'store_credit', TOTAL)]).ok).toBe(true);
});

test('a check that came back gives nothing back', () => {
  const check = aCheck(null);
  const sale = sold(check);
  checkCame(check.paymentId, 'returned');
  const cart = backCart(sale);
  expect(refund(cart, [back(null, 'store_credit', TOTAL)])).toEqual(refusedOver('check'));
  expect(refund(cart, [back(sale, 'check', TOTAL)])).toEqual(refusedOver('check'));
});

test('an exchanged piece that comes back later is given back to the card that paid for the first one', () => {
  const first = sold(aTender('card', TOTAL, { brand: 'Visa' }));
  const piece = aPiece(shop, { stockNumber: 'E-1', priceCents: 6000 });
  const bought = aCart(shop, [piece]);
  const exchange = { ...bought, lines: [...backCart(first).lines, ...bought.lines] };
  const visa = { brand: 'Visa' };
  const input = aSale(shop, exchange, [back(first, 'card', TOTAL - 6495, visa)]);
  expect(sell(shop, input).ok).toBe(true);
  const again = backCart(input.saleId);
  expect(refund(again, [back(first, 'card', 6496, visa)])).toMatchObject({ ok: false });
  expect(refund(again, [back(first, 'card', 6495, visa)])).toMatchObject({
    ok: true,
    value: { totalCents: -6495 },
  });
});

test('of several sales each tender gives back what it paid of its own sale', () => {
  const [card, cash] = [sold(aTender('card', TOTAL)), sold(aTender('cash', TOTAL))];
  const cart = backCart(card, cash);
  expect(refund(cart, [back(cash, 'cash', 2 * TOTAL)])).toEqual(refusedOver('cash', TOTAL));
  expect(refund(cart, [back(card, 'card', TOTAL), back(cash, 'cash', TOTAL)]).ok).toBe(true);
});

test('what was never paid does not become a gift card, or a payment on account, on the way back', () => {
  const unsure = aTender('card', TOTAL, { unknown: true });
  const cart = backCart(sold(unsure));
  const card = aGiftCard(TOTAL);
  expect(refund(addLine(cart, card), [], shop.manager)).toEqual(refusedOver('card'));
  const cheaper = addLine(cart, aGiftCard(2000));
  const cash = [back(null, 'cash', TOTAL - 2000)];
  expect(refund(cheaper, cash, shop.manager)).toEqual(refusedOver('card'));
  const dearer = addLine(cart, aGiftCard(TOTAL + 5000));
  expect(refund(dearer, [aTender('cash', 5000)])).toEqual(refusedOver('card'));
  expect(count('sale')).toBe(1);
  // Against goods the debt stays what it was: nothing is given back.
  const ring = aCart(shop, [aPiece(shop, { stockNumber: 'B-1', priceCents: 10_000 })]);
  const exchanged = { ...ring, customerId: cart.customerId };
  const swap = cart.lines.reduce(addLine, exchanged);
  expect(refund(swap, []).ok).toBe(true);
});

test('money that is held in a check may become a gift card: it is credit either way', () => {
  const cart = backCart(sold(aCheck('2026-12-03')));
  expect(refund(addLine(cart, aGiftCard(TOTAL)), []).ok).toBe(true);
});

test('only what gives back names an earlier sale, and only one that comes back here', () => {
  const [first, other] = [sold(aTender('cash', TOTAL)), sold(aTender('card', TOTAL))];
  const ring = aCart(shop, [aPiece(shop, { stockNumber: 'B-1', priceCents: 10_000 })]);
  const named = aTender('card', TOTAL, { refundOfSaleId: other });
  expect(refund(ring, [named], shop.manager)).toEqual(refusedOver('card'));
  const cart = backCart(first);
  expect(refund(cart, [back(other, 'card', TOTAL)], shop.manager)).toEqual(refusedOver('card'));
  expect(refund(cart, [back(other, 'store_credit', TOTAL)])).toEqual(refusedOver('store_credit'));
  expect(count('sale')).toBe(2);
  expect(refund(cart, [back(first, 'cash', TOTAL)]).ok).toBe(true);
});

test('one tender twice on a ticket gives back what it paid once', () => {
  const sale = sold(aTender('card', 5000), aTender('cash', TOTAL - 5000));
  const cart = backCart(sale);
  const twice = [back(sale, 'card', 5000), back(sale, 'card', TOTAL - 5000)];
  expect(refund(cart, twice)).toEqual(refusedOver('card'));
  expect(refund(cart, [back(sale, 'cash', TOTAL)])).toEqual(refusedOver('cash', TOTAL - 5000));
  expect(count('sale')).toBe(1);
});
