import type { DayCloseNumbers } from '../../documents/day-close-paper.ts';

/** Beyond this a gap is told as its first and last number: something larger than a missing document has happened. */
const LISTED = 20;

/**
 * First and last number of each series of a day, how many there are, and which are missing between them or between the
 * day before and this one. M8: there are none, as the register counts; a number that cannot be read has a run of its own.
 */
export function numberRuns(
  numbers: readonly string[],
  lastNumbers: readonly string[],
): readonly DayCloseNumbers[] {
  const before = new Map(lastNumbers.map((number) => [seriesOf(number), counterOf(number)]));
  return [...Map.groupBy(new Set(numbers), seriesOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([series, group]) => runOf(series, group.map(counterOf), before.get(series)));
}

function runOf(series: string, counters: readonly number[], before = 0): DayCloseNumbers {
  const sorted = counters.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  // Every series begins at 1, so one that was not there before this day lacks what is below its first number.
  const start = Math.min(before, first - 1);
  return {
    first: named(series, first),
    last: named(series, last),
    count: sorted.length,
    missing: missingOf(series, [start, ...sorted]),
  };
}

function missingOf(series: string, counters: readonly number[]): readonly string[] {
  return counters.flatMap((counter, index) => {
    const next = counters[index + 1];
    if (next === undefined || next - counter <= 1) return [];
    const [from, to] = [counter + 1, next - 1];
    if (to - from >= LISTED) return [`${named(series, from)} … ${named(series, to)}`];
    return Array.from({ length: to - from + 1 }, (_, step) => named(series, from + step));
  });
}

/** `S1B` of `S1B-7`; a number of another shape is its own series. */
function seriesOf(number: string): string {
  return /^(.+)-\d+$/.exec(number)?.[1] ?? number;
}

function counterOf(number: string): number {
  return Number(/-(\d+)$/.exec(number)?.[1] ?? Number.NaN);
}

function named(series: string, counter: number): string {
  return Number.isNaN(counter) ? series : `${series}-${counter}`;
}
