import { cents } from '#shared/money.ts';
import { expect, it } from 'vitest';
import {
  countOf,
  countProblem,
  differenceOf,
  drawnAnew,
  firstUnreadable,
  keepDraft,
  keptDraft,
  markedField,
  newCloseDraft,
  toBank,
} from './close-draft.ts';

const draft = newCloseDraft(cents(20_000));

it('counts pieces, or takes the total of a counting machine', () => {
  expect(countOf({ ...draft, counts: { 2000: 3, 25: 2 } })).toBe(6050);
  expect(countOf({ ...draft, by: 'total', total: cents(6050), counts: { 100: 9 } })).toBe(6050);
});

it('what does not stay in the drawer goes to the bank', () => {
  expect(toBank({ ...draft, counts: { 10000: 5 } })).toBe(30_000);
  expect(toBank(draft)).toBeUndefined();
});

it('says what is missing, and that no more can stay than is there', () => {
  expect(countProblem(draft)).toBe('countMissing');
  expect(countProblem({ ...draft, counts: { 10000: 5 }, leave: undefined })).toBe('leaveMissing');
  expect(countProblem({ ...draft, counts: { 10000: 1 } })).toBe('leaveTooMuch');
  expect(countProblem({ ...draft, counts: { 10000: 2 } })).toBeUndefined();
});

it('a row that cannot be read keeps the count from being saved, whatever the others hold', () => {
  const counts = { 10000: 5 };
  const wrong = { ...draft, counts, unreadable: markedField(draft.unreadable, 2000, true) };
  expect(countProblem({ ...draft, counts })).toBeUndefined();
  expect(countProblem(wrong)).toBe('unreadable');
  expect(firstUnreadable(wrong)).toBe(2000);
  const mended = { ...wrong, unreadable: markedField(wrong.unreadable, 2000, false) };
  expect(countProblem(mended)).toBeUndefined();
});

it('the field to mend first is the one that is counted first; what stays comes last', () => {
  const marks = ([25, 'leave', 5000, 'total'] as const).reduce(
    (all, field) => markedField(all, field, true),
    draft.unreadable,
  );
  expect(firstUnreadable({ ...draft, unreadable: marks })).toBe(5000);
  expect(firstUnreadable({ ...draft, by: 'total', unreadable: marks })).toBe('total');
  const leave = markedField(draft.unreadable, 'leave', true);
  expect(firstUnreadable({ ...draft, by: 'total', unreadable: leave })).toBe('leave');
});

it('a total is not kept from being saved by the rows that it replaces, nor they by it', () => {
  const rows = markedField(draft.unreadable, 2000, true);
  const byTotal = { ...draft, by: 'total', total: cents(30_000), unreadable: rows } as const;
  expect(countProblem(byTotal)).toBeUndefined();
  const total = markedField(draft.unreadable, 'total', true);
  expect(countProblem({ ...draft, counts: { 10000: 5 }, unreadable: total })).toBeUndefined();
  expect(countProblem({ ...byTotal, total: undefined, unreadable: total })).toBe('unreadable');
});

it('words that are gone when the screen comes back still do not count as nothing', () => {
  const unreadable = markedField(draft.unreadable, 2000, true);
  keepDraft('wednesday', { ...draft, counts: { 10000: 5 }, unreadable });
  const back = keptDraft('wednesday', cents(20_000));
  expect(back.unreadable.get(2000)).toBe('lost');
  expect(countProblem(back)).toBe('unreadable');
  expect(markedField(drawnAnew(back).unreadable, 2000, false).size).toBe(0);
});

it('the difference is read from the store’s answer to the count, and from nothing else', () => {
  const short = {
    code: 'OVER_SHORT_NEEDS_REASON',
    overShortCents: cents(-500),
    expectedCents: cents(162_549),
  } as const;
  expect(differenceOf(short)).toEqual({
    figures: { expectedCents: 162_549, countedCents: 162_049, overShortCents: -500 },
  });
  const blind = { ...short, overShortCents: null, expectedCents: null };
  expect(differenceOf(blind)).toEqual({ figures: null });
  expect(differenceOf({ code: 'DRAWER_NOT_OPEN' })).toBeUndefined();
  expect(differenceOf(undefined)).toBeUndefined();
});

it('a count that was interrupted is still there, for its own drawer only', () => {
  keepDraft('monday', { ...draft, counts: { 100: 7 } });
  expect(keptDraft('monday', cents(20_000)).counts).toEqual({ 100: 7 });
  expect(keptDraft('tuesday', cents(20_000))).toEqual(draft);
});
