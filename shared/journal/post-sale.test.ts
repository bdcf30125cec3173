import { expect, test } from 'vitest';
import { type JournalRow, totalsByAccount } from './journal-row.ts';
import { postDelivery } from './post-delivery.ts';
import { type JournalSale, postSale } from './post-sale.ts';
import { postVoid } from './post-void.ts';
import { aLine, aPayment } from './testing/a-ticket.ts';

function sale(given: Partial<JournalSale>): JournalSale {
  return { lines: [], payments: [], changeCents: 0, roundingCents: 0, ...given };
}

/** `cash_drawer 108.25`, `sales_tax_payable/State -8.25`. */
const read = (rows: readonly JournalRow[]) =>
  rows.map(
    ({ account, detail, amountCents }) =>
      `${account}${detail && `/${detail}`} ${(amountCents / 100).toFixed(2)}`,
  );

const books = (given: Partial<JournalSale>) => read(postSale(sale(given)));

test('a ring for cash: income before the discount, tax by agency, cost out of inventory, change out of the drawer', () => {
  const ring = aLine({
    grossCents: 120_000,
    discountCents: 20_000,
    costCents: 45_000,
    taxes: [
      { agency: 'State of Tennessee', taxCents: 7000 },
      { agency: 'Williamson County', taxCents: 2750 },
    ],
  });
  expect(books({ lines: [ring], payments: [aPayment('cash', 110_000)], changeCents: 250 })).toEqual(
    [
      'cash_drawer 1097.50',
      'inventory -450.00',
      'sales_tax_payable/State of Tennessee -70.00',
      'sales_tax_payable/Williamson County -27.50',
      'product_income -1200.00',
      'discounts 200.00',
      'cost_of_product 450.00',
    ],
  );
});

test('every tender goes to its own account, finance and lease by provider', () => {
  const payments = [
    aPayment('card', 100),
    aPayment('check', 200),
    aPayment('gift_card', 300),
    aPayment('store_credit', 400),
    aPayment('house_account', 500),
    aPayment('finance', 600, { detail: 'Lendwell' }),
    aPayment('lease', 700, { detail: 'Northway' }),
    aPayment('other', 800, { detail: 'Wire' }),
    aPayment('card', 900, { state: 'unknown' }),
  ];
  expect(books({ lines: [aLine({ netCents: 4500 })], payments })).toEqual([
    'card_clearing 1.00',
    'check_clearing 2.00',
    'finance_receivable/Lendwell 6.00',
    'lease_receivable/Northway 7.00',
    'other_tender/Wire 8.00',
    'house_accounts 5.00',
    'unresolved_payments 9.00',
    'gift_cards 3.00',
    'store_credit 4.00',
    'product_income -45.00',
  ]);
});

test('a gift card that is sold is owed, not earned', () => {
  expect(
    books({
      lines: [aLine({ kind: 'gift_card', netCents: 5000 })],
      payments: [aPayment('card', 5000)],
    }),
  ).toEqual(['card_clearing 50.00', 'gift_cards -50.00']);
});

test('a payment on account lowers what the customer owes', () => {
  expect(
    books({
      lines: [aLine({ kind: 'account_payment', netCents: 7500 })],
      payments: [aPayment('check', 7500)],
    }),
  ).toEqual(['check_clearing 75.00', 'house_accounts -75.00']);
  expect(
    books({
      lines: [aLine({ kind: 'account_payment', netCents: 7500, paysOff: 'returned_checks' })],
      payments: [aPayment('cash', 7500)],
    }),
  ).toEqual(['cash_drawer 75.00', 'returned_checks -75.00']);
});

test('service, wrap, care plan, shipping, appraisal, scrap and fees are income of their kind', () => {
  expect(
    books({
      lines: [
        aLine({ kind: 'service', categoryClass: 'repair', netCents: 100 }),
        aLine({ kind: 'gift_wrap', netCents: 200 }),
        aLine({ kind: 'care_plan', netCents: 400 }),
        aLine({ kind: 'shipping', netCents: 800, costCents: 650 }),
        aLine({ kind: 'service', categoryClass: 'appraisal', netCents: 1600 }),
        aLine({ categoryClass: 'scrap', netCents: 3200, costCents: 3000 }),
        aLine({ kind: 'restocking_fee', netCents: 6400 }),
      ],
      payments: [aPayment('card', 12_700)],
    }),
  ).toEqual([
    'card_clearing 127.00',
    'inventory -6.50',
    'scrap -30.00',
    'repair_income -3.00',
    'appraisal_income -16.00',
    'shipping_income -8.00',
    'care_plan_income -4.00',
    'scrap_income -32.00',
    'fee_income -64.00',
    'cost_of_shipping 6.50',
    'cost_of_scrap 30.00',
  ]);
});

test('rounding to 5 cents and the cents of a price out the door are rounding, not income', () => {
  expect(
    books({
      lines: [aLine({ netCents: 9996 }), aLine({ kind: 'price_adjustment', netCents: 2 })],
      payments: [aPayment('cash', 10_000)],
      roundingCents: 2,
    }),
  ).toEqual(['cash_drawer 100.00', 'product_income -99.96', 'cash_rounding -0.04']);
});

