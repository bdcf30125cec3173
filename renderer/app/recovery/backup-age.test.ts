import { expect, it } from 'vitest';
import { ageOf, isStale, sizeText } from './backup-age.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;

it.each([
  [null, { unit: 'none' }],
  [NOW, { unit: 'now' }],
  [NOW + HOUR, { unit: 'now' }],
  [NOW - 5 * 60_000, { unit: 'minutes', count: 5 }],
  [NOW - 23 * HOUR, { unit: 'hours', count: 23 }],
  [NOW - 47 * HOUR, { unit: 'days', count: 1 }],
])('a backup made at %j is said to be %j old', (madeAtMs, age) => {
  expect(ageOf(madeAtMs, NOW)).toEqual(age);
});

it('no backup, or none for two days, must be told', () => {
  expect(isStale(null, NOW)).toBe(true);
  expect(isStale(NOW - 49 * HOUR, NOW)).toBe(true);
  expect(isStale(NOW - 47 * HOUR, NOW)).toBe(false);
});

it('sizes are in megabytes', () => {
  expect([sizeText(2000), sizeText(12_440_000), sizeText(2_000_000_000)]).toEqual([
    '0.1 MB',
    '12.4 MB',
    '2000 MB',
  ]);
});
