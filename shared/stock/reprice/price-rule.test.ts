import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, MAX_AMOUNT_CENTS } from '../../money.ts';
import { endPrice, hasEnding, marginPpm, PRICE_ENDINGS, priceUnder } from './price-rule.ts';

const anyPrice = fc.integer({ min: 0, max: MAX_AMOUNT_CENTS }).map(cents);
const anyEnding = fc.constantFrom(...PRICE_ENDINGS);
const HALF_STEP = {
  none: 0,
  dollar: 50,
  end_95: 50,
  end_99: 50,
  five: 250,
  ten: 500,
  nine: 500,
  hundred: 5000,
} as const;

test('prices end as a jeweler writes them', () => {
  const ends = (dollars: number) =>
    PRICE_ENDINGS.map((ending) => endPrice(cents(Math.round(dollars * 100)), ending) / 100);
  expect(ends(1234.56)).toEqual([1234.56, 1235, 1234.95, 1234.99, 1235, 1230, 1239, 1200]);
  expect(ends(2.4)).toEqual([2.4, 2, 1.95, 1.99, 5, 10, 9, 100]);
});

test('an ended price has its ending, and ending it again changes nothing', () => {
  fc.assert(
    fc.property(anyPrice, anyEnding, (price, ending) => {
      const ended = endPrice(price, ending);
      expect(price === 0 ? ended === 0 : hasEnding(ended, ending) && ended > 0).toBe(true);
      expect(endPrice(ended, ending)).toBe(ended);
    }),
  );
});

test('no price of that ending is nearer, but for the lowest one', () => {
  fc.assert(
    fc.property(anyPrice, anyEnding, (price, ending) => {
      const off = Math.abs(endPrice(price, ending) - price);
      const half = HALF_STEP[ending];
      if (price > 2 * half) expect(off).toBeLessThanOrEqual(half);
    }),
  );
});

test('a dearer piece never becomes the cheaper one', () => {
  fc.assert(
    fc.property(anyPrice, anyPrice, anyEnding, (a, b, ending) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(endPrice(low, ending)).toBeLessThanOrEqual(endPrice(high, ending));
    }),
  );
});

test('percent goes from the price, a markup from the cost, a set price from neither', () => {
  const piece = { tagPriceCents: cents(100_000), costCents: cents(40_000) };
  expect(priceUnder(piece, { way: 'percent', changePpm: 75_000 }, 'none')).toBe(107_500);
  expect(priceUnder(piece, { way: 'percent', changePpm: -100_000 }, 'end_99')).toBe(89_999);
  expect(priceUnder(piece, { way: 'markup', timesThousandths: 2200 }, 'nine')).toBe(87_900);
  expect(priceUnder(piece, { way: 'set', priceCents: cents(49_950) }, 'none')).toBe(49_950);
});

test('a markup on a cost nobody knows, and a price beyond the largest, are no price', () => {
  const piece = { tagPriceCents: cents(MAX_AMOUNT_CENTS), costCents: null };
  expect(priceUnder(piece, { way: 'markup', timesThousandths: 2200 }, 'none')).toBeUndefined();
  expect(priceUnder(piece, { way: 'percent', changePpm: 1 }, 'none')).toBeUndefined();
});

test('the margin is what is left of the price', () => {
  expect(marginPpm(cents(100_000), cents(40_000))).toBe(600_000);
  expect(marginPpm(cents(40_000), cents(50_000))).toBe(-250_000);
  expect(marginPpm(cents(0), cents(50_000))).toBeNull();
  expect(marginPpm(cents(100), null)).toBeNull();
});
