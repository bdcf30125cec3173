import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cents, RatePpm } from '../../money.ts';
import type { BusinessDate } from '../../time.ts';
import { type RestockingRule, restockingFee } from './restocking-fee.ts';

const fifteenPercent: RestockingRule = {
  ratePpm: 150_000 as RatePpm,
  minCents: 2500 as Cents,
  freeDays: 7,
};
const fee = (netCents: number, returnedOn: string, rule = fifteenPercent) =>
  restockingFee(rule, netCents as Cents, {
    soldOn: '2026-02-25' as BusinessDate,
    returnedOn: returnedOn as BusinessDate,
  });

test('within the free days a return costs nothing, the last of them included', () => {
  expect(fee(-100_000, '2026-02-25')).toBe(0);
  expect(fee(-100_000, '2026-03-04')).toBe(0);
  expect(fee(-100_000, '2026-03-05')).toBe(15_000);
});

test('the fee has a least amount, and never eats more than comes back', () => {
  expect(fee(-10_000, '2026-04-01')).toBe(2500);
  expect(fee(-1999, '2026-04-01')).toBe(1999);
  expect(fee(0, '2026-04-01')).toBe(0);
  expect(fee(500, '2026-04-01')).toBe(0);
});

test('for any rule the fee is what counting days and cents by hand says', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 50_000_000 }),
      fc.nat({ max: 1_000_000 }),
      fc.nat({ max: 100_000 }),
      fc.nat({ max: 60 }),
      fc.nat({ max: 120 }),
      (net, rate, min, freeDays, age) => {
        const day = new Date(Date.UTC(2026, 1, 25));
        for (let passed = 0; passed < age; passed++) day.setUTCDate(day.getUTCDate() + 1);
        const rule = { ratePpm: rate as RatePpm, minCents: min as Cents, freeDays };
        const given = fee(0 - net, day.toISOString().slice(0, 10), rule);
        const share = Number((BigInt(net) * BigInt(rate) * 2n + 1_000_000n) / 2_000_000n);
        const wanted = share < min ? min : share;
        expect(given).toBe(age <= freeDays ? 0 : wanted > net ? net : wanted);
      },
    ),
    { numRuns: 2000 },
  );
});
