import { expect, test } from 'vitest';
import { TENDER_KINDS } from '../tenders.ts';
import { TENDER_TRAITS } from './tender-kinds.ts';

const those = (holds: (traits: (typeof TENDER_TRAITS)[keyof typeof TENDER_TRAITS]) => boolean) =>
  TENDER_KINDS.filter((kind) => holds(TENDER_TRAITS[kind]));

test('every kind of tender has its traits', () => {
  expect(Object.keys(TENDER_TRAITS).toSorted()).toEqual(TENDER_KINDS.toSorted());
});

test('change comes from cash alone', () => {
  expect(those((traits) => traits.givesChange)).toEqual(['cash']);
});

test('the drawer opens for what is put into it', () => {
  expect(those((traits) => traits.opensDrawer)).toEqual(['cash', 'check']);
});

test('only a payment made elsewhere may be unknown', () => {
  expect(those((traits) => traits.mayBeUnknown)).toEqual(['card', 'other']);
});

test('what is owed to or by somebody needs a name', () => {
  expect(those((traits) => traits.needsCustomer)).toEqual([
    'store_credit',
    'house_account',
    'finance',
    'lease',
  ]);
});

test('a refund goes to cards first and to cash last', () => {
  const turns = TENDER_KINDS.toSorted(
    (a, b) => TENDER_TRAITS[a].refundTurn - TENDER_TRAITS[b].refundTurn,
  );
  expect(turns.slice(0, 2)).toEqual(['card', 'check']);
  expect(turns.slice(-2)).toEqual(['gift_card', 'cash']);
});
