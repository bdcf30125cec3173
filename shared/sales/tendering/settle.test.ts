import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cents } from '../../money.ts';
import { TENDER_KINDS, type TenderKind } from '../tenders.ts';
import { cashDueCents, settle, type TenderedAmount } from './settle.ts';

const RUNS = { numRuns: 3000 };
const aKind = fc.constantFrom(...TENDER_KINDS);
const anAmount = fc.nat({ max: 40_000 });
const aRounding = fc.integer({ min: -2, max: 2 });

const pay = (kind: TenderKind, amount: number): TenderedAmount => ({
  kind,
  amountCents: amount as Cents,
});

/** Tenders that often come near what is due, so that covering, change and over-tender all happen. */
const aSettlement = fc
  .record({
    kinds: fc.array(fc.tuple(aKind, anAmount), { maxLength: 5 }),
    closing: fc.option(fc.tuple(aKind, fc.integer({ min: -300, max: 3000 })), { nil: undefined }),
    total: fc.integer({ min: -120_000, max: 120_000 }),
    rounding: aRounding,
  })
  .map(({ kinds, closing, total, rounding: drawn }) => {
    // Rounding reaches zero at most: one cent is rounded down to nothing, never to a cent the other way.
    const rounding = total === 0 || (total + drawn) * total < 0 ? 0 : drawn;
    const way = total < 0 ? -1 : 1;
    const tenders = kinds.map(([kind, amount]) => pay(kind, way * amount));
    const left = total + rounding - tenders.reduce((sum, each) => sum + each.amountCents, 0);
    if (closing && left * way + closing[1] > 0)
      tenders.push(pay(closing[0], left + way * closing[1]));
    return {
      tenders: tenders.map((each) => pay(each.kind, each.amountCents + 0)),
      total,
      rounding,
    };
  });

/** Takes the tenders one after the other, the others before the cash, as one would over the counter. */
function naiveSettle(tenders: readonly TenderedAmount[], due: number, isRefund: boolean) {
  const sizes = tenders.map(({ kind, amountCents }) => ({ kind, size: Math.abs(amountCents) }));
  const target = isRefund ? 0 - due : due;
  let open = target;
  let over: TenderKind | undefined;
  for (const { kind, size } of sizes) {
    if (kind === 'cash' && !isRefund) continue;
    open -= size;
    if (open < 0 && size > 0 && over === undefined) over = kind;
  }
  if (over !== undefined) return { refused: 'over', tender: over, by: 0 - open };
  const cash = isRefund
    ? 0
    : sizes.reduce((sum, { kind, size }) => sum + (kind === 'cash' ? size : 0), 0);
  if (cash < open) return { refused: 'short', by: open - cash };
  return { change: cash - open };
}

test('M1: payments − change = total + rounding, or it is refused as a naive count says', () => {
  const seen = { settled: 0, short: 0, over: 0 };
  fc.assert(
    fc.property(aSettlement, ({ tenders, total, rounding }) => {
      const answer = settle(tenders, total as Cents, rounding as Cents);
      const naive = naiveSettle(tenders, total + rounding, total < 0);
      if (answer.ok) {
        seen.settled++;
        const paid = tenders.reduce((sum, each) => sum + each.amountCents, 0);
        expect(paid - answer.value.changeCents).toBe(total + rounding);
        expect(answer.value).toEqual({
          dueCents: total + rounding,
          paidCents: paid,
          changeCents: naive.change,
        });
        if (total < 0) expect(answer.value.changeCents).toBe(0);
        const cash = tenders.filter((each) => each.kind === 'cash');
        expect(answer.value.changeCents).toBeLessThanOrEqual(
          Math.max(
            0,
            cash.reduce((sum, each) => sum + each.amountCents, 0),
          ),
        );
      } else if (answer.refusal.code === 'SALE_UNDERTENDERED') {
        seen.short++;
        expect({ refused: 'short', by: answer.refusal.shortByCents }).toEqual(naive);
      } else {
        seen.over++;
        const { tender, overByCents } = answer.refusal;
        expect({ refused: 'over', tender, by: overByCents }).toEqual(naive);
      }
    }),
    RUNS,
  );
  // A property that never meets a case proves nothing about it.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
});

