import { expect, test } from 'vitest';
import type { CartId, SaleLineId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { addTypedItem, type Cart, changeLine, emptyCart } from '#shared/sales/cart.ts';
import { type NewTag, withTagPrice } from './with-tag-price.ts';

const lineId = 'line' as SaleLineId;
const cart = addTypedItem(emptyCart('cart' as CartId), {
  lineId,
  description: 'Ring',
  priceCents: 100_00 as Cents,
  taxed: true,
});
const tag: NewTag = {
  tagPriceCents: 120_00 as Cents,
  taxed: true,
  taxClass: 'goods',
  partsPpm: 0,
};
const prices = ({ lines }: Cart) => lines.map((line) => [line.tagPriceCents, line.pricing]);

test('a line sold for its tag follows the new tag', () => {
  expect(prices(withTagPrice(cart, 'line', tag))).toEqual([[12_000, { way: 'tag' }]]);
});

test('a price that was agreed stays, and other lines are left alone', () => {
  const pricing = { way: 'before_tax', cents: 80_00 as Cents } as const;
  const agreed = changeLine(cart, lineId, { pricing, reasonCode: 'staff' });
  expect(prices(withTagPrice(agreed, 'line', tag))).toEqual([[12_000, pricing]]);
  expect(withTagPrice(cart, 'another', tag)).toEqual(cart);
});

test('the tax of the new tag comes with it, or the store would refuse the line again', () => {
  const now = { ...tag, taxed: false, taxClass: 'restore', partsPpm: 300_000 } as const;
  expect(withTagPrice(cart, 'line', now).lines).toMatchObject([now]);
});
