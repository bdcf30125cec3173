import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import { cents, type RatePpm, type Thousandths } from '#shared/money.ts';
import {
  addLine,
  type Cart,
  changeLine,
  emptyCart,
  type FixedAmounts,
  setCustomer,
  takenBack,
} from '#shared/sales/cart.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { saveSelling } from '../../settings/save-selling.ts';
import { findPieceForSale } from '../../stock/find-piece.ts';
import { fullScans, plansOf } from '../../testing/planned-queries.ts';
import { aPaidSale, ringUp, voidPaid } from '../../testing/a-correction.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { aCart, aPiece, aSale, aTender, sell } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { aReturn, returnsOfSale } from '../../testing/ticket-lines.ts';
import { printedCode } from '#shared/document-number.ts';
import { formatExchangeCode } from '#shared/documents/exchange-code.ts';
import { listLines } from '../find-sale.ts';
import { resolvePayment } from '../payments/resolve-payment.ts';
import { findReturnable } from './find-returnable.ts';
import { readRefundPlan } from './read-refund-plan.ts';
import { readReturnable } from './read-returnable.ts';

// A piece of $100.00 costs $108.25 with the test shop's tax.
const TOTAL = 10_825;

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const back = (kind: SaleTender['kind'], amount: number, saleId: SaleId) =>
  aTender(kind, 0 - amount, { refundOfSaleId: saleId });
const refused = (refusal: object) => ({ ok: false, refusal });
const rows = (table: string) =>
  Number(shop.writer.sqlite.prepare(`select count(*) from ${table}`).pluck().get());

function backCart(...lines: Parameters<typeof addLine>[1][]): Cart {
  return lines.reduce(addLine, emptyCart(newId('cart')));
}

const NOTHING: FixedAmounts = {
  grossCents: cents(0),
  discountCents: cents(0),
  netCents: cents(0),
  taxCents: cents(0),
};

/** Ten straps of $33.33 in one line, and what any part of them brings back. */
function tenStraps() {
  const straps = aPiece(shop, { stockNumber: 'ST', priceCents: 3333, quantityThousandths: 10_000 });
  const cart = aCart(shop, [straps]);
  const line = cart.lines[0];
  if (!line) throw new Error('no line');
  const all = changeLine(cart, line.lineId, { quantityThousandths: 10_000 as Thousandths });
  const { saleId } = ringUp(shop, all, [['card', 36_080]]);
  const give = (thousandths: number) => {
    const lineBack = aReturn(shop.writer, line.lineId, { thousandths });
    // What cannot come back brings nothing, whatever the window believes.
    const fixed = lineBack.fixed ?? takenBack(NOTHING);
    const { netCents, taxCents } = fixed;
    const input = aSale(shop, backCart({ ...lineBack, fixed }), [
      back('card', 0 - netCents - taxCents, saleId),
    ]);
    return { netCents, taxCents, answer: sell(shop, input) };
  };
  return { straps, saleId, give };
}

test('M9, M10: straps come back over several tickets, to the cent of what was paid and never one more', () => {
  const { straps, saleId, give } = tenStraps();
  const parts = [3000, 1000, 4000].map(give);
  expect(parts.every(({ answer }) => answer.ok)).toBe(true);
  expect(readReturnable(shop.writer, saleId, shop.today)?.lines[0]).toMatchObject({
    returnedThousandths: 8000,
    leftThousandths: 2000,
  });
  const before = rows('sale');
  expect(give(3000).answer).toEqual(
    refused({ code: 'LINE_ALREADY_RETURNED', description: 'Ring ST', leftThousandths: 2000 }),
  );
  expect(rows('sale')).toBe(before);
  parts.push(give(2000));
  expect(parts.at(-1)?.answer.ok).toBe(true);
  expect(parts.reduce((sum, { netCents }) => sum + netCents, 0)).toBe(-33_330);
  expect(parts.reduce((sum, { taxCents }) => sum + taxCents, 0)).toBe(-2750);
  expect(findPieceForSale(shop.writer, straps)?.quantityThousandths).toBe(10_000);
  expect(give(1000).answer).toMatchObject(refused({ leftThousandths: 0 }));
});

test('a return that was voided may come back again', () => {
  const { saleId, give } = tenStraps();
  const input = aSale(shop, backCart(...returnsOfSale(shop.writer, saleId)), [
    back('card', 36_080, saleId),
  ]);
  expect(sell(shop, input).ok).toBe(true);
  expect(give(1000).answer.ok).toBe(false);
  expect(voidPaid(shop, input.saleId).ok).toBe(true);
  expect(give(1000).answer.ok).toBe(true);
});

