import type { CartId, CustomerId, Id, PieceId, SaleLineId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { type CartLine, emptyCart, plainLine } from '#shared/sales/cart.ts';
import { expect, it } from 'vitest';
import { boughtLine, withBought } from './bought-line.ts';
import { isLendable, withoutLent } from './lendable.ts';

const piece = (name: string, more: Partial<CartLine> = {}) =>
  plainLine({
    lineId: `line of ${name}` as SaleLineId,
    kind: 'item',
    pieceId: name as PieceId,
    oneOfOne: true,
    description: name,
    tagPriceCents: 10_000 as Cents,
    taxClass: 'goods',
    ...more,
  });
const ring = piece('ring');
const watch = piece('watch');
const wrap = piece('wrap', {
  kind: 'gift_wrap',
  pieceId: null,
  oneOfOne: false,
  links: { forLineId: ring.lineId },
});
const cartOf = (...lines: readonly CartLine[]) => ({
  ...emptyCart('cart' as CartId),
  customerId: 'rosa' as CustomerId,
  lines,
});

it('only single pieces of the stock go out, and none twice', () => {
  expect(isLendable(ring)).toBe(true);
  expect(isLendable(piece('cloth', { oneOfOne: false }))).toBe(false);
  expect(isLendable(wrap)).toBe(false);
  const back = piece('back', { links: { approvalLineId: 'line' as Id<'approvalLine'> } });
  expect(isLendable(back)).toBe(false);
});

it('what went out leaves the cart with what belonged to it; the rest stays the customer’s', () => {
  const left = withoutLent(cartOf(ring, wrap, watch), ['ring' as PieceId]);
  expect(left.lines).toEqual([watch]);
  expect(left.customerId).toBe('rosa');
});

it('with nothing left to ring up the next customer begins with an empty ticket', () => {
  const left = withoutLent(cartOf(ring, wrap), ['ring' as PieceId]);
  expect(left.lines).toEqual([]);
  expect(left.customerId).toBeNull();
});

it('a piece that is kept is bought at its tag, once', () => {
  const lineId = 'kept' as SaleLineId;
  const stock = {
    pieceId: 'ring' as PieceId,
    stockNumber: '100-1',
    description: 'ring',
    kind: 'piece' as const,
    tagPriceCents: 12_000 as Cents,
    taxed: true,
    taxClass: 'goods' as const,
  };
  const kept = boughtLine(stock, 'memo line' as Id<'approvalLine'>, lineId);
  expect(kept).toMatchObject({ tagPriceCents: 12_000, oneOfOne: true, pricing: { way: 'tag' } });
  const cart = withBought(cartOf(watch), [kept]);
  expect(cart.lines).toEqual([watch, kept]);
  expect(withBought(cart, [{ ...kept, lineId: 'again' as SaleLineId }])).toBe(cart);
});
