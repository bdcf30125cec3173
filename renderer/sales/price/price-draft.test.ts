import { expect, test } from 'vitest';
import type { Cents, RatePpm } from '#shared/money.ts';
import { draftOf, type PriceDraft, pricingOf, reasonProblem, talkOf } from './price-draft.ts';

const empty = draftOf(null);
const typed = (part: Partial<PriceDraft>): PriceDraft => ({ ...empty, ...part });

test('nothing typed is the tag price, whichever way is chosen', () => {
  expect(pricingOf(empty)).toEqual({ way: 'tag' });
  expect(pricingOf(typed({ way: 'out_the_door' }))).toEqual({ way: 'tag' });
});

test.each([
  [
    { way: 'percent_off', ratePpm: 125_000 as RatePpm },
    { way: 'percent_off', ratePpm: 125_000 },
  ],
  [
    { way: 'amount_off', cents: 5000 as Cents },
    { way: 'amount_off', cents: 5000 },
  ],
  [
    { way: 'before_tax', cents: 90_000 as Cents },
    { way: 'before_tax', cents: 90_000 },
  ],
  [
    { way: 'out_the_door', cents: 100_000 as Cents },
    { way: 'out_the_door', cents: 100_000 },
  ],
] as const)('%o is a price', (part, pricing) => {
  expect(pricingOf(typed(part))).toEqual(pricing);
});

test('what is no percentage, or no amount, is no price, and not the tag either', () => {
  expect(pricingOf(typed({ unreadable: true }))).toBeUndefined();
  expect(pricingOf(typed({ way: 'before_tax', unreadable: true }))).toBeUndefined();
});

test('the dialog opens with what was agreed', () => {
  const talk = {
    pricing: { way: 'percent_off', ratePpm: 125_000 as RatePpm },
    reasonCode: 'price_match',
    priceReason: 'online quote',
    overrideId: null,
  } as const;
  const draft = draftOf(talk);
  expect(draft).toMatchObject({ ratePpm: 125_000, reason: 'price_match', words: 'online quote' });
  expect(talkOf(draft, pricingOf(draft))).toEqual(talk);
  const quoted = { ...talk, pricing: { way: 'out_the_door', cents: 100_000 as Cents } as const };
  expect(pricingOf(draftOf(quoted))).toEqual(quoted.pricing);
});

test('a reason is one of the list; another one needs words, and never a card number', () => {
  expect(reasonProblem(empty)).toBe('missing');
  expect(reasonProblem(typed({ reason: 'staff' }))).toBeUndefined();
  expect(reasonProblem(typed({ reason: 'other' }))).toBe('words');
  expect(reasonProblem(typed({ reason: 'other', words: 'scratched box' }))).toBeUndefined();
  const card = typed({ reason: 'staff', words: '4111 1111 1111 1111' });
  expect(reasonProblem(card)).toBe('card');
  expect(talkOf(card, undefined).priceReason).toBeNull();
});
