import type { CardTotals, DrawerCheck } from '#shared/day-close/contract.ts';
import { cents } from '#shared/money.ts';
import { expect, it } from 'vitest';
import {
  cardProblem,
  cardRows,
  cardSums,
  isOff,
  isTicked,
  isWithoutSlip,
  keepSettling,
  keptSettling,
  newSettleDraft,
  savedBatches,
  tickedChecks,
} from './settle-draft.ts';

const draft = newSettleDraft();
const card = (brand: string, ours: number, batch: number | null = null): CardTotals => ({
  terminal: '',
  brand,
  oursCents: cents(ours),
  batchCents: batch === null ? null : cents(batch),
});
const CARDS = [card('Visa', 10_000), card('Amex', 5000)];
const typed = (batches: Record<string, number>, over = {}) => ({
  ...draft,
  batches: Object.fromEntries(Object.entries(batches).map(([brand, each]) => [brand, cents(each)])),
  ...over,
});

it('compares what was typed with our sales, brand by brand and together', () => {
  const rows = cardRows(CARDS, typed({ Visa: 10_000, Amex: 4900 }));
  expect(rows.map(({ brand, differenceCents }) => [brand, differenceCents])).toEqual([
    ['Visa', 0],
    ['Amex', -100],
  ]);
  expect(cardSums(rows)).toEqual({ oursCents: 15_000, batchCents: 14_900, differenceCents: -100 });
  expect(isOff(rows)).toBe(true);
});

it('what nobody typed yet is no difference', () => {
  const rows = cardRows(CARDS, typed({}));
  expect(cardSums(rows)).toEqual({
    oursCents: 15_000,
    batchCents: undefined,
    differenceCents: undefined,
  });
  const half = cardRows(CARDS, typed({ Visa: 9900 }));
  expect(cardSums(half)).toEqual({ oursCents: 15_000, batchCents: 9900, differenceCents: -100 });
});

it('a brand on the slip that no sale has is compared with nothing', () => {
  const rows = cardRows(
    CARDS,
    typed({ Visa: 10_000, Amex: 5000, Debit: 700 }, { added: ['Debit'] }),
  );
  expect(rows.at(-1)).toEqual({
    brand: 'Debit',
    oursCents: 0,
    batchCents: 700,
    differenceCents: 700,
  });
});

it('without any slip one may go on; half of them, something unreadable or a difference keeps one here', () => {
  const problem = (now: typeof draft) => cardProblem(cardRows(CARDS, now), now);
  expect(isWithoutSlip(cardRows(CARDS, draft), draft)).toBe(true);
  expect(problem(draft)).toBeUndefined();
  expect(problem(typed({ Visa: 10_000 }))).toBe('brandMissing');
  expect(problem(typed({}, { unreadable: ['Amex'] }))).toBe('unreadable');
  expect(problem(typed({ Visa: 10_000, Amex: 1 }))).toBe('reasonMissing');
  expect(problem(typed({ Visa: 10_000, Amex: 1 }, { reason: ' ' }))).toBe('reasonMissing');
  expect(problem(typed({ Visa: 10_000, Amex: 1 }, { reason: 'Tips' }))).toBeUndefined();
  expect(problem(typed({ Visa: 10_000, Amex: 5000 }))).toBeUndefined();
});

it('goes on from what was saved before', () => {
  expect(savedBatches([card('Visa', 1, 2), card('Amex', 3)])).toEqual({ Visa: 2 });
});

it('a check goes to the bank once its hold is over, unless somebody says otherwise', () => {
  const check = (paymentId: string, holdUntil: string | null) =>
    ({ paymentId, holdUntil, amountCents: cents(1) }) as DrawerCheck;
  const checks = [check('a', null), check('b', '2026-11-23'), check('c', '2026-11-24')];
  const names = (ticks: Record<string, boolean>) =>
    tickedChecks(checks, { ...draft, ticks }, '2026-11-23').map(({ paymentId }) => paymentId);
  expect(names({})).toEqual(['a', 'b']);
  expect(names({ a: false, c: true })).toEqual(['b', 'c']);
  expect(isTicked(check('d', null), draft, '2026-11-23')).toBe(true);
});

it('what was typed is there again when the screen is', () => {
  expect(keptSettling('drawer')).toBeUndefined();
  keepSettling('drawer', typed({ Visa: 5 }, { unreadable: ['Amex'], reason: 'Tips' }));
  expect(keptSettling('drawer')).toEqual(typed({ Visa: 5 }, { reason: 'Tips' }));
});
