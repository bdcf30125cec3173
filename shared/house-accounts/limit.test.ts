import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cents } from '../money.ts';
import { checkAccountLimit } from './limit.ts';

const check = (balance: number, limit: number, charge: number) =>
  checkAccountLimit(
    { balanceCents: balance as Cents, limitCents: limit as Cents },
    charge as Cents,
  );

test('an account may be charged up to its limit and not a cent more', () => {
  expect(check(40_000, 100_000, 60_000)).toEqual({ ok: true, value: 0 });
  expect(check(40_000, 100_000, 60_001)).toEqual({
    ok: false,
    refusal: { code: 'ACCOUNT_OVER_LIMIT', leftCents: 60_000 },
  });
  expect(check(120_000, 100_000, 1)).toMatchObject({ refusal: { leftCents: 0 } });
  expect(check(-500, 0, 500)).toEqual({ ok: true, value: 0 });
});

test('charges that are each allowed never bring the balance over the limit', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 50_000 }),
      fc.array(fc.integer({ min: -9000, max: 30_000 }), { maxLength: 15 }),
      (limit, wishes) => {
        let balance = 0;
        for (const wish of wishes) {
          const answer = check(balance, limit, wish);
          if (wish > 0) expect(answer.ok).toBe(balance + wish <= limit);
          if (answer.ok || wish < 0) balance += wish;
          expect(balance).toBeLessThanOrEqual(limit);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a limit that looks at the charge alone is caught (planted)', () => {
  const found = fc.check(
    fc.property(fc.nat({ max: 50_000 }), fc.array(fc.nat({ max: 30_000 })), (limit, wishes) => {
      const charged = wishes.filter((wish) => check(0, limit, wish).ok);
      expect(charged.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(limit);
    }),
    { numRuns: 2000 },
  );
  expect(found.failed).toBe(true);
});
