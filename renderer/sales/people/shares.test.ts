import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffId } from '#shared/ids.ts';
import type { RatePpm } from '#shared/money.ts';
import { evenShares, sharedEvenly, type ShareRow, sharesOf, sharesProblem } from './shares.ts';

const row = (name: string | undefined, percent: number | undefined): ShareRow => ({
  key: `${name} ${percent}`,
  staffId: name as StaffId | undefined,
  sharePpm: percent === undefined ? undefined : ((percent * 10_000) as RatePpm),
});

test('three share a sale evenly, and the cent that is left over is the first one’s', () => {
  expect(evenShares(3)).toEqual([333_400, 333_300, 333_300]);
});

test('even shares come to the whole for any number of people', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), (count) => {
      const names = ['ana', 'cal', 'mara', 'bea'].slice(0, count);
      const rows = sharedEvenly(names.map((name) => row(name, undefined)));
      expect(sharesProblem(rows)).toBeUndefined();
    }),
  );
});

test('shares must come to 100 %, of people who are chosen once each', () => {
  expect(sharesProblem([row('ana', 60), row('cal', 40)])).toBeUndefined();
  expect(sharesProblem([row('ana', 60), row('cal', 30)])).toBe('notWhole');
  expect(sharesProblem([row('ana', 60), row('ana', 40)])).toBe('twice');
  expect(sharesProblem([row('ana', 100), row(undefined, undefined)])).toBe('person');
  expect(sharesProblem([row('ana', 100), row('cal', 0)])).toBe('share');
  expect(sharesOf([row('ana', 60), row('cal', 30)])).toBeUndefined();
  expect(sharesOf([row('ana', 60), row('cal', 40)])).toEqual([
    { staffId: 'ana', sharePpm: 600_000 },
    { staffId: 'cal', sharePpm: 400_000 },
  ]);
});
