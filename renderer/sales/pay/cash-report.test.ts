import { expect, test } from 'vitest';
import type { SaleLineId } from '#shared/ids.ts';
import type { PricedTicket } from '#shared/sales/cart-totals.ts';
import { addLine, type Cart, emptyCart, plainLine } from '#shared/sales/cart.ts';
import { meterCash } from '#shared/sales/form-8300/meter.ts';
import type { ReceivedPayment } from '#shared/sales/form-8300/reportable-cash.ts';
import type { BusinessDate } from '#shared/time.ts';
import { cashAdvice, reportableCents } from './cash-report.ts';
import { aPaid, cents } from './till-builders.ts';

const today = '2026-11-23' as BusinessDate;

/** A sale of one piece at its price. */
function aSale(priceCents: number): { readonly cart: Cart; readonly totals: PricedTicket } {
  const lineId = 'line' as SaleLineId;
  const line = plainLine({
    lineId,
    kind: 'item',
    description: 'Ring',
    tagPriceCents: cents(priceCents),
    taxClass: 'goods',
  });
  const amounts = {
    grossCents: cents(priceCents),
    lineDiscountCents: cents(0),
    ticketDiscountCents: cents(0),
    discountCents: cents(0),
    netCents: cents(priceCents),
    taxCents: cents(0),
    taxes: [],
  };
  const { kind, quantityThousandths, tagPriceCents } = line;
  return {
    cart: addLine(emptyCart('cart' as Cart['cartId']), line),
    totals: {
      lines: [{ lineId, kind, quantityThousandths, tagPriceCents, ...amounts }],
      adjustments: [],
      subtotalCents: cents(priceCents),
      discountCents: cents(0),
      taxCents: cents(0),
      totalCents: cents(priceCents),
    },
  };
}

const meterOf = (amount: number) =>
  meterCash(
    [
      {
        paymentId: 'p',
        kind: 'cash',
        amountCents: cents(amount),
        receivedOn: today,
        receivedAtMs: 0,
        designatedSale: true,
      } as ReceivedPayment,
    ],
    new Set(),
    today,
  );

test('cash counts without its change, cards and personal checks do not count', () => {
  const { cart, totals } = aSale(1_500_000);
  const payments = [aPaid('cash', 900_000), aPaid('card', 500_000)];
  expect(reportableCents(payments, cents(20_000), cart, totals)).toBe(880_000);
  const check = aPaid('check', 500_000, { checkKind: 'personal' });
  expect(reportableCents([check], cents(0), cart, totals)).toBe(0);
});

test("a cashier's check of $10,000 or less is cash where one piece costs more than $10,000", () => {
  const check = aPaid('check', 900_000, { checkKind: 'cashiers_check' });
  const dear = aSale(1_500_000);
  expect(reportableCents([check], cents(0), dear.cart, dear.totals)).toBe(900_000);
  const cheap = aSale(900_000);
  expect(reportableCents([check], cents(0), cheap.cart, cheap.totals)).toBe(0);
});

test('below $8,000 nothing is said, from there on it is asked, and over $10,000 the law is said', () => {
  expect(cashAdvice(cents(799_999), undefined, false)).toBeUndefined();
  expect(cashAdvice(cents(800_000), undefined, false)).toMatchObject({ kind: 'ask' });
  expect(cashAdvice(cents(1_000_000), undefined, false)).toMatchObject({ kind: 'ask' });
  expect(cashAdvice(cents(1_000_001), undefined, false)).toMatchObject({ kind: 'nameless' });
});

test('with a customer the meter of the whole year decides', () => {
  expect(cashAdvice(cents(100), meterOf(799_999), true)).toBeUndefined();
  expect(cashAdvice(cents(100), meterOf(850_000), true)).toEqual({
    kind: 'ask',
    cashCents: 850_000,
  });
  expect(cashAdvice(cents(100), meterOf(1_000_100), true)).toEqual({
    kind: 'report',
    cashCents: 1_000_100,
    fileBy: '2026-12-08',
  });
  expect(cashAdvice(cents(0), meterOf(1_000_100), true)).toBeUndefined();
});