test('a line of a voided sale, and one that was never sold, do not come back', () => {
  const { saleId } = aPaidSale(shop);
  const lines = returnsOfSale(shop.writer, saleId);
  voidPaid(shop, saleId);
  const input = aSale(shop, backCart(...lines), [back('cash', TOTAL, saleId)]);
  expect(sell(shop, input)).toEqual(
    refused({ code: 'RETURN_LINE_NOT_FOUND', description: lines[0]?.description }),
  );
});

/** A ring that was sold by card, and a cart in which it comes back against another piece. */
function exchange(priceCents: number) {
  const { saleId } = aPaidSale(shop, [['card', TOTAL]]);
  const other = aCart(shop, [aPiece(shop, { stockNumber: 'NEW', priceCents })]);
  const cart = { ...other, lines: [...returnsOfSale(shop.writer, saleId), ...other.lines] };
  return { saleId, cart };
}

test('an exchange against a dearer piece: one ticket, one total, and the difference is paid', () => {
  const { cart } = exchange(15_000);
  const input = aSale(shop, cart, [['cash', 6000]]);
  // 150.00 + 12.38 tax − 108.25
  expect(sell(shop, input)).toMatchObject({
    ok: true,
    value: { totalCents: 5413, changeCents: 587 },
  });
  expect(rows('sale')).toBe(2);
});

test('an exchange against a cheaper piece gives the difference back to the card that paid', () => {
  const { saleId, cart } = exchange(4000);
  const plan = readRefundPlan(
    shop.writer,
    { actor: shop.counter, registerId: shop.register.registerId },
    cart,
  );
  // 40.00 + 3.30 tax − 108.25
  expect(plan).toMatchObject({
    ok: true,
    value: {
      totalCents: -6495,
      blockedCents: 0,
      tenders: [
        { kind: 'card', amountCents: -6495, saleId, saleNumber: 'S1-1', why: 'same_tender' },
      ],
      places: [{ kind: 'card', leftCents: TOTAL }],
    },
  });
  expect(sell(shop, aSale(shop, cart, [back('card', 6495, saleId)])).ok).toBe(true);
});

const planOf = (cart: Cart) =>
  readRefundPlan(shop.writer, { actor: shop.counter, registerId: shop.register.registerId }, cart);

test('the plan names gift cards and what is blocked, and says what would refuse the ticket', () => {
  const unsure = aTender('card', 6000, { unknown: true, brand: 'Visa' });
  const { saleId } = aPaidSale(shop, [unsure, aTender('cash', TOTAL - 6000)]);
  const cart = backCart(...returnsOfSale(shop.writer, saleId));
  expect(planOf(cart)).toMatchObject({
    ok: true,
    value: {
      blockedCents: 6000,
      tenders: [{ kind: 'cash', amountCents: 6000 - TOTAL }],
      places: [
        { kind: 'card', brand: 'Visa', leftCents: 0 },
        { kind: 'cash', leftCents: TOTAL - 6000 },
      ],
    },
  });
  const context = shop.context('payments.resolve', { actor: shop.manager });
  const found = { paymentId: unsure.paymentId, outcome: 'not_charged' as const, note: 'asked' };
  shop.writer.write(context, found, (tx) => resolvePayment(tx, context, found));
  voidPaid(shop, saleId);
  expect(planOf(cart)).toMatchObject(refused({ code: 'RETURN_LINE_NOT_FOUND' }));
  const buy = aCart(shop, [aPiece(shop, { stockNumber: 'B-1', priceCents: 100 })]);
  expect(planOf(buy)).toMatchObject({ ok: true, value: { tenders: [], places: [] } });
});

test('the fee of the rule is said for today, and a return without it needs the right', () => {
  const context = shop.context('settings.saveSelling', { actor: shop.manager });
  const selling = {
    restockingPpm: 100_000 as RatePpm,
    restockingMinCents: cents(1500),
    restockingFreeDays: 0,
  };
  shop.writer.write(context, selling, (tx) => saveSelling(tx, context, { selling }));
  const { saleId } = aPaidSale(shop);
  const on = (date: string) =>
    readReturnable(shop.writer, saleId, date as BusinessDate)?.restocking;
  expect(on('2026-11-23')).toBeNull();
  expect(on('2026-11-24')).toEqual({ ratePpm: 100_000, minCents: 1500 });
});