test('M1: change given from a card is caught (planted)', () => {
  const changeFromAnything = (tenders: readonly TenderedAmount[], due: number) =>
    Math.max(0, tenders.reduce((sum, each) => sum + each.amountCents, 0) - due);
  const found = fc.check(
    fc.property(aSettlement, ({ tenders, total, rounding }) => {
      const naive = naiveSettle(tenders, total + rounding, total < 0);
      fc.pre(naive.refused !== 'short' && total >= 0);
      expect(changeFromAnything(tenders, total + rounding)).toBe(naive.change);
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('a card over the total is refused by name, cash over it is change', () => {
  expect(settle([pay('card', 6000), pay('cash', 5000)], 10_000 as Cents)).toMatchObject({
    value: { changeCents: 1000 },
  });
  expect(settle([pay('cash', 5000), pay('card', 11_000)], 10_000 as Cents)).toEqual({
    ok: false,
    refusal: { code: 'TENDER_OVER_TOTAL', tender: 'card', overByCents: 1000 },
  });
  expect(
    settle([pay('gift_card', 4000), pay('check', 7000), pay('card', 100)], 10_000 as Cents),
  ).toMatchObject({ refusal: { tender: 'check', overByCents: 1100 } });
});

test('a ticket that comes to nothing needs no tender', () => {
  expect(settle([], 0 as Cents)).toEqual({
    ok: true,
    value: { dueCents: 0, paidCents: 0, changeCents: 0 },
  });
});

test('a refund gives back exactly what is due, cash too', () => {
  expect(settle([pay('card', -3000), pay('cash', -2000)], -5000 as Cents)).toMatchObject({
    value: { dueCents: -5000, paidCents: -5000, changeCents: 0 },
  });
  expect(settle([pay('card', -3000)], -5000 as Cents)).toEqual({
    ok: false,
    refusal: { code: 'SALE_UNDERTENDERED', shortByCents: 2000 },
  });
  expect(settle([pay('card', -3000), pay('cash', -2001)], -5000 as Cents)).toEqual({
    ok: false,
    refusal: { code: 'TENDER_OVER_TOTAL', tender: 'cash', overByCents: 1 },
  });
});

test('rounding moves what is due, never by more than two cents', () => {
  expect(settle([pay('cash', 2000)], 1002 as Cents, -2 as Cents)).toMatchObject({
    value: { dueCents: 1000, changeCents: 1000 },
  });
  expect(settle([], 2 as Cents, -2 as Cents)).toMatchObject({ value: { dueCents: 0 } });
  expect(() => settle([], 10 as Cents, 3 as Cents)).toThrow(RangeError);
  expect(() => settle([], 1 as Cents, -2 as Cents)).toThrow(RangeError);
  expect(() => settle([], -1 as Cents, 2 as Cents)).toThrow(RangeError);
  expect(() => settle([], 0 as Cents, 1 as Cents)).toThrow(RangeError);
});

test('a tender that goes the wrong way is a bug', () => {
  expect(() => settle([pay('card', -1)], 100 as Cents)).toThrow(RangeError);
  expect(() => settle([pay('cash', 1)], -100 as Cents)).toThrow(RangeError);
});

test('cash rounding looks at what is left for cash', () => {
  expect(cashDueCents([pay('card', 900), pay('cash', 50)], 1002 as Cents)).toBe(102);
  expect(cashDueCents([pay('card', -900)], -1002 as Cents)).toBe(-102);
  expect(cashDueCents([pay('card', 2000)], 1002 as Cents)).toBe(0);
  expect(cashDueCents([], 0 as Cents)).toBe(0);
});
