import { expect, test } from 'vitest';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { SellingFields } from '#shared/settings/contract.ts';
import { sellingDraft, sellingOf } from './selling-draft.ts';

const stored: SellingFields = {
  floatCents: 20_000 as Cents,
  defaultTender: 'cash',
  homeTaxAreaId: null,
  taxRounding: 'document',
  cashRounding: 'off',
  reasonFromPpm: 0 as RatePpm,
  overrideFromPpm: 100_000 as RatePpm,
  customerFromCents: null,
  restockingPpm: 0 as RatePpm,
  restockingMinCents: 0 as Cents,
  restockingFreeDays: 0,
  tradeUpPpm: 1_000_000 as RatePpm,
  giftCardCapCents: 5000 as Cents,
  quoteDays: 14,
  approvalDays: 3,
};

test('what was stored is saved again as it was, tax terms and all', () => {
  expect(sellingOf(sellingDraft(stored), stored)).toEqual(stored);
  const asked = { ...stored, customerFromCents: 100_000 as Cents };
  expect(sellingOf(sellingDraft(asked), asked)).toEqual(asked);
});

test('an empty amount from which a customer is needed means never; any other empty field is missing', () => {
  const draft = sellingDraft({ ...stored, customerFromCents: 100_000 as Cents });
  expect(sellingOf({ ...draft, customerFromCents: undefined }, stored)).toMatchObject({
    customerFromCents: null,
  });
  expect(sellingOf({ ...draft, quoteDays: undefined }, stored)).toBeUndefined();
});

test('an amount that cannot be read is not an empty one', () => {
  const draft = { ...sellingDraft(stored), unreadable: true };
  expect(sellingOf(draft, stored)).toBeUndefined();
});
