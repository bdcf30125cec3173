import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cents } from '#shared/money.ts';
import { standingPayments, type StoredPayment } from './standing-payments.ts';

const paid = (id: string, amountCents: number, reversesPaymentId: string | null = null) => ({
  id,
  amountCents,
  reversesPaymentId,
});
const idsOf = (rows: readonly StoredPayment[]) => rows.map(({ id }) => id);

test('what a correction took back is gone, with the change that was given on it', () => {
  const rows = [paid('cash', 12_000), paid('back', -10_825, 'cash'), paid('card', 10_825)];
  const standing = standingPayments(rows, 1175 as Cents);
  expect(idsOf(standing.payments)).toEqual(['card']);
  expect(standing.changeCents).toBe(0);
});

test('a correction of a correction leaves the last', () => {
  const rows = [
    paid('cash', 5000),
    paid('back-1', -5000, 'cash'),
    paid('card', 5000),
    paid('back-2', -5000, 'card'),
    paid('check', 5000),
  ];
  expect(idsOf(standingPayments(rows, 0 as Cents).payments)).toEqual(['check']);
});

/** A sale of one cash payment with change, corrected again and again, now and then by two registers at once. */
const corrected = fc
  .record({
    total: fc.integer({ min: 1, max: 500 }),
    change: fc.nat({ max: 50 }),
    steps: fc.array(fc.record({ which: fc.nat(), twice: fc.boolean() }), { maxLength: 4 }),
  })
  .map(({ total, change, steps }) => {
    const rows: StoredPayment[] = [paid('p0', total + change)];
    for (const [at, { which, twice }] of steps.entries()) {
      const standing = standingPayments(rows, change as Cents);
      const target = standing.payments[which % standing.payments.length];
      if (!target || target.amountCents <= 0) continue;
      const given = target.id === 'p0' ? change : 0;
      for (let times = twice ? 2 : 1; times > 0; times--) {
        rows.push(paid(`b${at}-${times}`, given - target.amountCents, target.id));
        rows.push(paid(`n${at}-${times}`, target.amountCents - given));
      }
    }
    return { rows, change };
  });
const sum = (rows: readonly StoredPayment[]) => rows.reduce((all, row) => all + row.amountCents, 0);

test('M1: what stands less its change is what all payments less the change of the sale are', () => {
  fc.assert(
    fc.property(corrected, ({ rows, change }) => {
      const { payments, changeCents } = standingPayments(rows, change as Cents);
      expect(sum(payments) - changeCents).toBe(sum(rows) - change);
    }),
    { numRuns: 2000 },
  );
});

test('M1: the proof sees one that drops every taking back (planted)', () => {
  const found = fc.check(
    fc.property(corrected, ({ rows, change }) => {
      const gone = new Set(rows.map((row) => row.reversesPaymentId));
      const kept = rows.filter((row) => row.reversesPaymentId === null && !gone.has(row.id));
      expect(sum(kept)).toBe(sum(rows) - change);
    }),
    { numRuns: 2000 },
  );
  expect(found.failed).toBe(true);
});
