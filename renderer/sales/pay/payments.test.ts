import { expect, test } from 'vitest';
import { leftToPay, paymentFrom, roundingOf, tenderOf } from './payments.ts';
import { aCard, aDraft, aDue, aPaid, aProvider, aPurse, cents } from './till-builders.ts';
import type { TenderDraft } from './tender-draft.ts';
import type { Purse } from './purse.ts';

const id = aPaid('cash', 1).paymentId;
const made = (draft: TenderDraft, purse: Purse = aPurse(), amount = 5000) =>
  paymentFrom(draft, purse, id, cents(amount));

test('what is left is exact, and in cash to the coin: 166.27 is 166.25', () => {
  const due = aDue(371_627, { rounding: 'nearest_5' });
  const taken = [aPaid('check', 150_000), aPaid('card', 200_000), aPaid('gift_card', 5000)];
  expect(leftToPay(due, taken, 'card')).toBe(16_627);
  expect(leftToPay(due, taken, 'cash')).toBe(16_625);
  expect(roundingOf(due, taken)).toBe(0);
  expect(roundingOf(due, [...taken, aPaid('cash', 20_000)])).toBe(-2);
});

test('a payment carries the words of its own tender and no other', () => {
  const words = {
    brand: 'Visa',
    approval: ' 0482 ',
    checkNumber: '1204',
    checkKind: 'money_order' as const,
    application: 'A-7',
    plan: '12 months',
    providerId: aProvider('finance').providerId,
    otherName: 'Barter',
  };
  const purse = aPurse({ giftCard: aCard(5000), providers: [aProvider('finance')] });
  expect(made(aDraft('cash', 5000, words), purse)).toMatchObject({ brand: '', reference: '' });
  expect(made(aDraft('card', 5000, words), purse)).toMatchObject({
    brand: 'Visa',
    reference: '0482',
    checkKind: null,
  });
  expect(made(aDraft('check', 5000, words), purse)).toMatchObject({
    reference: '1204',
    checkKind: 'money_order',
    holdUntil: null,
  });
  expect(made(aDraft('gift_card', 5000, words), purse)).toMatchObject({
    giftCardId: 'card',
    sourceName: '7K3MQ0ZDV9T2A',
  });
  expect(made(aDraft('finance', 5000, words), purse)).toMatchObject({
    providerId: 'finance',
    reference: 'A-7',
    plan: '12 months',
    sourceName: 'Wells',
  });
  expect(made(aDraft('other', 5000, words), purse)).toMatchObject({ brand: 'Barter' });
});

test('what only the window needs stays in the window', () => {
  expect(tenderOf(aPaid('gift_card', 5000, { sourceName: '7K3M' }))).not.toHaveProperty(
    'sourceName',
  );
});
