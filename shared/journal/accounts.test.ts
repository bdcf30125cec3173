import { expect, test } from 'vitest';
import { ACCOUNTS, accountPosition, detailOf, isAccountCode } from './accounts.ts';

const all = Object.entries(ACCOUNTS);

test('every account is named once, and by a key of its own', () => {
  const keys = all.map(([, account]) => account.nameKey);
  expect(new Set(keys).size).toBe(keys.length);
  for (const [code, { nameKey }] of all) {
    const camel = code.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(nameKey).toBe(`account.${camel}`);
  }
});

test('what the store owns or spends grows on the debit side, what it owes or earns on the credit side', () => {
  for (const [code, { type, normal }] of all) {
    const grows = ['asset', 'cost', 'expense'].includes(type) ? 'debit' : 'credit';
    // Discounts stand against income.
    expect([code, normal]).toEqual([code, code === 'discounts' ? 'debit' : grows]);
  }
});

test('every kind of deposit, goods and income the shop knows has its account', () => {
  const missing = (codes: string) => codes.split(' ').filter((code) => !isAccountCode(code));
  expect(
    missing(
      'store_charges inventory scrap returns_to_vendor missing giveaway product_income repair_income ' +
        'appraisal_income shipping_income care_plan_income scrap_income fee_income deposits_repair ' +
        'deposits_special_order deposits_layaway deposits_appraisal deposits_approval gift_cards store_credit ' +
        'refunds_due memo_payable consignment_payable card_clearing check_clearing returned_checks ' +
        'finance_receivable lease_receivable other_tender house_accounts unresolved_payments fees ' +
        'sales_tax_payable bank safe paid_in paid_out cash_drawer cash_over_short cash_rounding',
    ),
  ).toEqual([]);
});

test('the chart has an order, and what is not in it comes last', () => {
  expect(accountPosition('cash_drawer')).toBe(0);
  expect(accountPosition('cash_rounding')).toBe(all.length - 1);
  expect(accountPosition('toString')).toBe(all.length);
  expect(isAccountCode('toString')).toBe(false);
});

test('tax is kept by agency, finance by provider', () => {
  expect(detailOf('sales_tax_payable')).toBe('agency');
  expect(detailOf('finance_receivable')).toBe('provider');
  expect(detailOf('inventory')).toBeUndefined();
});
