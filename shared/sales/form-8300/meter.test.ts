import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomerId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import type { BusinessDate } from '../../time.ts';
import { combineReports, meterCash } from './meter.ts';
import { relatedPayments } from './related-payments.ts';
import {
  countedCents,
  isDesignatedSale,
  type PaymentId,
  type ReceivedPayment,
} from './reportable-cash.ts';
import { form8300Worksheet, payerStatements } from './worksheet.ts';

const RUNS = { numRuns: 2500 };
const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2024, 0, 10, 17);
const dateOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10) as BusinessDate;

const aPayment = (fields: Partial<ReceivedPayment>): ReceivedPayment => ({
  paymentId: 'p' as PaymentId,
  buyerId: 'ann' as CustomerId,
  transactionId: 'sale',
  kind: 'cash',
  receivedOn: dateOf(START_MS),
  receivedAtMs: START_MS,
  amountCents: 100_000 as Cents,
  designatedSale: true,
  avoidsReport: false,
  excepted: false,
  issuer: '',
  serial: '',
  ...fields,
});
/** Dollars in cash on a date, named after the date. */
const cash = (date: string, dollars: number, fields: Partial<ReceivedPayment> = {}) =>
  aPayment({
    paymentId: date as PaymentId,
    receivedOn: date as BusinessDate,
    receivedAtMs: Date.parse(`${date}T17:00:00Z`),
    amountCents: (dollars * 100) as Cents,
    ...fields,
  });
const none = new Set<PaymentId>();
const reports = (payments: readonly ReceivedPayment[], asOf: string, filed = none) =>
  meterCash(payments, filed, asOf as BusinessDate).due.map((report) => [
    report.totalCents / 100,
    report.reachedOn,
    report.fileBy,
  ]);

const somePayments = fc
  .array(
    fc.record({
      hours: fc.nat({ max: 24 * 900 }),
      dollars: fc.oneof(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 6000, max: 14_000 })),
      kind: fc.constantFrom<ReceivedPayment['kind']>(
        'cash',
        'cash',
        'money_order',
        'bank_draft',
        'personal',
      ),
      designatedSale: fc.boolean(),
      avoidsReport: fc.boolean(),
      excepted: fc.boolean(),
      filed: fc.nat({ max: 9 }).map((value) => value === 0),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ hours, dollars, filed, ...rest }, index) => ({
      filed,
      payment: aPayment({
        ...rest,
        paymentId: `p${index}` as PaymentId,
        amountCents: (dollars * 100) as Cents,
        receivedAtMs: START_MS + hours * 3_600_000,
        receivedOn: dateOf(START_MS + hours * 3_600_000),
      }),
    })),
  );

/** A book in which each line is looked at anew for every payment: is it cash, unreported, and of this year? */
function naiveMeter(
  list: readonly { readonly payment: ReceivedPayment; readonly filed: boolean }[],
  asOf: string,
) {
  const book = list
    .filter(({ payment, filed }) => !filed && payment.receivedOn <= asOf)
    .map(({ payment }) => {
      const isPaper =
        ['money_order', 'bank_draft'].includes(payment.kind) && payment.amountCents <= 1_000_000;
      const isMeant = payment.avoidsReport || (payment.designatedSale && !payment.excepted);
      const counts = payment.kind === 'cash' || (isPaper && isMeant);
      return { ...payment, counts, done: false };
    })
    .filter((line) => line.counts)
    .toSorted((a, b) => a.receivedAtMs - b.receivedAtMs);
  const anniversary = (date: string) => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  const due: string[][] = [];
  for (const [at, line] of book.entries()) {
    const count = book.filter(
      (other, index) =>
        index <= at && !other.done && anniversary(other.receivedOn) >= line.receivedOn,
    );
    if (count.reduce((sum, each) => sum + each.amountCents, 0) <= 1_000_000) continue;
    for (const each of count) each.done = true;
    due.push(count.map((each) => each.paymentId));
  }
  const counted = book
    .filter((line) => !line.done && anniversary(line.receivedOn) >= asOf)
    .reduce((sum, each) => sum + each.amountCents, 0);
  return { due, counted };
}

const filedOf = (list: readonly { readonly payment: ReceivedPayment; readonly filed: boolean }[]) =>
  new Set(list.filter(({ filed }) => filed).map(({ payment }) => payment.paymentId));
const aDay = fc.nat({ max: 1000 }).map((days) => dateOf(START_MS + days * DAY_MS));

test('the meter finds the reports that looking through the whole book for every payment finds', () => {
  let several = 0;
  fc.assert(
    fc.property(somePayments, aDay, (list, asOf) => {
      const meter = meterCash(
        list.map(({ payment }) => payment),
        filedOf(list),
        asOf,
      );
      const naive = naiveMeter(list, asOf);
      expect(meter.due.map((report) => report.payments.map((each) => each.paymentId))).toEqual(
        naive.due,
      );
      expect(meter.countedCents).toBe(naive.counted);
      expect(meter.leftCents).toBe(1_000_000 - naive.counted);
      expect(meter.prompt).toBe(
        naive.due.length > 0 ? 'file' : naive.counted >= 800_000 ? 'ask' : 'none',
      );
      for (const report of meter.due) {
        const last = report.payments.at(-1);
        expect(report.totalCents).toBeGreaterThan(1_000_000);
        expect(report.totalCents - (last?.amountCents ?? 0)).toBeLessThanOrEqual(1_000_000);
        expect(Date.parse(report.fileBy) - Date.parse(report.reachedOn)).toBe(15 * DAY_MS);
      }
      if (meter.due.length > 1) several++;
    }),
    RUNS,
  );
  expect(several).toBeGreaterThan(100);
});

