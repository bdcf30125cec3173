import type { RatePpm } from '#shared/money.ts';
import { expect, it } from 'vitest';
import { parseRate, rateText } from './tax-rate.ts';

it.each([
  ['8.25', 82_500],
  ['8,25 %', 82_500],
  ['0', 0],
  ['.5', 5000],
  ['9.3125%', 93_125],
  ['30', 300_000],
])('%j is a rate', (text, ppm) => {
  expect(parseRate(text)).toBe(ppm);
});

it.each(['', '.', '%', '30.01', '-1', '8.25.1', '8.12345', 'eight', '100'])(
  '%j is not a rate',
  (text) => {
    expect(parseRate(text)).toBeUndefined();
  },
);

it('a rate in its field reads back as the same rate', () => {
  for (const ppm of [0, 1, 5000, 82_500, 93_125, 100_000, 300_000] as RatePpm[])
    expect(parseRate(rateText(ppm))).toBe(ppm);
});
