import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayCloseFacts } from '../../documents/day-close-paper.ts';
import type { AccountCode } from '../../journal/accounts.ts';
import { totalsByAccount } from '../../journal/journal-row.ts';
import { balanceOn, sumOf } from '../../journal/testing/read-books.ts';
import { expectedCash } from './expected-cash.ts';
import { aDay, type Clerk, type DayChoices, type Happening } from './testing/a-day.ts';
import { TallyClerk, tallyOf } from './testing/a-tally.ts';
import { zFigures } from './z-figures.ts';
import type { ZRows } from './z-rows.ts';

const RUNS = { numRuns: 2000 };
const amount = fc.oneof(fc.nat({ max: 2000 }), fc.nat({ max: 500_000 }));
const ticket = fc.record({
  lines: fc.array(
    fc.record({
      kind: fc.nat(10),
      originalKind: fc.nat(20),
      category: fc.nat(3),
      owner: fc.nat(4),
      grossCents: amount,
      discountCents: fc.nat({ max: 20_000 }),
      costCents: fc.integer({ min: -1, max: 100_000 }),
      stateTaxCents: fc.nat({ max: 50_000 }),
      countyTaxCents: fc.nat({ max: 9000 }),
      delivered: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  payments: fc.array(
    fc.record({
      tender: fc.nat(8),
      detail: fc.nat(2),
      state: fc.nat(4),
      amountCents: fc.integer({ min: -50_000, max: 500_000 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  changeCents: fc.oneof(fc.constant(0), fc.nat({ max: 10_000 })),
  roundingCents: fc.integer({ min: -2, max: 2 }),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ what: fc.constant('sale'), ticket, exempt: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constantFrom('void', 'delivery'), which: fc.nat(9) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('correction'),
      which: fc.nat(9),
      payment: fc.nat(9),
      tender: fc.nat(8),
    }),
  },
  fc.record({
    what: fc.constant('late_correction'),
    amountCents: fc.integer({ min: 1, max: 90_000 }),
    toCash: fc.boolean(),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('paid_in', 'paid_out', 'drop', 'no_sale'),
      amountCents: amount,
    }),
  },
);
const day: fc.Arbitrary<DayChoices> = fc.record({
  floatCents: fc.nat({ max: 100_000 }),
  happenings: fc.array(happening, { maxLength: 12 }),
});

const NOBODY: Clerk = { sale() {}, payment() {}, delivery() {}, voided() {}, cash() {} };

function tallies(choices: DayChoices, mistake = (rows: ZRows): ZRows => rows) {
  const clerk = new TallyClerk();
  const figures = zFigures(mistake(aDay(choices, clerk).rows));
  return { ours: tallyOf(figures, expectedCash(figures)), clerks: clerk.tally };
}

test('M1, M5: every figure of any day is what a clerk tallied as it happened, expected cash too', () => {
  fc.assert(
    fc.property(day, (choices) => {
      const { ours, clerks } = tallies(choices);
      expect(ours).toEqual(clerks);
    }),
    RUNS,
  );
});

const payments = (rows: ZRows, change: (payment: ZRows['payments'][number]) => object): ZRows => ({
  ...rows,
  payments: rows.payments.map((payment) => ({ ...payment, ...change(payment) })),
});

test.each<[string, (rows: ZRows) => ZRows]>([
  ['forgets the float', (rows) => ({ ...rows, floatCents: 0 })],
  [
    'forgets the change given',
    (rows) => ({ ...rows, sales: rows.sales.map((sale) => ({ ...sale, changeCents: 0 })) }),
  ],
  [
    'leaves drops out',
    (rows) => ({ ...rows, movements: rows.movements.filter(({ kind }) => kind !== 'drop') }),
  ],
  ['takes the unknown for charged', (rows) => payments(rows, () => ({ state: 'known' }))],
  [
    'forgets what voids and corrections take back',
    (rows) => ({ ...rows, payments: rows.payments.filter(({ reverses }) => !reverses) }),
  ],
  [
    'moves cash of today for a correction of yesterday',
    (rows) => payments(rows, () => ({ inDrawer: true })),
  ],
  [
    'counts a voided sale',
    (rows) => ({ ...rows, sales: rows.sales.map((sale) => ({ ...sale, voided: null })) }),
  ],
  [
    'taxes whom it need not',
    (rows) => ({ ...rows, taxes: rows.taxes.map((part) => ({ ...part, exempt: false })) }),
  ],
  [
    'earns what still waits for the carrier',
    (rows) => ({ ...rows, lines: rows.lines.map((line) => ({ ...line, delivered: true })) }),
  ],
  ['never earns what the carrier has', (rows) => ({ ...rows, deliveries: [] })],
  [
    'sells gift cards as goods',
    (rows) => ({
      ...rows,
      lines: rows.lines.map((line) =>
        line.kind === 'gift_card' ? { ...line, kind: 'item' as const } : line,
      ),
    }),
  ],
])('M1, M5: the proof sees a Z that %s', (_name, mistake) => {
  const found = fc.check(
    fc.property(day, (choices) => {
      const { ours, clerks } = tallies(choices, mistake);
      expect(ours).toEqual(clerks);
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('M1: over a day, tenders and open payments are the total and its rounding', () => {
  const withoutLate = day.map((choices) => ({
    ...choices,
    happenings: choices.happenings.filter(({ what }) => what !== 'late_correction'),
  }));
  fc.assert(
    fc.property(withoutLate, (choices) => {
      const z = zFigures(aDay(choices, NOBODY).rows);
      const paid = [...z.tenders, ...z.unresolved, ...z.uncollected];
      expect(paid.reduce((sum, each) => sum + each.amountCents, 0)).toBe(
        z.totalCents + z.roundingCents,
      );
      expect(z.subtotalCents - z.discountCents).toBe(z.netCents);
      expect(z.netCents + z.taxCents).toBe(z.totalCents);
      const parts = z.departments.reduce((sum, each) => sum + each.netCents, 0);
      const { giftCardsSoldCents, accountPaidCents } = z.credits;
      expect(parts + giftCardsSoldCents + accountPaidCents + z.priceAdjustmentCents).toBe(
        z.netCents,
      );
      for (const each of z.departments)
        expect(each.grossCents - each.discountCents - each.returnsCents).toBe(each.netCents);
      const cash = z.tenders.find(({ tender }) => tender === 'cash')?.amountCents ?? 0;
      expect(z.cashSalesCents).toBe(cash);
      expect(z.taxes.reduce((sum, tax) => sum + tax.taxCents, 0)).toBe(z.taxCents);
    }),
    RUNS,
  );
});

const INCOME: readonly AccountCode[] = [
  'product_income',
  'repair_income',
  'appraisal_income',
  'shipping_income',
  'care_plan_income',
  'scrap_income',
  'fee_income',
  'discounts',
];

test('M2, M3, M5: the Z and the books of the same day say the same', () => {
  fc.assert(
    fc.property(day, (choices) => {
      const { rows, journals } = aDay(choices, NOBODY);
      const z = zFigures(rows);
      const books = totalsByAccount(journals);
      const on = (...accounts: readonly AccountCode[]) =>
        accounts.reduce((sum, account) => sum + balanceOn(account, [books]), 0);
      const took = (kind: string) =>
        z.tenders.reduce((sum, each) => sum + (each.tender === kind ? each.amountCents : 0), 0);
      const total = (list: readonly { readonly amountCents: number }[]) =>
        list.reduce((sum, each) => sum + each.amountCents, 0);
      expect(sumOf(books)).toBe(0);
      const { credits } = z;
      expect({
        cash: on('cash_drawer'),
        card: on('card_clearing'),
        check: on('check_clearing'),
        finance: on('finance_receivable'),
        lease: on('lease_receivable'),
        other: on('other_tender'),
        unknown: on('unresolved_payments'),
        uncollected: on('uncollected_payments', 'refunds_due'),
        giftCards: on('gift_cards'),
        credit: on('store_credit'),
        accounts: on('house_accounts'),
        tax: on('sales_tax_payable'),
        income: on(...INCOME),
        rounding: on('cash_rounding'),
      }).toEqual({
        cash: expectedCash(z),
        card: took('card'),
        check: took('check'),
        finance: took('finance'),
        lease: took('lease'),
        other: took('other'),
        unknown: total(z.unresolved),
        uncollected: total(z.uncollected),
        giftCards:
          credits.giftCardsRedeemedCents -
          credits.giftCardsRefundedCents -
          credits.giftCardsSoldCents,
        credit: credits.creditUsedCents - credits.creditIssuedCents,
        accounts:
          credits.accountChargedCents - credits.accountRefundedCents - credits.accountPaidCents,
        tax: 0 - z.taxCents,
        income: 0 - z.recognisedCents,
        rounding: 0 - z.roundingCents - z.priceAdjustmentCents,
      });
    }),
    RUNS,
  );
});

test('the grand total grows by the total of each day and is never reset', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 4 }), (days) => {
      let grandTotalBeforeCents = 0;
      let soldCents = 0;
      for (const choices of days) {
        const z = zFigures({ ...aDay(choices, NOBODY).rows, grandTotalBeforeCents });
        grandTotalBeforeCents = z.grandTotalCents;
        soldCents += z.totalCents;
      }
      expect(grandTotalBeforeCents).toBe(soldCents);
    }),
    { numRuns: 200 },
  );
});

test('the figures fill the facts of a Z; one that was stored before them still reads', () => {
  const before: DayCloseFacts = {
    report: 'Z',
    store: { name: 'Marlowe & Sons', addressLines: [], phone: '', footer: '' },
    number: 'Z1-31',
    registerName: 'Register 1',
    zone: 'America/Chicago',
    businessDate: '2026-11-23',
    openedAtMs: 0,
    openedBy: 'AM',
    closedAtMs: 1,
    closedBy: 'RK',
    salesCount: 0,
    subtotalCents: 0,
    discountCents: 0,
    netCents: 0,
    taxCents: 0,
    totalCents: 0,
    voids: { count: 0, totalCents: 0 },
    taxes: [],
    tenders: [],
    floatCents: 20_000,
    cashSalesCents: 0,
    movements: [],
    copy: false,
    demo: false,
  };
  const { rows } = aDay({ floatCents: 20_000, happenings: [] }, NOBODY);
  const now = { ...before, ...zFigures(rows) };
  expect(now satisfies DayCloseFacts).toMatchObject(before);
  expect(expectedCash(now)).toBe(20_000);
});
