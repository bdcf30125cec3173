import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberRuns } from './number-runs.ts';

test('M8: a day names its first and last number of each series, and that none is missing', () => {
  expect(numberRuns(['S1-102', 'S1-101', 'S1-103', 'Q1-8'], ['S1-100', 'Q1-7'])).toEqual([
    { first: 'Q1-8', last: 'Q1-8', count: 1, missing: [] },
    { first: 'S1-101', last: 'S1-103', count: 3, missing: [] },
  ]);
  expect(numberRuns([], ['S1-100'])).toEqual([]);
});

test('M8: a gap is named, inside the day and between the days', () => {
  expect(numberRuns(['S1-9', 'S1-11', 'S1-14'], ['S1-7'])).toEqual([
    { first: 'S1-9', last: 'S1-14', count: 3, missing: ['S1-8', 'S1-10', 'S1-12', 'S1-13'] },
  ]);
});

test('M8: a series that began today begins at 1, the old one has its own run', () => {
  expect(numberRuns(['S1-200', 'S1B-1', 'S1B-2'], ['S1-199'])).toEqual([
    { first: 'S1-200', last: 'S1-200', count: 1, missing: [] },
    { first: 'S1B-1', last: 'S1B-2', count: 2, missing: [] },
  ]);
  expect(numberRuns(['S1B-3'], ['S1-199'])).toEqual([
    { first: 'S1B-3', last: 'S1B-3', count: 1, missing: ['S1B-1', 'S1B-2'] },
  ]);
});

test('M8: a very wide gap is told by its ends', () => {
  expect(numberRuns(['S1-500'], ['S1-1'])[0]?.missing).toEqual(['S1-2 … S1-499']);
});

test('a number of another shape stands by itself', () => {
  expect(numberRuns(['4711'], [])).toEqual([
    { first: '4711', last: '4711', count: 1, missing: [] },
  ]);
});

const used = fc.record({
  before: fc.nat({ max: 50 }),
  taken: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }),
});

/** Walks through every number there could be. */
function naiveMissing(before: number, counters: readonly number[]): string[] {
  const missing: string[] = [];
  for (let counter = before + 1; counter < Math.max(...counters); counter++)
    if (!counters.includes(counter)) missing.push(`S1-${counter}`);
  return missing;
}

test('M8: whatever numbers a day used, those missing are the ones nobody holds', () => {
  fc.assert(
    fc.property(used, ({ before, taken }) => {
      const counters = taken.map((step) => before + step);
      const numbers = counters.map((counter) => `S1-${counter}`);
      const [run] = numberRuns(numbers, before === 0 ? [] : [`S1-${before}`]);
      const missing = naiveMissing(before, counters);
      // A gap of more than 20 is told by its ends, so only days without one are compared number by number.
      const wide = (run?.missing ?? []).some((number) => number.includes('…'));
      if (!wide) expect(run?.missing).toEqual(missing);
      expect(run?.count).toBe(counters.length);
    }),
    { numRuns: 2000 },
  );
});

test('M8: the proof sees a run that does not look back at the day before', () => {
  expect(numberRuns(['S1-9'], ['S1-8'])[0]?.missing).not.toEqual(naiveMissing(7, [9]));
});
