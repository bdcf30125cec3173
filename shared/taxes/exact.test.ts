import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateCents, type Cents } from '../money.ts';
import { exactSum, excessOver, product, roundToCents, splitCents } from './exact.ts';

const RUNS = { numRuns: 2000 };
const safe = fc.oneof(fc.nat({ max: 100 }), fc.nat(), fc.maxSafeNat());

describe('whole numbers past the safe range stay exact', () => {
  test('products, sums and what one has more than another', () => {
    fc.assert(
      fc.property(safe, safe, safe, (a, b, c) => {
        expect(BigInt(product(a, b))).toBe(BigInt(a) * BigInt(b));
        const sum = exactSum([a, product(b, c), c]);
        expect(BigInt(sum)).toBe(BigInt(a) + BigInt(b) * BigInt(c) + BigInt(c));
        expect(BigInt(excessOver(sum, a))).toBe(BigInt(b) * BigInt(c) + BigInt(c));
      }),
      RUNS,
    );
  });

  test('a sum of safe numbers leaves the safe range without losing its last digit', () => {
    expect(exactSum([Number.MAX_SAFE_INTEGER, 2])).toBe(9_007_199_254_740_993n);
    expect(exactSum([])).toBe(0);
  });

  test('half a cent goes up, less goes down', () => {
    expect([1499, 1500, 2500].map((value) => roundToCents(value, 1000))).toEqual([1, 2, 3]);
    expect([1499n, 1500n, 2500n].map((value) => roundToCents(value, 1000))).toEqual([1, 2, 3]);
  });
});

describe('splitting', () => {
  const weights = fc.array(safe, { minLength: 1, maxLength: 12 });
  const total = fc
    .oneof(fc.nat({ max: 100 }), fc.nat({ max: 1_000_000_000 }))
    .map((value) => value as Cents);

  test('gives what the largest remainder of the house gives', () => {
    fc.assert(
      fc.property(total, weights, (amount, each) => {
        fc.pre(each.some((weight) => weight > 0));
        expect(splitCents(amount, each)).toEqual(allocateCents(amount, each));
        expect(splitCents(amount, each.map(BigInt))).toEqual(allocateCents(amount, each));
      }),
      RUNS,
    );
  });

  test('splits nothing over nothing, and refuses to lose an amount', () => {
    expect(splitCents(0 as Cents, [])).toEqual([]);
    expect(splitCents(0 as Cents, [0, 0])).toEqual([0, 0]);
    expect(() => splitCents(5 as Cents, [0, 0])).toThrow(RangeError);
    expect(() => splitCents(5 as Cents, [])).toThrow(RangeError);
  });
});