test('a meter that forgets the twelve months is caught (planted)', () => {
  const found = fc.check(
    fc.property(somePayments, aDay, (list, asOf) => {
      const timeless = list.map(({ payment }) => ({ ...payment, receivedOn: asOf }));
      const all = meterCash(timeless, filedOf(list), asOf);
      expect(all.due.length).toBe(naiveMeter(list, asOf).due.length);
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('a first payment over $10,000 is reported alone, and later ones start the count anew', () => {
  const payments = [
    cash('2026-01-10', 11_000),
    cash('2026-02-15', 4000),
    cash('2026-03-20', 6000),
    cash('2026-05-15', 12_000),
  ];
  expect(reports(payments, '2026-04-01')).toEqual([[11_000, '2026-01-10', '2026-01-25']]);
  // $4,000 and $6,000 are $10,000, which is not more than $10,000.
  expect(reports(payments, '2026-05-15')).toEqual([
    [11_000, '2026-01-10', '2026-01-25'],
    [22_000, '2026-05-15', '2026-05-30'],
  ]);
  const filed = new Set(['2026-01-10' as PaymentId]);
  expect(meterCash(payments, filed, '2026-04-01' as BusinessDate)).toMatchObject({
    countedCents: 1_000_000,
    leftCents: 0,
    prompt: 'ask',
    due: [],
  });
});

test('installments are added up over a year, the day a year later included', () => {
  const first = cash('2025-06-01', 6000);
  expect(reports([first, cash('2026-06-01', 5000)], '2026-06-01')).toHaveLength(1);
  expect(reports([first, cash('2026-06-02', 5000)], '2026-06-02')).toEqual([]);
});

test('from $8,000 the window asks, at $10,000 it still only asks, a cent more must be filed', () => {
  const meter = (dollars: number) =>
    meterCash([cash('2026-06-01', dollars)], none, '2026-06-01' as BusinessDate).prompt;
  expect([7999.99, 8000, 10_000, 10_000.01].map(meter)).toEqual(['none', 'ask', 'ask', 'file']);
});

test('a form filed early takes what it reported out of the count', () => {
  const payments = [cash('2026-06-01', 9000), cash('2026-06-20', 5000)];
  expect(reports(payments, '2026-07-01', new Set(['2026-06-01' as PaymentId]))).toEqual([]);
});

test('reports that come due together may be one form, by the date of the first', () => {
  const due = [cash('2026-01-10', 11_000), cash('2026-01-24', 12_000), cash('2026-01-26', 13_000)];
  const meter = meterCash(due, none, '2026-02-01' as BusinessDate);
  expect(combineReports(meter.due)).toMatchObject({
    totalCents: 2_300_000,
    reachedOn: '2026-01-24',
    fileBy: '2026-01-25',
  });
  expect(combineReports([])).toBeUndefined();
});

test.each([
  ['a note', { kind: 'cash', designatedSale: false }, true],
  ['a cashier’s check for a designated sale', { kind: 'cashiers_check' }, true],
  ['a money order for a repair', { kind: 'money_order', designatedSale: false }, false],
  [
    'a money order that avoids the report',
    { kind: 'money_order', designatedSale: false, avoidsReport: true },
    true,
  ],
  [
    'a bank draft of exactly $10,000',
    { kind: 'bank_draft', amountCents: 1_000_000 as Cents },
    true,
  ],
  [
    'a bank draft of more than $10,000',
    { kind: 'bank_draft', amountCents: 1_000_001 as Cents },
    false,
  ],
  ['a cashier’s check from a bank loan', { kind: 'cashiers_check', excepted: true }, false],
  ['a traveler’s check', { kind: 'travelers_check' }, true],
  ['a personal check', { kind: 'personal' }, false],
  ['a business check', { kind: 'business' }, false],
  ['cash given back', { amountCents: -500_000 as Cents }, false],
] as const)('%s counts: %j %s', (_, fields, counts) => {
  const payment = aPayment(fields);
  expect(countedCents(payment)).toBe(counts ? payment.amountCents : 0);
});

test('a sale is designated by one article over $10,000, or by a collectible', () => {
  const article = (nature: 'durable' | 'collectible' | 'neither', dollars: number) => ({
    nature,
    priceCents: (dollars * 100) as Cents,
  });
  expect(isDesignatedSale([article('durable', 10_000.01)])).toBe(true);
  expect(isDesignatedSale([article('durable', 10_000), article('durable', 9000)])).toBe(false);
  expect(isDesignatedSale([article('durable', 50), article('collectible', 600)])).toBe(true);
  expect(isDesignatedSale([article('neither', 20_000)])).toBe(false);
});

test('payments are related by their transaction, within 24 hours, and where staff know of a series', () => {
  const [a, b, c, d] = [
    cash('2026-01-01', 1, { transactionId: 'ring' }),
    cash('2026-01-02', 1, { transactionId: 'watch' }),
    cash('2026-01-10', 1, { transactionId: 'ring' }),
    cash('2026-03-01', 1, { transactionId: 'chain' }),
  ] as const;
  const names = (links: readonly (readonly [PaymentId, PaymentId])[]) =>
    relatedPayments([d, c, b, a], links).map((group) => group.map((each) => each.transactionId));
  expect(names([])).toEqual([['ring', 'watch', 'ring'], ['chain']]);
  expect(names([[d.paymentId, c.paymentId]])).toEqual([['ring', 'watch', 'ring', 'chain']]);
  const later = { ...b, receivedAtMs: b.receivedAtMs + 1 };
  expect(relatedPayments([a, later], [])).toHaveLength(2);
  expect(() => relatedPayments([a, { ...b, buyerId: 'bob' as CustomerId }], [])).toThrow(
    RangeError,
  );
});

test('groups of related payments are what walking from payment to payment reaches', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 9 })), { maxLength: 10 }),
      fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 })), { maxLength: 3 }),
      (list, pairs) => {
        const payments = list.map(([hours, sale], index) =>
          aPayment({
            paymentId: `p${index}` as PaymentId,
            transactionId: `sale ${sale}`,
            receivedAtMs: START_MS + hours * 3_600_000,
          }),
        );
        const links = pairs.map(([a, b]) => [`p${a}` as PaymentId, `p${b}` as PaymentId] as const);
        const touch = (a: ReceivedPayment, b: ReceivedPayment) =>
          a.transactionId === b.transactionId ||
          Math.abs(a.receivedAtMs - b.receivedAtMs) <= DAY_MS ||
          links.some(
            (pair) =>
              pair.includes(a.paymentId) && pair.includes(b.paymentId) && pair[0] !== pair[1],
          );
        const reach = (start: ReceivedPayment) => {
          const found = new Set([start]);
          for (const each of found)
            for (const other of payments) if (touch(each, other)) found.add(other);
          return [...found].map((each) => each.paymentId).toSorted((a, b) => (a < b ? -1 : 1));
        };
        for (const group of relatedPayments(payments, links)) {
          const [first] = group;
          const ids = group.map((each) => each.paymentId).toSorted((a, b) => (a < b ? -1 : 1));
          expect(first && ids).toEqual(first && reach(first));
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('the worksheet holds every form of cash, and its amounts sum to the total', () => {
  const payments = [
    cash('2026-01-10', 3000),
    cash('2026-02-10', 6000, { kind: 'cashiers_check', issuer: 'First Bank', serial: '884' }),
    cash('2026-03-10', 2500, { kind: 'money_order', issuer: 'Post Office', serial: '17' }),
  ];
  const [report] = meterCash(payments, none, '2026-03-10' as BusinessDate).due;
  if (!report) throw new Error('no report is due');
  const sheet = form8300Worksheet(report, 1_500_000 as Cents);
  expect(sheet).toMatchObject({
    receivedOn: '2026-03-10',
    totalCents: 1_150_000,
    inParts: true,
    priceCents: 1_500_000,
    amounts: [
      { item: '32a', amountCents: 300_000 },
      { item: '32c', amountCents: 600_000 },
      { item: '32d', amountCents: 250_000 },
    ],
    fileBy: '2026-03-25',
    statementBy: '2027-01-31',
  });
  expect(sheet.rows.map((row) => row.runningCents)).toEqual([300_000, 900_000, 1_150_000]);
  expect(form8300Worksheet(report, report.totalCents).priceCents).toBeNull();
});

test('for any payments the amounts of a worksheet sum to its total', () => {
  fc.assert(
    fc.property(somePayments, (list) => {
      const meter = meterCash(
        list.map(({ payment }) => payment),
        none,
        '2030-01-01' as BusinessDate,
      );
      for (const report of meter.due) {
        const sheet = form8300Worksheet(report, report.totalCents);
        expect(sheet.amounts.reduce((sum, each) => sum + each.amountCents, 0)).toBe(
          sheet.totalCents,
        );
        expect(sheet.rows.at(-1)?.runningCents).toBe(sheet.totalCents);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a payer is told once a year, by 31 January of the next', () => {
  const filed = [
    { reachedOn: '2026-12-30' as BusinessDate, totalCents: 1_200_000 as Cents },
    { reachedOn: '2025-05-01' as BusinessDate, totalCents: 1_100_000 as Cents },
    { reachedOn: '2026-02-01' as BusinessDate, totalCents: 2_000_000 as Cents },
  ];
  expect(payerStatements(filed)).toEqual([
    { year: 2025, totalCents: 1_100_000, statementBy: '2026-01-31' },
    { year: 2026, totalCents: 3_200_000, statementBy: '2027-01-31' },
  ]);
});
