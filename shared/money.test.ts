import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allocateCents,
  type Cents,
  cents,
  extendPrice,
  formatCents,
  formatRate,
  parseCents,
  portionOfCents,
  type RatePpm,
  rateOfCents,
  sumCents,
  type Thousandths,
} from './money.ts';

const RUNS = { numRuns: 2000 };
const anAmount = fc
  .integer({ min: -1_000_000_000, max: 1_000_000_000 })
  .map((value) => value as Cents);
const aRate = fc.integer({ min: 0, max: 300_000 }).map((value) => value as RatePpm);

/** Rounds half away from zero with whole numbers alone: the naive second opinion. */
function naiveRate(amount: number, ppm: number): number {
  const exact = BigInt(Math.abs(amount)) * BigInt(ppm);
  const whole = exact / 1_000_000n;
  const rest = exact % 1_000_000n;
  const rounded = Number(rest * 2n >= 1_000_000n ? whole + 1n : whole);
  return amount < 0 ? 0 - rounded : rounded;
}

test('a rate of an amount is rounded half away from zero, once', () => {
  fc.assert(
    fc.property(anAmount, aRate, (amount, rate) => {
      expect(rateOfCents(amount, rate)).toBe(naiveRate(amount, rate) + 0);
    }),
    RUNS,
  );
  expect(rateOfCents(cents(50), 10_000 as RatePpm)).toBe(1);
  expect(rateOfCents(cents(-50), 10_000 as RatePpm)).toBe(-1);
  expect(rateOfCents(cents(49), 10_000 as RatePpm)).toBe(0);
});

test('a refund of a line takes back exactly the tax that was taken', () => {
  fc.assert(
    fc.property(anAmount, aRate, (amount, rate) => {
      expect(rateOfCents(cents(0 - amount), rate) + rateOfCents(amount, rate)).toBe(0);
    }),
    RUNS,
  );
});

test('a portion beyond the safe range is still exact', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 9_999_000 }),
      (amount, quantity) => {
        const exact = BigInt(amount) * BigInt(quantity);
        const expected = Number((exact * 2n + 1000n) / 2000n);
        expect(portionOfCents(cents(amount), quantity, 1000)).toBe(expected);
      },
    ),
    RUNS,
  );
});

test('M10: parts of an amount sum to the whole, differ from their share by less than a cent, and keep its sign', () => {
  fc.assert(
    fc.property(
      anAmount,
      fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 30 }),
      (total, weights) => {
        const parts = allocateCents(total, weights);
        expect(sumCents(parts)).toBe(total);
        const sum = weights.reduce((whole, weight) => whole + weight, 0);
        if (sum === 0) return;
        for (const [index, part] of parts.entries()) {
          const share = (total * (weights[index] ?? 0)) / sum;
          expect(Math.abs(part - share)).toBeLessThan(1 + 1e-6);
          expect(Math.sign(part) * Math.sign(total)).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    RUNS,
  );
});

test('an allocation that rounds every share by itself is caught losing cents (planted)', () => {
  const rounded = (total: number, weights: readonly number[]) => {
    const sum = weights.reduce((whole, weight) => whole + weight, 0);
    return weights.map((weight) => Math.round((total * weight) / sum));
  };
  const found = fc.check(
    fc.property(
      anAmount,
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 9 }),
      (total, weights) => {
        expect(rounded(total, weights).reduce((whole, part) => whole + part, 0)).toBe(total);
      },
    ),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('ties go to the earlier part, and nothing to share by gives all to the first', () => {
  expect(allocateCents(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocateCents(cents(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(allocateCents(cents(7), [0, 0])).toEqual([7, 0]);
  expect(() => allocateCents(cents(7), [])).toThrow(RangeError);
});

test('a price for a quantity is rounded once, and its negative mirrors it', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 9_999_000 }),
      (unit, quantity) => {
        const price = extendPrice(cents(unit), quantity as Thousandths);
        expect(extendPrice(cents(unit), (0 - quantity) as Thousandths)).toBe(0 - price + 0);
      },
    ),
    RUNS,
  );
  expect(extendPrice(cents(1299), 2500 as Thousandths)).toBe(3248);
});

test('what is shown as money reads back as the same money', () => {
  fc.assert(
    fc.property(anAmount, (amount) => {
      expect(parseCents(formatCents(amount))).toBe(amount);
    }),
    RUNS,
  );
});

test.each([
  ['1234.5', 123_450],
  ['$1,234.50', 123_450],
  ['.99', 99],
  ['(12.50)', -1250],
  ['−3', -300],
  [' 7 ', 700],
])('%s is an amount', (text, amount) => {
  expect(parseCents(text)).toBe(amount);
});

test.each([
  '',
  '.',
  'abc',
  '1.234',
  '1,23',
  '12,34.00',
  '1e5',
  '£5',
  '(5',
  '5)',
  '1234567890123',
  'NaN',
  '--5',
])('"%s" is no amount', (text) => {
  expect(parseCents(text)).toBeUndefined();
});

test('a cent is whole: anything else is a bug', () => {
  for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(() => cents(value)).toThrow(RangeError);
  expect(Object.is(cents(-0), 0)).toBe(true);
});

test('rates read as percent', () => {
  expect([82_500, 70_000, 5, 0].map((rate) => formatRate(rate as RatePpm))).toEqual([
    '8.25 %',
    '7 %',
    '0.0005 %',
    '0 %',
  ]);
});
