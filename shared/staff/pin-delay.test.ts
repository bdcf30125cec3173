import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextWaitMs, remainingWaitMs } from './pin-delay.ts';

test('three tries are free, then the wait grows and stays at a quarter of an hour', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 500].map(nextWaitMs);
  expect(waits).toEqual([
    0, 0, 0, 5000, 15_000, 30_000, 60_000, 300_000, 900_000, 900_000, 900_000,
  ]);
});

test('trying all PINs of four digits takes more than a hundred days', () => {
  let totalMs = 0;
  for (let failures = 1; failures <= 10_000; failures++) totalMs += nextWaitMs(failures);
  expect(totalMs / 86_400_000).toBeGreaterThan(100);
});

test('a clock that jumps never makes a wait longer than its failures are worth', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.maxSafeNat(), fc.maxSafeNat(), (failures, waitUntilMs, nowMs) => {
      const left = remainingWaitMs({ failures, waitUntilMs }, nowMs);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(nextWaitMs(failures));
    }),
  );
  expect(remainingWaitMs({ failures: 4, waitUntilMs: 20_000 }, 12_000)).toBe(8000);
  expect(remainingWaitMs({ failures: 4, waitUntilMs: 20_000 }, 20_000)).toBe(0);
});
