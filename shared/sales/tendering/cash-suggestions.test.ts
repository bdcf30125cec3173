import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cents } from '../../money.ts';
import { suggestNotes } from './cash-suggestions.ts';

/** The fewest notes for each number of dollars, tried out one note at a time. */
const fewest = [0];
for (let dollars = 1; dollars <= 1000; dollars++) {
  const tries = [1, 5, 10, 20, 50, 100].filter((note) => note <= dollars);
  fewest[dollars] = 1 + Math.min(...tries.map((note) => fewest[dollars - note] ?? 0));
}

test.each([
  [6100, [6100, 6500, 7000, 10_000]],
  [410, [410, 500, 1000, 2000]],
  [2000, [2000, 5000, 10_000]],
  [123_456, [123_456, 124_000, 125_000, 130_000]],
  [0, []],
  [-500, []],
])('for %i cents these are likely: %j', (due, amounts) => {
  expect(suggestNotes(due as Cents)).toEqual(amounts);
});

test('suggestions rise from the exact amount and are the rounded amounts of the fewest notes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90_000 }), (due) => {
      const suggested = suggestNotes(due as Cents);
      expect(suggested[0]).toBe(due);
      expect(suggested).toEqual([...new Set(suggested)].toSorted((a, b) => a - b));
      expect(suggested.length).toBeLessThanOrEqual(4);
      const notes = (amount: number) => fewest[amount / 100] ?? 0;
      const offered = suggested.slice(1);
      const passedOver = [500, 1000, 2000, 5000, 10_000]
        .map((note) => due + ((note - (due % note)) % note))
        .filter((amount) => amount !== due && !offered.includes(amount as Cents));
      for (const left of passedOver)
        for (const amount of offered) expect(notes(amount)).toBeLessThanOrEqual(notes(left));
    }),
    { numRuns: 2000 },
  );
});
