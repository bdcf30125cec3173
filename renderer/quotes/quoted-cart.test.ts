import type { CartId, Id, PieceId, SaleLineId } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import { emptyCart, plainLine } from '#shared/sales/cart.ts';
import { expect, it } from 'vitest';
import { atTodaysPrices } from './quoted-cart.ts';

const talk = { reasonCode: 'anniversary' as const, priceReason: 'ten years', overrideId: null };
const ring = plainLine({
  lineId: 'ring line' as SaleLineId,
  kind: 'item',
  pieceId: 'ring' as PieceId,
  oneOfOne: true,
  description: 'Ring',
  tagPriceCents: 10_000 as Cents,
  taxClass: 'goods',
  pricing: { way: 'percent_off', ratePpm: 100_000 as RatePpm },
  ...talk,
});
const battery = plainLine({
  lineId: 'battery line' as SaleLineId,
  kind: 'service',
  description: 'Battery',
  tagPriceCents: 1800 as Cents,
  taxClass: 'restore',
});
const quoted = {
  ...emptyCart('cart' as CartId),
  lines: [ring, battery],
  ticket: { pricing: { way: 'out_the_door' as const, cents: 9000 as Cents }, ...talk },
  quoteId: 'quote' as Id<'quote'>,
};
const today = {
  pieceId: 'ring' as PieceId,
  stockNumber: '100-1',
  description: 'Ring, resized',
  kind: 'piece' as const,
  tagPriceCents: 12_500 as Cents,
  taxed: true,
  taxClass: 'goods' as const,
};

it('an expired quote sells at the tags of today, and nothing agreed then holds', () => {
  const cart = atTodaysPrices(quoted, new Map([[today.pieceId, today]]));
  expect(cart.quoteId).toBeNull();
  expect(cart.ticket).toBeNull();
  expect(cart.lines).toMatchObject([
    {
      tagPriceCents: 12_500,
      description: 'Ring, resized',
      pricing: { way: 'tag' },
      reasonCode: null,
    },
    { tagPriceCents: 1800, description: 'Battery' },
  ]);
});

it('a piece nobody knows any more is left out', () => {
  expect(atTodaysPrices(quoted, new Map()).lines).toMatchObject([{ description: 'Battery' }]);
});
