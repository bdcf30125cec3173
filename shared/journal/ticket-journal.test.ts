import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cents, portionOfCents } from '../money.ts';
import { type JournalRow, totalsByAccount } from './journal-row.ts';
import type { JournalLine } from './line-postings.ts';
import type { JournalPayment } from './payment-postings.ts';
import { postDelivery } from './post-delivery.ts';
import { type JournalSale, postSale } from './post-sale.ts';
import { postVoid } from './post-void.ts';
import { aPayment, aTicket, totalOf } from './testing/a-ticket.ts';
import { sumOf } from './testing/read-books.ts';

const RUNS = { numRuns: 2000 };
const amount = fc.oneof(fc.nat({ max: 2000 }), fc.nat({ max: 5_000_000 }));

const ticket = fc
  .record({
    lines: fc.array(
      fc.record({
        kind: fc.nat(10),
        originalKind: fc.nat(20),
        category: fc.nat(3),
        owner: fc.nat(4),
        grossCents: amount,
        discountCents: fc.nat({ max: 20_000 }),
        costCents: fc.integer({ min: -1, max: 1_000_000 }),
        stateTaxCents: fc.nat({ max: 50_000 }),
        countyTaxCents: fc.nat({ max: 9000 }),
        delivered: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    payments: fc.array(
      fc.record({
        tender: fc.nat(8),
        detail: fc.nat(2),
        state: fc.nat(4),
        amountCents: fc.integer({ min: -5_000_000, max: 5_000_000 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    changeCents: fc.oneof(fc.constant(0), fc.nat({ max: 10_000 })),
    roundingCents: fc.integer({ min: -2, max: 2 }),
  })
  .map(aTicket);

type Balances = Readonly<Record<string, number>>;

/** Balances as an accountant would ask for them one by one, reading the whole ticket for each. */
function naiveBooks(sale: JournalSale): Balances {
  const sold = (line: JournalLine) =>
    line.kind === 'return' || line.kind === 'trade_up' ? (line.originalKind ?? 'item') : line.kind;
  const isHeld = (line: JournalLine) =>
    ['gift_card', 'account_payment', 'price_adjustment'].includes(sold(line));
  const open = (line: JournalLine) => line.delivered && !isHeld(line);
  const typed = (line: JournalLine) => ['item', 'service'].includes(sold(line));
  const sum = (lines: readonly JournalLine[], of: (line: JournalLine) => number) =>
    lines.reduce((total, line) => total + of(line), 0);
  const paid = (which: (payment: JournalPayment) => boolean) =>
    sale.payments.filter(which).reduce((total, payment) => total + payment.amountCents, 0);
  const known = (tender: string, detail?: string) =>
    paid(
      (payment) =>
        payment.state === 'known' &&
        payment.tender === tender &&
        (detail === undefined || payment.detail === detail),
    );
  const held = (kind: string) =>
    sum(
      sale.lines.filter((line) => sold(line) === kind),
      (line) => -line.netCents,
    );
  const is = (name: string) => (line: JournalLine) =>
    open(line) &&
    (typed(line)
      ? line.categoryClass === name
      : { gift_wrap: 'repair', restocking_fee: 'fee' }[sold(line) as string] === name ||
        sold(line) === name);
  const income = (name: string) => sum(sale.lines.filter(is(name)), (line) => -line.grossCents);
  const cost = (name: string) => sum(sale.lines.filter(is(name)), (line) => line.costCents ?? 0);
  const out = (owner: string, scrap: boolean) =>
    sum(
      sale.lines.filter(
        (line) =>
          open(line) && line.owner === owner && (owner !== 'own' || is('scrap')(line) === scrap),
      ),
      (line) => -(line.costCents ?? 0),
    );
  const tax = (agency: string) =>
    sum(sale.lines, (line) => -(line.taxes.find((each) => each.agency === agency)?.taxCents ?? 0));
  const books: Record<string, number> = {
    cash_drawer: known('cash') - sale.changeCents,
    check_clearing: known('check'),
    house_accounts: known('house_account') + held('account_payment'),
    unresolved_payments: paid((payment) => payment.state === 'unknown'),
    uncollected_payments: paid((each) => each.state === 'not_charged' && each.amountCents >= 0),
    refunds_due: paid((each) => each.state === 'not_charged' && each.amountCents < 0),
    inventory: out('own', false),
    scrap: out('own', true),
    memo_payable: out('vendor_memo', false),
    consignment_payable: out('customer_consignment', false),
    deposits_delivery: sum(
      sale.lines.filter((line) => !line.delivered && !isHeld(line)),
      (line) => -line.netCents,
    ),
    gift_cards: known('gift_card') + held('gift_card'),
    store_credit: known('store_credit'),
    'sales_tax_payable/State': tax('State'),
    'sales_tax_payable/County': tax('County'),
    discounts: sum(sale.lines.filter(open), (line) => line.discountCents),
    cash_rounding: held('price_adjustment') - sale.roundingCents,
    fee_income: income('fee'),
  };
  for (const name of ['product', 'repair', 'appraisal', 'shipping', 'care_plan', 'scrap']) {
    books[`${name}_income`] = income(name);
    books[`cost_of_${name}`] = cost(name);
  }
  for (const detail of ['', 'Northway', 'Lendwell']) {
    const at = (account: string) => `${account}${detail && `/${detail}`}`;
    books[at('card_clearing')] = known('card', detail);
    books[at('finance_receivable')] = known('finance', detail);
    books[at('lease_receivable')] = known('lease', detail);
    books[at('other_tender')] = known('other', detail);
  }
  return Object.fromEntries(Object.entries(books).filter(([, cents]) => cents !== 0));
}

const balances = (rows: readonly JournalRow[]): Balances =>
  Object.fromEntries(
    rows.map(({ account, detail, amountCents }) => [
      `${account}${detail && `/${detail}`}`,
      amountCents,
    ]),
  );

test('M2: the journal of any ticket sums to 0 and says on every account what a naive count says', () => {
  fc.assert(
    fc.property(ticket, (sale) => {
      const rows = postSale(sale);
      expect(sumOf(rows)).toBe(0);
      expect(balances(rows)).toEqual(naiveBooks(sale));
      expect(Object.keys(balances(rows)).length).toBe(rows.length);
    }),
    RUNS,
  );
});

const mapLines = (sale: JournalSale, change: (line: JournalLine) => JournalLine) => ({
  ...sale,
  lines: sale.lines.map(change),
});

test.each<[string, (sale: JournalSale) => JournalSale]>([
  [
    'earns a gift card when it is sold',
    (sale) =>
      mapLines(sale, (line) => (line.kind === 'gift_card' ? { ...line, kind: 'item' } : line)),
  ],
  ['forgets what a line cost', (sale) => mapLines(sale, (line) => ({ ...line, costCents: null }))],
  [
    'books the goods of others out of our own inventory',
    (sale) => mapLines(sale, (line) => ({ ...line, owner: 'own' })),
  ],
  [
    'earns what is not delivered yet',
    (sale) => mapLines(sale, (line) => ({ ...line, delivered: true })),
  ],
  [
    'pays one agency what is due to another',
    (sale) =>
      mapLines(sale, (line) => ({
        ...line,
        taxes: line.taxes.map((tax) => ({ ...tax, agency: 'State' })),
      })),
  ],
  [
    'takes the unknown for charged',
    (sale) => ({
      ...sale,
      payments: sale.payments.map((payment) => ({ ...payment, state: 'known' as const })),
    }),
  ],
  [
    'hides the discount in the income',
    (sale) => mapLines(sale, (line) => ({ ...line, grossCents: line.netCents, discountCents: 0 })),
  ],
])('M2: the proof sees a journal that %s', (_name, mistake) => {
  const found = fc.check(
    fc.property(ticket, (sale) => {
      expect(balances(postSale(mistake(sale)))).toEqual(naiveBooks(sale));
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('M2: a void is the exact opposite of the sale, and afterwards nothing of it stands', () => {
  fc.assert(
    fc.property(ticket, (sale) => {
      const sold = postSale(sale);
      const voided = postVoid([sold]);
      expect(voided.map((row) => [row.account, row.detail, 0 - row.amountCents])).toEqual(
        sold.map((row) => [row.account, row.detail, row.amountCents]),
      );
      expect(totalsByAccount([sold, voided])).toEqual([]);
      const shipped = postDelivery(sale.lines);
      expect(sumOf(shipped)).toBe(0);
      expect(totalsByAccount([sold, shipped, postVoid([sold, shipped])])).toEqual([]);
    }),
    RUNS,
  );
});

test('M2: delivered later or at once, the books end the same', () => {
  fc.assert(
    fc.property(ticket, (sale) => {
      const atOnce = mapLines(sale, (line) => ({ ...line, delivered: true }));
      expect(totalsByAccount([postSale(sale), postDelivery(sale.lines)])).toEqual(postSale(atOnce));
    }),
    RUNS,
  );
});

const priced = fc.record({
  kind: fc.constantFrom('item', 'service', 'gift_wrap', 'care_plan', 'shipping'),
  categoryClass: fc.constantFrom('product', 'repair', 'appraisal', 'scrap'),
  owner: fc.constantFrom('own', 'vendor_memo', 'customer_consignment'),
  quantity: fc.integer({ min: 1, max: 6 }),
  netCents: amount,
  discountCents: fc.nat({ max: 20_000 }),
  costCents: fc.option(fc.nat({ max: 1_000_000 })),
  stateTaxCents: fc.nat({ max: 50_000 }),
  countyTaxCents: fc.nat({ max: 9000 }),
  delivered: fc.boolean(),
});
const soldAndReturned = fc.record({
  lines: fc.array(priced, { minLength: 1, maxLength: 5 }),
  /** Of each line, in how many returns its units come back one after another. */
  returns: fc.integer({ min: 1, max: 6 }),
  paid: fc.array(
    fc.record({
      tender: fc.constantFrom('cash', 'card', 'gift_card', 'finance', 'house_account'),
      amountCents: amount,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  roundingCents: fc.integer({ min: -2, max: 2 }),
});
type Priced = typeof priced extends fc.Arbitrary<infer Value> ? Value : never;
type SoldAndReturned = typeof soldAndReturned extends fc.Arbitrary<infer Value> ? Value : never;

/** What units `from` to `to` of a line take back: the portion until then less the portion before. M10. */
function unitsBack(line: Priced, from: number, to: number): JournalLine {
  const part = (whole: number) =>
    portionOfCents(whole as Cents, from, line.quantity) -
    portionOfCents(whole as Cents, to, line.quantity);
  const [netCents, discountCents] = [part(line.netCents), part(line.discountCents)];
  return {
    ...line,
    kind: 'return',
    originalKind: line.kind,
    netCents,
    discountCents,
    grossCents: netCents + discountCents,
    costCents: line.costCents === null ? null : part(line.costCents),
    taxes: [
      { agency: 'State', taxCents: part(line.stateTaxCents) },
      { agency: 'County', taxCents: part(line.countyTaxCents) },
    ],
  };
}

/** A sale, and the tickets on which all of it comes back in parts, each paid back to what paid for it. */
function saleAndRefunds({ lines, returns, paid, roundingCents }: SoldAndReturned): JournalSale[] {
  const sold = lines.map((line): JournalLine => ({
    ...line,
    originalKind: null,
    grossCents: line.netCents + line.discountCents,
    taxes: [
      { agency: 'State', taxCents: line.stateTaxCents },
      { agency: 'County', taxCents: line.countyTaxCents },
    ],
  }));
  let dueCents = totalOf(sold) + roundingCents;
  const left = paid.map(({ tender, amountCents }, index) => {
    const takes = index === paid.length - 1 ? dueCents : Math.min(amountCents, dueCents);
    dueCents -= takes;
    return aPayment(tender, takes, { detail: tender === 'finance' ? 'Lendwell' : '' });
  });
  const sale = { lines: sold, payments: left.slice(), changeCents: 0, roundingCents };
  const refunds = Array.from({ length: returns }, (_, index): JournalSale => {
    const back = lines.map((line) =>
      unitsBack(
        line,
        Math.floor((line.quantity * index) / returns),
        Math.floor((line.quantity * (index + 1)) / returns),
      ),
    );
    const undone = index === returns - 1 ? -roundingCents : 0;
    let owedCents = -(totalOf(back) + undone);
    const payments = left.map((payment, place): JournalPayment => {
      const gives =
        place === left.length - 1 ? owedCents : Math.min(payment.amountCents, owedCents);
      owedCents -= gives;
      left[place] = { ...payment, amountCents: payment.amountCents - gives };
      return { ...payment, amountCents: -gives };
    });
    return { lines: back, payments, changeCents: 0, roundingCents: undone };
  });
  return [sale, ...refunds];
}

test('M2, M10: when all of a sale has come back in parts, no account holds a cent of it', () => {
  fc.assert(
    fc.property(soldAndReturned, (story) => {
      const journals = saleAndRefunds(story).map(postSale);
      for (const rows of journals) expect(sumOf(rows)).toBe(0);
      expect(totalsByAccount(journals)).toEqual([]);
    }),
    RUNS,
  );
});

test.each<[string, (refund: JournalSale) => JournalSale]>([
  [
    'leaves the cost of what came back in the cost of goods',
    (refund) => mapLines(refund, (line) => ({ ...line, costCents: null })),
  ],
  [
    'refunds the card in cash',
    (refund) => ({
      ...refund,
      payments: refund.payments.map((payment) => ({ ...payment, tender: 'cash' as const })),
    }),
  ],
  [
    'takes back the price before the discount',
    (refund) =>
      mapLines(refund, (line) => ({ ...line, grossCents: line.netCents, discountCents: 0 })),
  ],
])('M2, M10: the proof sees a return that %s', (_name, mistake) => {
  const found = fc.check(
    fc.property(soldAndReturned, (story) => {
      const [sale, ...refunds] = saleAndRefunds(story);
      const journals = [...(sale ? [sale] : []), ...refunds.map(mistake)].map(postSale);
      expect(totalsByAccount(journals)).toEqual([]);
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('M2: the totals of a day are what its documents come to, in whatever order they are read', () => {
  const shuffledDay = fc
    .array(ticket, { maxLength: 6 })
    .chain((sales) =>
      fc.tuple(fc.constant(sales), fc.shuffledSubarray(sales, { minLength: sales.length })),
    );
  fc.assert(
    fc.property(shuffledDay, ([sales, shuffled]) => {
      const naive: Record<string, number> = {};
      for (const sale of sales)
        for (const [account, cents] of Object.entries(naiveBooks(sale)))
          naive[account] = (naive[account] ?? 0) + cents;
      const day = totalsByAccount(shuffled.map(postSale));
      expect(day).toEqual(totalsByAccount(sales.map(postSale)));
      expect(sumOf(day)).toBe(0);
      expect(balances(day)).toEqual(
        Object.fromEntries(Object.entries(naive).filter(([, cents]) => cents !== 0)),
      );
    }),
    RUNS,
  );
});
