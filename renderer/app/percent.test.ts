import { expect, test } from 'vitest';
import { percentText, readPercent } from './percent.ts';

test.each([
  ['10', 100_000],
  ['12.5', 125_000],
  ['12,5 %', 125_000],
  ['.5', 5000],
  ['100', 1_000_000],
  ['0', 0],
])('%s is a percentage', (typed, ppm) => {
  expect(readPercent(typed)).toBe(ppm);
  expect(readPercent(percentText(ppm))).toBe(ppm);
});

test.each(['', '%', '100.1', '-5', 'ten', '1.23456', '1000'])('%s is none', (typed) => {
  expect(readPercent(typed)).toBeUndefined();
});
