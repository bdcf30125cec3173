import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  amountOf,
  countedCents,
  DENOMINATIONS,
  denominationName,
  type Counts,
} from './denominations.ts';

it('the drawer of a usual evening', () => {
  const counts: Counts = {
    10000: 6,
    5000: 2,
    2000: 31,
    1000: 14,
    500: 19,
    100: 47,
    25: 52,
    10: 38,
    5: 21,
    1: 64,
  };
  expect(countedCents(counts)).toBe(162_049);
});

it('nothing counted is not the same as an empty drawer', () => {
  expect(countedCents({})).toBeUndefined();
  expect(countedCents({ 100: 0 })).toBe(0);
});

it('notes are in dollars, coins in cents', () => {
  expect(DENOMINATIONS.map(denominationName).join(' ')).toBe(
    '$100 $50 $20 $10 $5 $2 $1 50¢ 25¢ 10¢ 5¢ 1¢',
  );
});

it('the sum is the sum of its rows, whatever was counted', () => {
  const anyCounts = fc.record(
    Object.fromEntries(DENOMINATIONS.map((each) => [each, fc.nat({ max: 9999 })])),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyCounts, (counts: Counts) => {
      const rows = DENOMINATIONS.map((each) => amountOf(each, counts[each]));
      expect(countedCents(counts) ?? 0).toBe(rows.reduce((sum, row) => sum + row, 0));
    }),
  );
});
