import { expect, test } from 'vitest';
import type { PieceId, SaleLineId } from '#shared/ids.ts';
import { type Cents, ONE } from '#shared/money.ts';
import type { PricedTicket } from '#shared/sales/cart-totals.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import { readCustomerView } from '#shared/customer-display/view.ts';
import { type AtTheCounter, customerViewOf } from './customer-view.ts';

const cents = (amount: number) => amount as Cents;

const line = (id: string, kind: CartLine['kind'], description: string): CartLine =>
  ({
    lineId: id as SaleLineId,
    kind,
    description,
    pieceId: 'p' as PieceId,
    stockNumber: 'P1-1',
    quantityThousandths: ONE,
    tagPriceCents: cents(10_000),
    reasonText: 'keystone is 41',
  }) as unknown as CartLine;

const cartOf = (...lines: readonly CartLine[]) =>
  ({ lines, customerId: 'rosa', note: 'pays late' }) as unknown as Cart;

const totals = {
  lines: [{ lineId: 'a', netCents: cents(9000), discountCents: cents(1000) }],
  taxCents: cents(743),
  totalCents: cents(9743),
} as unknown as PricedTicket;

const now = (rest: Partial<AtTheCounter>): AtTheCounter => ({
  storeName: 'Hart & Sons',
  cart: cartOf(),
  totals,
  sold: undefined,
  kindWords: (kind) => `(${kind})`,
  ...rest,
});

test('the customer sees the lines, the tax and the total, and nothing that is not theirs to see', () => {
  const view = customerViewOf(now({ cart: cartOf(line('a', 'item', 'Solitaire 0.7 ct')) }));
  expect(view).toEqual({
    kind: 'sale',
    lines: [{ words: 'Solitaire 0.7 ct', quantityThousandths: 1000, amountCents: 9000 }],
    taxCents: 743,
    totalCents: 9743,
  });
  expect(readCustomerView(view)).toEqual(view);
});

test('a gift card shows no code and an account no name: such lines are told by their kind', () => {
  const cart = cartOf(line('a', 'account_payment', 'Account of Rosa Delgado'));
  expect(JSON.stringify(customerViewOf(now({ cart })))).not.toContain('Rosa');
});

test('after the sale it thanks with the change, and with nobody signed in it shows the shop alone', () => {
  const sold = { totalCents: cents(9743), changeCents: cents(257) };
  expect(customerViewOf(now({ sold })).kind).toBe('thanks');
  expect(customerViewOf(now({ sold, cart: undefined }))).toEqual({
    kind: 'idle',
    storeName: 'Hart & Sons',
  });
});