function threeSales() {
  const eve = aCustomer(shop);
  const ring = aPiece(shop, { stockNumber: 'R-100', priceCents: 10_000 });
  const first = ringUp(shop, setCustomer(aCart(shop, [ring]), eve));
  const second = aPaidSale(shop, undefined, eve);
  const third = aPaidSale(shop);
  return { eve, first, second, third };
}
const found = (input: Parameters<typeof findReturnable>[1]) =>
  findReturnable(shop.writer, input).map((each) => each.saleId);

test('a sale is found by its receipt, its gift receipt, a piece, the customer, the day, and all of them together', () => {
  const { eve, first, second, third } = threeSales();
  const everything = [third.saleId, second.saleId, first.saleId];
  expect(new Set(found({}))).toEqual(new Set(everything));
  expect(found({ text: 'S1-2' })).toEqual([second.saleId]);
  expect(found({ text: printedCode('S1-2') })).toEqual([second.saleId]);
  const gift = formatExchangeCode({ printedCode: printedCode('S1-3'), positions: [1] });
  expect(found({ text: gift })).toEqual([third.saleId]);
  expect(found({ stockNumber: 'r-100' })).toEqual([first.saleId]);
  expect(new Set(found({ customerId: eve }))).toEqual(new Set([first.saleId, second.saleId]));
  expect(new Set(found({ businessDate: shop.today }))).toEqual(new Set(everything));
  expect(found({ businessDate: '2026-11-22' as BusinessDate })).toEqual([]);
  expect(found({ customerId: eve, stockNumber: 'R-100' })).toEqual([first.saleId]);
  expect(found({ customerId: eve, text: 'S1-3' })).toEqual([]);
  expect(found({ text: 'nothing like it' })).toEqual([]);
  expect(found({ customerId: newId('customer') as CustomerId })).toEqual([]);
  voidPaid(shop, third.saleId);
  expect(findReturnable(shop.writer, { text: 'S1-3' })).toMatchObject([
    { voided: true, returnable: false },
  ]);
});

test('no search reads a whole table', () => {
  const { eve, first } = threeSales();
  shop = shop.reopen();
  const plans = plansOf(shop.writer.sqlite, () => {
    for (const input of [
      { text: 'S1-1' },
      { stockNumber: 'R-100' },
      { customerId: eve },
      { businessDate: shop.today },
    ])
      findReturnable(shop.writer, input);
    readReturnable(shop.writer, first.saleId, shop.today);
  });
  expect(plans.length).toBeGreaterThan(10);
  expect(fullScans(plans)).toEqual([]);
});

test('the return desk sees the stored amounts, the piece and the customer of a sale', () => {
  const { eve, first } = threeSales();
  expect(readReturnable(shop.writer, first.saleId, shop.today)).toMatchObject({
    number: 'S1-1',
    customerId: eve,
    customerName: 'Eve Stone',
    voided: false,
    restocking: null,
    lines: [
      {
        position: 1,
        kind: 'item',
        stockNumber: 'R-100',
        oneOfOne: true,
        pieceStatus: 'sold',
        leftThousandths: 1000,
        sold: { netCents: cents(10_000), taxCents: cents(825) },
      },
    ],
  });
  expect(listLines(shop.writer, first.saleId)).toHaveLength(1);
  expect(readReturnable(shop.writer, newId('sale'), shop.today)).toBeNull();
});

test('a piece that came back without its receipt is offered on no receipt, and once it is sold again on the new one alone', () => {
  const piece = aPiece(shop, { stockNumber: 'R-1', priceCents: 10_000 });
  const eve = aCustomer(shop);
  const first = ringUp(shop, setCustomer(aCart(shop, [piece]), eve));
  const line = first.cart.lines[0];
  if (!line) throw new Error('no line');
  const blind = {
    ...line,
    lineId: newId('saleLine'),
    kind: 'return' as const,
    quantityThousandths: -1000 as Thousandths,
    links: { blindId: 'License 1234', disposition: 'stock' as const },
  };
  const cart = setCustomer(backCart(blind), eve);
  const credit = aSale(shop, cart, [aTender('store_credit', 0 - TOTAL)]);
  expect(sell(shop, credit, { actor: shop.manager }).ok).toBe(true);
  const offered = (saleId: SaleId) => [
    readReturnable(shop.writer, saleId, shop.today)?.lines[0]?.leftThousandths,
    findReturnable(shop.writer, {}).find((each) => each.saleId === saleId)?.returnable,
  ];
  expect(offered(first.saleId)).toEqual([0, false]);
  const again = ringUp(shop, aCart(shop, [piece]));
  expect(offered(first.saleId)).toEqual([0, false]);
  expect(offered(again.saleId)).toEqual([1000, true]);
});
