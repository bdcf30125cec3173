import { expect, test } from 'vitest';
import type { Cents } from '#shared/money.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import { fixTarget, type SaleRefusalData } from './fixes.ts';

const lacks = (tender: TenderKind, detail: string): SaleRefusalData => ({
  code: 'TENDER_NEEDS_DETAIL',
  tender,
  detail,
});
const short: SaleRefusalData = { code: 'GIFT_CARD_SHORT', balanceCents: 100 as Cents };

test('what a payment lacks is where the focus goes', () => {
  expect(fixTarget(lacks('check', 'reference'), 'check')).toBe('checkNumber');
  expect(fixTarget(lacks('finance', 'provider'), 'finance')).toBe('providerId');
  expect(fixTarget(lacks('lease', 'reference'), 'lease')).toBe('application');
  expect(fixTarget(lacks('other', 'brand'), 'other')).toBe('otherName');
});

test('what is wrong with a payment taken before is mended in the list', () => {
  expect(fixTarget(lacks('check', 'reference'), 'cash')).toBe('payments');
  expect(fixTarget(short, 'cash')).toBe('payments');
  expect(fixTarget(short, 'gift_card')).toBe('amount');
});

test('everything else has a button', () => {
  expect(fixTarget({ code: 'CUSTOMER_REQUIRED', fromCents: 1 as Cents }, 'cash')).toBe('act');
  expect(fixTarget({ code: 'DRAWER_NOT_OPEN' }, 'cash')).toBe('act');
});
