import { expect, test } from 'vitest';
import { ONE, cents } from '../money.ts';
import type { CustomerDraft, PieceDraft } from './drafts.ts';
import { findCustomerTwice, findPieceTwice, noRowsSeen } from './twice-in-file.ts';

const aPiece = (stockNumber: string): PieceDraft => ({
  stockNumber,
  description: 'Ring',
  tagPriceCents: cents(100),
  taxed: true,
  quantityThousandths: ONE,
  kind: 'piece',
});

const aCustomer = (fields: Partial<CustomerDraft>): CustomerDraft => ({
  givenName: 'Ann',
  familyName: 'Lee',
  taxExempt: false,
  askedElsewhere: {},
  ...fields,
});

test('two pieces with one stock number: the later row is wrong and names the earlier', () => {
  const seen = noRowsSeen();
  expect(findPieceTwice(seen, aPiece('ab-1'), 2)).toBe(undefined);
  expect(findPieceTwice(seen, aPiece('AB-2'), 3)).toBe(undefined);
  const twice = {
    field: 'stockNumber',
    code: 'IMPORT_STOCK_NUMBER_TWICE',
    value: 'AB-1',
    firstRowNumber: 2,
  };
  expect(findPieceTwice(seen, aPiece('AB-1'), 9)).toEqual(twice);
  expect(findPieceTwice(seen, aPiece('AB-1'), 12)).toEqual({ ...twice, firstRowNumber: 2 });
});

test('stock numbers 12 and 00012 are two pieces', () => {
  const seen = noRowsSeen();
  expect(findPieceTwice(seen, aPiece('12'), 2)).toBe(undefined);
  expect(findPieceTwice(seen, aPiece('00012'), 3)).toBe(undefined);
});

test('one key twice is an error; customers without a key are never the same', () => {
  const seen = noRowsSeen();
  expect(findCustomerTwice(seen, aCustomer({ externalId: '7' }), 2)).toEqual({ warnings: [] });
  expect(findCustomerTwice(seen, aCustomer({ externalId: '7' }), 5)).toEqual({
    error: { field: 'externalId', code: 'IMPORT_CUSTOMER_TWICE', value: '7', firstRowNumber: 2 },
    warnings: [],
  });
  expect(findCustomerTwice(seen, aCustomer({}), 6)).toEqual({ warnings: [] });
  expect(findCustomerTwice(seen, aCustomer({}), 7)).toEqual({ warnings: [] });
});

test('families share phones and e-mails: warned, never refused', () => {
  const seen = noRowsSeen();
  const shared = { phoneE164: '+18324081631', email: 'lee@example.com' };
  expect(findCustomerTwice(seen, aCustomer({ externalId: '1', ...shared }), 2).warnings).toEqual(
    [],
  );
  expect(findCustomerTwice(seen, aCustomer({ externalId: '2', ...shared }), 3)).toEqual({
    warnings: [
      { field: 'phone', code: 'PHONE_SHARED', value: '+18324081631', firstRowNumber: 2 },
      { field: 'email', code: 'EMAIL_SHARED', value: 'lee@example.com', firstRowNumber: 2 },
    ],
  });
});