test('an exchange: what came back reverses income, discount, tax and cost; the fee is kept', () => {
  const returned = aLine({
    kind: 'return',
    originalKind: 'item',
    grossCents: -10_000,
    discountCents: -1000,
    costCents: -4000,
    taxes: [{ agency: 'State', taxCents: -630 }],
  });
  const bought = aLine({
    grossCents: 8000,
    costCents: 3000,
    taxes: [{ agency: 'State', taxCents: 560 }],
  });
  const fee = aLine({ kind: 'restocking_fee', netCents: 500 });
  expect(books({ lines: [returned, bought, fee], payments: [aPayment('card', -570)] })).toEqual([
    'card_clearing -5.70',
    'inventory 10.00',
    'sales_tax_payable/State 0.70',
    'product_income 20.00',
    'fee_income -5.00',
    'discounts -10.00',
    'cost_of_product -10.00',
  ]);
});

test('a stone traded up comes back at the cost it went out with', () => {
  const traded = aLine({
    kind: 'trade_up',
    originalKind: 'item',
    netCents: -9000,
    costCents: -4000,
  });
  const bought = aLine({ netCents: 20_000, costCents: 11_000 });
  expect(books({ lines: [traded, bought], payments: [aPayment('card', 11_000)] })).toEqual([
    'card_clearing 110.00',
    'inventory -70.00',
    'product_income -110.00',
    'cost_of_product 70.00',
  ]);
});

test('goods on memo or consignment are owed for when they are sold, and again not when they come back', () => {
  const lines = [
    aLine({ netCents: 9000, costCents: 5000, owner: 'vendor_memo' }),
    aLine({ netCents: 4000, costCents: 3000, owner: 'customer_consignment' }),
  ];
  expect(books({ lines, payments: [aPayment('card', 13_000)] })).toEqual([
    'card_clearing 130.00',
    'memo_payable -50.00',
    'consignment_payable -30.00',
    'product_income -130.00',
    'cost_of_product 80.00',
  ]);
  const back = aLine({
    kind: 'return',
    originalKind: 'item',
    netCents: -9000,
    costCents: -5000,
    owner: 'vendor_memo',
  });
  expect(books({ lines: [back], payments: [aPayment('store_credit', -9000)] })).toEqual([
    'store_credit -90.00',
    'memo_payable 50.00',
    'product_income 90.00',
    'cost_of_product -50.00',
  ]);
});

test('revenue is booked at delivery: what waits for the carrier is a deposit until it has it', () => {
  const ring = aLine({
    grossCents: 10_000,
    discountCents: 500,
    costCents: 4000,
    taxes: [{ agency: 'State', taxCents: 665 }],
    delivered: false,
  });
  const postage = aLine({ kind: 'shipping', netCents: 1500, delivered: false });
  const card = aLine({ kind: 'gift_card', netCents: 2000, delivered: false });
  const lines = [ring, postage, card];
  const sold = postSale(sale({ lines, payments: [aPayment('card', 13_665)] }));
  expect(read(sold)).toEqual([
    'card_clearing 136.65',
    'deposits_delivery -110.00',
    'gift_cards -20.00',
    'sales_tax_payable/State -6.65',
  ]);
  const shipped = postDelivery(lines);
  expect(read(shipped)).toEqual([
    'inventory -40.00',
    'deposits_delivery 110.00',
    'product_income -100.00',
    'shipping_income -15.00',
    'discounts 5.00',
    'cost_of_product 40.00',
  ]);
  const atOnce = lines.map((line) => ({ ...line, delivered: true }));
  expect(totalsByAccount([sold, shipped])).toEqual(
    postSale(sale({ lines: atOnce, payments: [aPayment('card', 13_665)] })),
  );
  expect(postDelivery(atOnce)).toEqual([]);
});

test('a void takes back the sale and all that followed it', () => {
  const lines = [aLine({ costCents: 4000, delivered: false })];
  const sold = postSale(sale({ lines, payments: [aPayment('cash', 12_000)], changeCents: 2000 }));
  const voided = postVoid([sold, postDelivery(lines)]);
  expect(read(voided)).toEqual([
    'cash_drawer -100.00',
    'inventory 40.00',
    'product_income 100.00',
    'cost_of_product -40.00',
  ]);
});

test('a sale that does not add up has no journal', () => {
  expect(() => books({ lines: [aLine()], payments: [aPayment('cash', 9999)] })).toThrow(
    'off by -1 cents',
  );
  expect(() =>
    books({ lines: [aLine({ grossCents: 10_000, netCents: 9000 })], payments: [] }),
  ).toThrow('gross less discount');
});

test('cost never goes the other way than its goods, nor stands on a line without any', () => {
  const back = { kind: 'return', originalKind: 'item', netCents: -10_000 } as const;
  const refund = [aPayment('cash', -10_000)];
  expect(() => books({ lines: [aLine({ ...back, costCents: 4000 })], payments: refund })).toThrow(
    'the other way',
  );
  expect(() =>
    books({ lines: [aLine({ costCents: -1 })], payments: [aPayment('cash', 10_000)] }),
  ).toThrow('the other way');
  expect(() =>
    books({
      lines: [aLine({ kind: 'restocking_fee', costCents: 1 })],
      payments: [aPayment('cash', 10_000)],
    }),
  ).toThrow('a cost on a restocking_fee');
});
