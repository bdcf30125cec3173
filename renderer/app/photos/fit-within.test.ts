import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitWithin } from './fit-within.ts';

test('a large photo is made small, a small one is left as it is', () => {
  expect(fitWithin({ width: 4000, height: 3000 }, 2048)).toEqual({ width: 2048, height: 1536 });
  expect(fitWithin({ width: 300, height: 200 }, 320)).toEqual({ width: 300, height: 200 });
});

test('no photo of any shape is larger than its edge, or has no pixel at all', () => {
  const length = fc.integer({ min: 1, max: 60_000 });
  fc.assert(
    fc.property(length, length, (width, height) => {
      const fitted = fitWithin({ width, height }, 2048);
      expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(2048);
      expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1);
    }),
  );
});
