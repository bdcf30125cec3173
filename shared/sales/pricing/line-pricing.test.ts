import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cents, RatePpm } from '../../money.ts';
import { type LinePrice, linePrice, type UntaxedPricing } from './line-pricing.ts';

const RUNS = { numRuns: 2000 };
const dollars = (amount: number) => Math.round(amount * 100) as Cents;
const percentOff = (percent: number): UntaxedPricing => ({
  way: 'percent_off',
  ratePpm: Math.round(percent * 10_000) as RatePpm,
});

describe('a $1,250.00 ring', () => {
  const ring = dollars(1250);

  test.each<[string, UntaxedPricing, number, number]>([
    ['at its tag', { way: 'tag' }, 0, 1250],
    ['at 20 % off', percentOff(20), 250, 1000],
    ['at 12.5 % off', percentOff(12.5), 156.25, 1093.75],
    ['at $75 off', { way: 'amount_off', cents: dollars(75) }, 75, 1175],
    ['for $999 before tax', { way: 'before_tax', cents: dollars(999) }, 251, 999],
    ['raised to $1,300 before tax', { way: 'before_tax', cents: dollars(1300) }, -50, 1300],
  ])('%s', (_, pricing, discount, net) => {
    expect(linePrice(pricing, ring)).toEqual({
      discountCents: dollars(discount),
      netCents: dollars(net),
    });
  });
});

test('a percentage of an odd price rounds half a cent away from zero, once', () => {
  expect(linePrice(percentOff(10), 5 as Cents)).toEqual({ discountCents: 1, netCents: 4 });
  expect(linePrice(percentOff(33.3333), dollars(99.99)).discountCents).toBe(3333);
});

test('nothing costs less than nothing: a discount stops at the price', () => {
  const free = { discountCents: 1500, netCents: 0 };
  expect(linePrice({ way: 'amount_off', cents: dollars(20) }, dollars(15))).toEqual(free);
  expect(linePrice(percentOff(250), dollars(15))).toEqual(free);
  expect(linePrice({ way: 'before_tax', cents: dollars(0) }, dollars(15))).toEqual(free);
});

test('a negative discount or price is a bug, not a way to price', () => {
  const ring = dollars(15);
  expect(() => linePrice(percentOff(-1), ring)).toThrow(RangeError);
  expect(() => linePrice({ way: 'amount_off', cents: -1 as Cents }, ring)).toThrow(RangeError);
  expect(() => linePrice({ way: 'before_tax', cents: -1 as Cents }, ring)).toThrow(RangeError);
  expect(() => linePrice({ way: 'tag' }, -1 as Cents)).toThrow(RangeError);
});

const aGross = fc.oneof(fc.nat({ max: 2000 }), fc.nat({ max: 1_000_000_000 }));
const aPricing: fc.Arbitrary<UntaxedPricing> = fc.oneof(
  fc.constant({ way: 'tag' as const }),
  fc.record({
    way: fc.constant('percent_off' as const),
    ratePpm: fc.nat({ max: 1_200_000 }).map((value) => value as RatePpm),
  }),
  fc.record({
    way: fc.constantFrom('amount_off' as const, 'before_tax' as const),
    cents: aGross.map((value) => value as Cents),
  }),
);

/** Prices a line as one would on paper, in big whole numbers. */
function naivePrice(pricing: UntaxedPricing, grossCents: number): LinePrice {
  const gross = BigInt(grossCents);
  const off = {
    tag: () => 0n,
    percent_off: (rate: bigint) => (gross * rate * 2n + 1_000_000n) / 2_000_000n,
    amount_off: (amount: bigint) => amount,
    before_tax: (price: bigint) => gross - price,
  };
  const figure =
    pricing.way === 'tag' ? 0 : pricing.way === 'percent_off' ? pricing.ratePpm : pricing.cents;
  const wanted = off[pricing.way](BigInt(figure));
  const discount = wanted > gross ? gross : wanted;
  return { discountCents: Number(discount) as Cents, netCents: Number(gross - discount) as Cents };
}

const law = (price: typeof linePrice) =>
  fc.property(aPricing, aGross, (pricing, gross) => {
    const priced = price(pricing, gross as Cents);
    expect(priced).toEqual(naivePrice(pricing, gross));
    expect(priced.netCents).toBeGreaterThanOrEqual(0);
  });

test('each way to price gives what a naive count gives, and never a price below zero', () => {
  fc.assert(law(linePrice), RUNS);
});

test.each<[string, typeof linePrice]>([
  [
    'a percentage cut off instead of rounded',
    (pricing, gross) => {
      if (pricing.way !== 'percent_off') return linePrice(pricing, gross);
      const off = Math.min(gross, Math.floor((gross * pricing.ratePpm) / 1_000_000));
      return { discountCents: off as Cents, netCents: (gross - off) as Cents };
    },
  ],
  [
    'an amount off that takes more than the price',
    (pricing, gross) => {
      if (pricing.way !== 'amount_off') return linePrice(pricing, gross);
      return { discountCents: pricing.cents, netCents: (gross - pricing.cents) as Cents };
    },
  ],
])('%s is caught (planted)', (_, planted) => {
  expect(fc.check(law(planted), RUNS).failed).toBe(true);
});
