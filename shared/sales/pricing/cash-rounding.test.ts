import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cents } from '../../money.ts';
import { cashRounding } from './cash-rounding.ts';

const RUNS = { numRuns: 2000 };
const c = (value: number) => value as Cents;

test.each([
  [1000, 0],
  [1001, -1],
  [1002, -2],
  [1003, 2],
  [1004, 1],
  [1005, 0],
  [1, -1],
  [2, -2],
  [3, 2],
])('%i ¢ to be paid in cash is rounded by %i ¢', (due, rounding) => {
  const sale = { totalCents: c(due), otherTendersCents: c(0), cashUsed: true };
  expect(cashRounding('nearest_5', sale)).toBe(rounding);
  const refund = { ...sale, totalCents: c(-due) };
  expect(cashRounding('nearest_5', refund)).toBe(rounding === 0 ? 0 : -rounding);
});

test('a card for all of it leaves the cents alone', () => {
  const card = { totalCents: c(1003), otherTendersCents: c(1003), cashUsed: false };
  expect(cashRounding('nearest_5', card)).toBe(0);
  const unpaidYet = { totalCents: c(1003), otherTendersCents: c(0), cashUsed: false };
  expect(cashRounding('nearest_5', unpaidYet)).toBe(0);
});

test('$73.02 with $50.00 on a card rounds the $23.02 in cash, and $23.02 on a card leaves $50.00', () => {
  const total = { totalCents: c(7302), cashUsed: true };
  expect(cashRounding('nearest_5', { ...total, otherTendersCents: c(5000) })).toBe(-2);
  expect(cashRounding('nearest_5', { ...total, otherTendersCents: c(2302) })).toBe(0);
});

test('a shop that does not round takes the cents', () => {
  expect(
    cashRounding('off', { totalCents: c(1003), otherTendersCents: c(0), cashUsed: true }),
  ).toBe(0);
});

const settlement = fc.record({
  totalCents: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(c),
  otherTendersCents: fc
    .oneof(fc.constant(0), fc.integer({ min: -1_000_000, max: 1_000_000 }))
    .map(c),
  cashUsed: fc.boolean(),
});

/** Looks for the nearest five cents by trying every coin up and down. */
function naiveRounding(dueCents: bigint): number {
  for (const step of [0n, 1n, -1n, 2n, -2n]) if ((dueCents + step) % 5n === 0n) return Number(step);
  throw new Error('every amount is within two cents of a five');
}

const law = (round: typeof cashRounding) =>
  fc.property(settlement, fc.constantFrom('off' as const, 'nearest_5' as const), (each, rule) => {
    const rounding = round(rule, each);
    const due = BigInt(each.totalCents) - BigInt(each.otherTendersCents);
    expect(rounding).toBe(rule === 'off' || !each.cashUsed ? 0 : naiveRounding(due));
    const back = {
      totalCents: c(0 - each.totalCents),
      otherTendersCents: c(0 - each.otherTendersCents),
      cashUsed: each.cashUsed,
    };
    expect(round(rule, back) + rounding).toBe(0);
  });

test('only cash is rounded, by two cents at most, and a refund exactly as the sale was', () => {
  fc.assert(law(cashRounding), RUNS);
});

test.each<[string, typeof cashRounding]>([
  [
    'rounding the whole total instead of the cash',
    (rule, each) => cashRounding(rule, { ...each, otherTendersCents: c(0) }),
  ],
  ['rounding what a card pays', (rule, each) => cashRounding(rule, { ...each, cashUsed: true })],
  [
    'always rounding down',
    (rule, { totalCents, otherTendersCents, cashUsed }) =>
      c(rule === 'off' || !cashUsed ? 0 : 0 - Math.abs((totalCents - otherTendersCents) % 5)),
  ],
])('%s is caught (planted)', (_, planted) => {
  expect(fc.check(law(planted), RUNS).failed).toBe(true);
});
