import { expect, test } from 'vitest';
import type { CartId, CustomerId, Id, PieceId, SaleLineId, StaffId } from '../ids.ts';
import type { Cents, RatePpm, Thousandths } from '../money.ts';
import {
  addLine,
  addPiece,
  addTypedItem,
  type CartPiece,
  changeLine,
  emptyCart,
  followPieces,
  plainLine,
  removeLine,
  setCustomer,
  setSellingAs,
} from './cart.ts';

const line = (name: string) => name as SaleLineId;
const aRing: CartPiece = {
  pieceId: 'ring' as PieceId,
  stockNumber: '100-1',
  description: 'Ring',
  kind: 'piece',
  tagPriceCents: 5000 as Cents,
  taxed: true,
  taxClass: 'goods',
};
const aStrap: CartPiece = {
  ...aRing,
  pieceId: 'strap' as PieceId,
  stockNumber: '700-1',
  description: 'Strap',
  kind: 'counted',
};
const empty = emptyCart('cart' as CartId);

test('one of one goes into a cart once, however often it is scanned', () => {
  const first = addPiece(empty, aRing, line('a'));
  expect(first).toMatchObject({
    added: true,
    cart: { lines: [{ lineId: 'a', quantityThousandths: 1000, tagPriceCents: 5000 }] },
  });
  expect(addPiece(first.cart, aRing, line('b'))).toEqual({ added: false, cart: first.cart });
});

test('one of one with a changed price is still one of one', () => {
  const cheaper = changeLine(addPiece(empty, aRing, line('a')).cart, line('a'), {
    pricing: { way: 'before_tax', cents: 4000 as Cents },
    reasonCode: 'damaged',
  });
  expect(addPiece(cheaper, aRing, line('b')).added).toBe(false);
});

test('counted goods add up on their line, but not onto one with another price', () => {
  const two = addPiece(addPiece(empty, aStrap, line('a')).cart, aStrap, line('b'));
  expect(two).toMatchObject({ added: true, cart: { lines: [{ quantityThousandths: 2000 }] } });
  const cheaper = changeLine(two.cart, line('a'), {
    pricing: { way: 'before_tax', cents: 4000 as Cents },
    reasonCode: 'damaged',
  });
  expect(
    addPiece(cheaper, aStrap, line('c')).cart.lines.map((each) => each.quantityThousandths),
  ).toEqual([2000, 1000]);
});

test('lines change and go by their id, and an unknown id changes nothing', () => {
  const cart = addTypedItem(addPiece(empty, aRing, line('a')).cart, {
    lineId: line('b'),
    description: 'Chain',
    priceCents: 700 as Cents,
    taxed: true,
  });
  expect(
    changeLine(cart, line('b'), { quantityThousandths: 3000 as Thousandths }).lines[1]
      ?.quantityThousandths,
  ).toBe(3000);
  expect(removeLine(cart, line('a')).lines.map((each) => each.lineId)).toEqual(['b']);
  expect(removeLine(cart, line('z'))).toEqual(cart);
});

test('customer and salesperson are set and taken away again', () => {
  const cart = setSellingAs(setCustomer(empty, 'c' as CustomerId), 's' as StaffId);
  expect(cart).toMatchObject({ customerId: 'c', sellingAs: 's' });
  expect(setSellingAs(setCustomer(cart, null), null)).toEqual(empty);
});

test('an override stays with its line', () => {
  const cart = changeLine(addPiece(empty, aRing, line('a')).cart, line('a'), {
    overrideId: 'o' as Id<'override'>,
  });
  expect(cart.lines[0]?.overrideId).toBe('o');
});

test('an override goes when the quantity changes: it was given for what the line came to', () => {
  const strap = addPiece(empty, aStrap, line('a')).cart;
  const allowed = changeLine(strap, line('a'), {
    pricing: { way: 'before_tax', cents: 10 as Cents },
    overrideId: 'o' as Id<'override'>,
  });
  expect(
    changeLine(allowed, line('a'), { quantityThousandths: 9000 as Thousandths }).lines[0]
      ?.overrideId,
  ).toBeNull();
});

const aPlan = (priceCents: number, sharePpm?: number) =>
  plainLine({
    lineId: line('plan'),
    kind: 'care_plan',
    description: 'Care plan',
    tagPriceCents: priceCents as Cents,
    taxClass: 'care_plan',
    overrideId: 'word' as Id<'override'>,
    links: {
      forLineId: line('a'),
      ...(sharePpm !== undefined && { sharePpm: sharePpm as RatePpm }),
    },
  });
/** What the ring comes to: its gross, and what it was let down by itself. */
const ringAt = (gross: number, discount = 0) => [
  { lineId: line('a'), grossCents: gross as Cents, lineDiscountCents: discount as Cents },
];

test('a care plan that costs a share follows its piece, down and up again', () => {
  const cart = addLine(addPiece(empty, aRing, line('a')).cart, aPlan(500, 100_000));
  const planOf = (now: typeof cart) => now.lines.find(({ kind }) => kind === 'care_plan');
  const down = followPieces(cart, ringAt(5000, 1005));
  // 10 % of $39.95; a word that was given for the old price is none for the new one.
  expect(planOf(down)).toMatchObject({ tagPriceCents: 400, overrideId: null });
  expect(planOf(followPieces(down, ringAt(5000)))).toMatchObject({ tagPriceCents: 500 });
  expect(planOf(followPieces(cart, ringAt(10_000)))).toMatchObject({ tagPriceCents: 1000 });
});

test('nothing follows where nothing changed, and a plan at an amount of its own keeps it', () => {
  const cart = addLine(addPiece(empty, aRing, line('a')).cart, aPlan(500, 100_000));
  expect(followPieces(cart, ringAt(5000))).toBe(cart);
  expect(followPieces(cart, [])).toBe(cart);
  const fixed = addLine(addPiece(empty, aRing, line('a')).cart, aPlan(1800));
  expect(followPieces(fixed, ringAt(5000, 4000))).toBe(fixed);
});

test('what was agreed for the plan itself stays agreed on its new price', () => {
  const pricing = { way: 'percent_off', ratePpm: 500_000 as RatePpm } as const;
  const plan = { ...aPlan(500, 100_000), pricing };
  const cart = addLine(addPiece(empty, aRing, line('a')).cart, plan);
  expect(followPieces(cart, ringAt(4000)).lines.at(-1)).toMatchObject({
    tagPriceCents: 400,
    pricing,
  });
});
