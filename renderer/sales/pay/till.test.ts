import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '#shared/ids.ts';
import { settle } from '#shared/sales/tendering/settle.ts';
import { aDue, aPaid, aPurse, cents } from './till-builders.ts';
import { emptyTill, nextStep, type Till, tillAfter, type TillEvent } from './till.ts';
import type { TextWord } from './tender-draft.ts';

const due = aDue(10_825);
const purse = aPurse();
const id = (name: string) => name as Id<'payment'>;
const amount = (value: number | undefined): TillEvent => ({
  type: 'amount',
  amountCents: value === undefined ? undefined : cents(value),
});
const TAKE = 'take';
const step = (till: Till, ofDue = due) => nextStep(till, ofDue, purse);
const taken = (till: Till, freshId = 'next', ofDue = due): Till =>
  tillAfter(till, { type: 'take', step: step(till, ofDue), freshId: id(freshId) });
const after = (...events: readonly (TillEvent | typeof TAKE)[]): Till =>
  events.reduce<Till>(
    (till, event) => (event === TAKE ? taken(till) : tillAfter(till, event)),
    emptyTill(id('first')),
  );

test('cash for all of it is ready before anything is typed', () => {
  expect(step(after())).toMatchObject({
    kind: 'covers',
    changeCents: 0,
    payments: [{ paymentId: 'first', kind: 'cash', amountCents: 10_825 }],
  });
});

test('a part joins the list, and the rest is asked for in the same tender', () => {
  const till = after({ type: 'choose', kind: 'card' }, amount(5000), TAKE);
  expect(till.payments).toMatchObject([{ paymentId: 'first', kind: 'card', amountCents: 5000 }]);
  expect(till.next).toMatchObject({ kind: 'card', amountCents: undefined, approval: '' });
  expect(step(till)).toMatchObject({
    kind: 'covers',
    payments: [{}, { paymentId: 'next', amountCents: 5825 }],
  });
});

test('after a check the rest is asked for in cash', () => {
  const words = { checkNumber: '1204' };
  const till = after(
    { type: 'choose', kind: 'check' },
    { type: 'words', words },
    amount(5000),
    TAKE,
  );
  expect(till.payments).toMatchObject([{ kind: 'check', reference: '1204' }]);
  expect(till.next).toMatchObject({ kind: 'cash', checkNumber: '' });
});

test('a payment that covers the rest stays as it is until the store has answered, id and all', () => {
  const ready = after(amount(20_000));
  expect(taken(ready)).toEqual(ready);
  expect(step(taken(ready))).toEqual(step(ready));
});

test('an amount that cannot be read is not all that is left: nothing is paid until it is mended', () => {
  const wrong = after({ type: 'amount', amountCents: undefined, unreadable: true });
  expect(step(wrong)).toBeUndefined();
  const refused = taken(wrong);
  expect(refused).toMatchObject({ typed: 'refused', payments: [] });
  expect(step(refused)).toBeUndefined();
  expect(step(tillAfter(refused, amount(undefined)))?.kind).toBe('covers');
  expect(step(tillAfter(refused, { type: 'choose', kind: 'card' }))?.kind).toBe('covers');
});

test('nothing handed over is no payment', () => {
  expect(after(amount(0), TAKE)).toMatchObject({
    payments: [],
    problem: { code: 'TENDER_NEEDS_DETAIL', detail: 'amount' },
  });
});

test('a card above what is left is said, until something else is typed', () => {
  const over = after({ type: 'choose', kind: 'card' }, amount(11_000), TAKE);
  expect(over).toMatchObject({
    problem: { code: 'TENDER_OVER_TOTAL', overByCents: 175 },
    payments: [],
  });
  expect(tillAfter(over, amount(10_825)).problem).toBeUndefined();
});

test('a payment taken by mistake is taken out again', () => {
  expect(after(amount(5000), TAKE, { type: 'remove', paymentId: id('first') }).payments).toEqual(
    [],
  );
});

test('going to another tender and back loses nothing that was typed', () => {
  const till = after(
    { type: 'choose', kind: 'check' },
    { type: 'words', words: { checkNumber: '1204', checkKind: 'money_order' } },
    { type: 'choose', kind: 'card' },
    { type: 'words', words: { approval: '0482' } },
    { type: 'choose', kind: 'check' },
  );
  expect(till.next).toMatchObject({
    checkNumber: '1204',
    checkKind: 'money_order',
    approval: '0482',
  });
});

test('payments worked out elsewhere take the place of what was taken, under a fresh next id', () => {
  const plan = [aPaid('card', -5000)];
  const till = after(amount(5000), { type: 'payments', payments: plan, freshId: id('after') });
  expect(till).toMatchObject({ payments: plan, nextId: 'after', next: { amountCents: undefined } });
});

const TEXTS: readonly TextWord[] = [
  'brand',
  'approval',
  'checkNumber',
  'giftCardCode',
  'application',
  'plan',
  'otherName',
  'otherReference',
];

test.each(TEXTS)('a card number typed as %s is gone at once, and the field says why', (word) => {
  const till = after({ type: 'words', words: { [word]: '4111 1111 1111 1111' } });
  expect(till).toMatchObject({ cardNumberIn: word, next: { [word]: '' } });
  expect(tillAfter(till, { type: 'words', words: { [word]: '0482' } })).toMatchObject({
    cardNumberIn: undefined,
    next: { [word]: '0482' },
  });
});

test('a card number typed as an amount leaves no amount', () => {
  expect(after(amount(4_111_111), { type: 'cardInAmount' })).toMatchObject({
    cardNumberIn: 'amount',
    next: { amountCents: undefined },
  });
});

test('M1: whatever is taken, a covered sale is paid to the cent, rounding and all, and no card gives change', () => {
  const anEvent = fc.oneof(
    fc.constantFrom<TillEvent>(
      { type: 'choose', kind: 'cash' },
      { type: 'choose', kind: 'card' },
      { type: 'choose', kind: 'check' },
      { type: 'words', words: { checkNumber: '1204' } },
    ),
    fc.integer({ min: 0, max: 30_000 }).map(amount),
    fc.integer({ min: 0, max: 99 }).map((n) => n),
  );
  fc.assert(
    fc.property(
      fc.array(anEvent, { maxLength: 12 }),
      fc.integer({ min: 3, max: 20_000 }),
      fc.constantFrom('off' as const, 'nearest_5' as const),
      (events, totalCents, rounding) => {
        const ofDue = aDue(totalCents, { rounding });
        const till = events.reduce<Till>(
          (now, event) =>
            typeof event === 'number' ? taken(now, `p${event}`, ofDue) : tillAfter(now, event),
          emptyTill(id('first')),
        );
        const now = step(till, ofDue);
        if (now?.kind !== 'covers') return;
        const settled = settle(now.payments, ofDue.totalCents, now.roundingCents);
        expect(settled).toMatchObject({ ok: true, value: { changeCents: now.changeCents } });
      },
    ),
    { numRuns: 2000 },
  );
});
