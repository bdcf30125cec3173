import { expect, test } from 'vitest';
import type { CartId, Id, SaleLineId } from '#shared/ids.ts';
import type { Cents, RatePpm, Thousandths } from '#shared/money.ts';
import { addLine, type Cart, changeLine, emptyCart, plainLine } from '#shared/sales/cart.ts';
import { withoutLine, withQuantity } from './line-changes.ts';

const id = (name: string) => name as SaleLineId;
const two = 2000 as Thousandths;

const cloth = plainLine({
  lineId: id('cloth'),
  kind: 'item',
  description: 'Polishing cloth',
  tagPriceCents: 895 as Cents,
  taxClass: 'goods',
});
const cart = addLine(emptyCart('cart' as CartId), cloth);
const firstLine = (now: Cart) => now.lines[0];

test('an amount that was agreed for one is not the amount for two: back to the tag', () => {
  const pricing = { way: 'before_tax', cents: 700 as Cents } as const;
  const agreed = changeLine(cart, id('cloth'), { pricing, reasonCode: 'staff' });
  const { cart: next, toTag } = withQuantity(agreed, id('cloth'), two);
  expect(toTag).toBe(true);
  expect(firstLine(next)).toMatchObject({
    quantityThousandths: 2000,
    pricing: { way: 'tag' },
    reasonCode: null,
  });
});

test('a percentage holds for two as for one', () => {
  const pricing = { way: 'percent_off', ratePpm: 100_000 as RatePpm } as const;
  const agreed = changeLine(cart, id('cloth'), { pricing, reasonCode: 'staff' });
  const { cart: next, toTag } = withQuantity(agreed, id('cloth'), two);
  expect(toTag).toBe(false);
  expect(firstLine(next)).toMatchObject({ quantityThousandths: 2000, pricing });
});

test('a sale whose shipping is taken out is not sent anywhere', () => {
  const shipping = { ...cloth, lineId: id('shipping'), kind: 'shipping' as const };
  const sent: Cart = {
    ...addLine(cart, shipping),
    shipTo: {
      recipient: 'Rosa',
      address: '1 Main St',
      phone: '',
      carrier: '',
      tracking: '',
      insuredCents: 0 as Cents,
      taxAreaId: 'tn' as Id<'taxArea'>,
    },
  };
  expect(withoutLine(sent, id('cloth')).shipTo).not.toBeNull();
  expect(withoutLine(sent, id('shipping'))).toMatchObject({ shipTo: null, lines: [cloth] });
});
