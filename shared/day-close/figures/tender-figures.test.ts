import { expect, test } from 'vitest';
import {
  batchFigures,
  checksTaken,
  creditFigures,
  moneyTaken,
  openPayments,
  tenderFigures,
} from './tender-figures.ts';
import type { ZPayment } from './z-rows.ts';

/** A payment of sale S1-101, in this drawer and known. */
function paid(given: Partial<ZPayment>): ZPayment {
  return {
    paymentId: 'payment',
    saleId: 'sale',
    saleNumber: 'S1-101',
    tender: 'card',
    brand: '',
    terminal: '',
    reference: '',
    holdUntil: null,
    amountCents: 1000,
    state: 'known',
    reverses: false,
    inDrawer: true,
    ...given,
  };
}

const taken = (amountCents: number, given: Partial<ZPayment>) => paid({ amountCents, ...given });
const back = (payment: ZPayment): ZPayment => ({
  ...payment,
  amountCents: -payment.amountCents,
  reverses: true,
});

test('tenders come cash first, in their usual order, those without a brand last; change is off the cash', () => {
  const payments = [
    taken(900, { tender: 'finance', brand: 'Lendwell' }),
    taken(500, { brand: '' }),
    taken(700, { brand: 'Visa' }),
    taken(300, { brand: 'Amex' }),
    taken(2000, { tender: 'cash', brand: 'typed by mistake' }),
    taken(-100, { tender: 'cash' }),
    taken(50, { tender: 'check' }),
  ];
  expect(tenderFigures(payments, 250)).toEqual([
    { tender: 'cash', count: 2, amountCents: 1650 },
    { tender: 'card', brand: 'Amex', count: 1, amountCents: 300 },
    { tender: 'card', brand: 'Visa', count: 1, amountCents: 700 },
    { tender: 'card', count: 1, amountCents: 500 },
    { tender: 'check', count: 1, amountCents: 50 },
    { tender: 'finance', brand: 'Lendwell', count: 1, amountCents: 900 },
  ]);
  expect(moneyTaken(payments, 250)).toBe(4100);
});

test('what was taken back is neither amount nor count; what is unknown or not charged is in no tender', () => {
  const visa = taken(700, { brand: 'Visa' });
  const payments = [
    visa,
    back(visa),
    taken(400, { state: 'unknown' }),
    taken(300, { state: 'not_charged' }),
    taken(200, { tender: 'gift_card' }),
  ];
  expect(tenderFigures(payments, 0)).toEqual([{ tender: 'gift_card', count: 1, amountCents: 200 }]);
  expect(moneyTaken(payments, 0)).toBe(0);
});

test('M7: unknown payments are listed one by one until they are known or taken back', () => {
  const [first, second] = [
    taken(400, { state: 'unknown', saleNumber: 'S1-101' }),
    taken(400, { state: 'unknown', saleNumber: 'S1-101' }),
  ];
  expect(openPayments([first, second, taken(500, {})], 'unknown')).toEqual([
    { number: 'S1-101', tender: 'card', amountCents: 400 },
    { number: 'S1-101', tender: 'card', amountCents: 400 },
  ]);
  expect(openPayments([first, second, back(first)], 'unknown')).toHaveLength(1);
  expect(openPayments([first, back(first)], 'unknown')).toEqual([]);
  // A refund nobody is sure of is another payment than the charge that was taken back.
  const refund = taken(-400, { state: 'unknown' });
  expect(openPayments([first, refund, back(first)], 'unknown')).toEqual([
    { number: 'S1-101', tender: 'card', amountCents: -400 },
  ]);
  // The payment itself was of an earlier day: there is nothing of today to list.
  expect(openPayments([back(first)], 'unknown')).toEqual([]);
  expect(openPayments([{ ...first, state: 'not_charged' }], 'not_charged')).toHaveLength(1);
});

test('the deposit slip lists each check that was kept, and which of them waits', () => {
  const check = (reference: string, amountCents: number, given: Partial<ZPayment> = {}) =>
    taken(amountCents, { tender: 'check', reference, paymentId: `check ${reference}`, ...given });
  const voided = check('1002', 8000, { saleId: 'voided' });
  const payments = [
    check('1001', 5000),
    voided,
    back(voided),
    check('77', 250_000, { holdUntil: '2026-12-01', saleNumber: 'S1-104' }),
    check('1003', 900, { state: 'unknown' }),
    check('', -300),
  ];
  expect(checksTaken(payments)).toEqual([
    {
      paymentId: 'check 1001',
      checkNumber: '1001',
      saleNumber: 'S1-101',
      amountCents: 5000,
      holdUntil: null,
    },
    {
      paymentId: 'check 77',
      checkNumber: '77',
      saleNumber: 'S1-104',
      amountCents: 250_000,
      holdUntil: '2026-12-01',
    },
  ]);
});

test('each terminal is laid beside our sales by brand, whichever side knows nothing of the other', () => {
  const payments = [
    taken(7000, { terminal: 'Counter', brand: 'Visa' }),
    taken(-2000, { terminal: 'Counter', brand: 'Visa' }),
    taken(300, { terminal: 'Counter', brand: '' }),
    taken(900, { terminal: 'Back', brand: 'Amex' }),
    taken(400, { terminal: 'Counter', brand: 'Visa', state: 'unknown' }),
    taken(100, { tender: 'check' }),
  ];
  const batches = [
    { terminal: 'Counter', brand: 'Visa', batchCents: 5400 },
    { terminal: 'Counter', brand: 'Discover', batchCents: 100 },
    { terminal: 'Counter', brand: 'Amex', batchCents: 0 },
  ];
  expect(batchFigures(batches, payments)).toEqual([
    { terminal: 'Back', brand: 'Amex', batchCents: 0, oursCents: 900 },
    { terminal: 'Counter', brand: 'Discover', batchCents: 100, oursCents: 0 },
    { terminal: 'Counter', brand: 'Visa', batchCents: 5400, oursCents: 5000 },
    { terminal: 'Counter', brand: '', batchCents: 0, oursCents: 300 },
  ]);
});

test('what was put back on a card, a credit or an account stands apart from what was used', () => {
  const gift = taken(500, { tender: 'gift_card' });
  const payments = [
    gift,
    back(gift),
    taken(700, { tender: 'gift_card' }),
    taken(-200, { tender: 'gift_card' }),
    taken(-900, { tender: 'store_credit' }),
    taken(300, { tender: 'store_credit' }),
    taken(1000, { tender: 'house_account' }),
    taken(-400, { tender: 'house_account' }),
  ];
  expect(creditFigures(payments, { giftCardsSoldCents: 50, accountPaidCents: 60 })).toEqual({
    giftCardsSoldCents: 50,
    accountPaidCents: 60,
    giftCardsRedeemedCents: 700,
    giftCardsRefundedCents: 200,
    creditIssuedCents: 900,
    creditUsedCents: 300,
    accountChargedCents: 1000,
    accountRefundedCents: 400,
  });
});
