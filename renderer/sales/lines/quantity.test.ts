import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Thousandths } from '#shared/money.ts';
import { quantityText, readQuantity, stepQuantity } from './quantity.ts';

const q = (value: number) => value as Thousandths;

test.each([
  ['3', 3000],
  [' 12 ', 12_000],
  ['1.5', 1500],
  ['.125', 125],
  ['9999', 9_999_000],
])('%s is taken', (typed, thousandths) => {
  expect(readQuantity(typed)).toBe(thousandths);
});

test.each(['', '0', '0.000', '-1', '1.2345', '10000', 'two', '1,5'])(
  '%s is no quantity',
  (typed) => {
    expect(readQuantity(typed)).toBeUndefined();
  },
);

test('one less never leaves nothing: a line is taken out on purpose', () => {
  expect(stepQuantity(q(2000), -1)).toBe(1000);
  expect(stepQuantity(q(1000), -1)).toBe(1000);
  expect(stepQuantity(q(1500), -1)).toBe(500);
  expect(stepQuantity(q(9_999_000), 1)).toBe(9_999_000);
});

test('what a field shows reads back as the same quantity', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_000 }), (value) => {
      expect(readQuantity(quantityText(q(value)))).toBe(value);
    }),
  );
});
