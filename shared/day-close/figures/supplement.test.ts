import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JournalRow, totalsByAccount } from '../../journal/journal-row.ts';
import { aPayment } from '../../journal/testing/a-ticket.ts';
import { soldFor, sumOf } from '../../journal/testing/read-books.ts';
import { postVoid } from '../../journal/post-void.ts';
import { type ClosedBooks, supplementNumber, supplementRows } from './supplement.ts';

const RUNS = { numRuns: 2000 };
const journal = fc
  .record({
    tender: fc.constantFrom('cash', 'card', 'check', 'gift_card', 'finance'),
    amountCents: fc.integer({ min: -500_000, max: 500_000 }),
  })
  .map(({ tender, amountCents }) => soldFor(amountCents, aPayment(tender, amountCents)));
/** Documents known at the close, and what came late to it, in one or several supplements. */
const closedDay = fc.record({
  known: fc.array(journal, { maxLength: 8 }),
  late: fc.array(fc.array(journal, { maxLength: 4 }), { maxLength: 4 }),
});
type ClosedDay = typeof closedDay extends fc.Arbitrary<infer Value> ? Value : never;

/** Makes a supplement after each batch of late documents, as the register does. */
function supplementsOf({ known, late }: ClosedDay, make = supplementRows) {
  const frozen = totalsByAccount(known);
  const supplements: (readonly JournalRow[])[] = [];
  const now = [...known];
  for (const batch of late) {
    now.push(...batch);
    const rows = make({ frozen, supplements, now });
    if (rows.length > 0) supplements.push(rows);
  }
  return { frozen, supplements, now };
}

/** Adds up every document by account, and nothing else. */
function naiveTotals(journals: readonly (readonly JournalRow[])[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { account, detail, amountCents } of journals.flat())
    totals[`${account} ${detail}`] = (totals[`${account} ${detail}`] ?? 0) + amountCents;
  return Object.fromEntries(Object.entries(totals).filter(([, cents]) => cents !== 0));
}

function expectAllTold(closed: ClosedDay, make?: typeof supplementRows): void {
  const { frozen, supplements, now } = supplementsOf(closed, make);
  for (const rows of supplements) expect(sumOf(rows)).toBe(0);
  expect(naiveTotals([frozen, ...supplements])).toEqual(naiveTotals(now));
  const told = closed.late.map(naiveTotals).filter((each) => Object.keys(each).length > 0);
  expect(supplements.map((rows) => naiveTotals([rows]))).toEqual(told);
}

test('M2: the Z and its supplements together say what the documents come to; each supplement only what is new', () => {
  fc.assert(
    fc.property(closedDay, (closed) => expectAllTold(closed)),
    RUNS,
  );
});

test.each<[string, (books: ClosedBooks) => readonly JournalRow[]]>([
  [
    'tells again what an earlier one told',
    (books) => supplementRows({ ...books, supplements: [] }),
  ],
  ['forgets the Z', (books) => supplementRows({ ...books, frozen: [] })],
  ['tells nothing', () => []],
])('M2: the proof sees a supplement that %s', (_name, mistaken) => {
  const found = fc.check(
    fc.property(closedDay, (closed) => expectAllTold(closed, mistaken)),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('nothing came late: there is no supplement, even when documents are summed another way', () => {
  fc.assert(
    fc.property(fc.array(journal), (known) => {
      const frozen = totalsByAccount(known);
      expect(supplementRows({ frozen, supplements: [], now: known.toReversed() })).toEqual([]);
      expect(supplementRows({ frozen, supplements: [], now: [frozen] })).toEqual([]);
    }),
    RUNS,
  );
});

test('a sale that came late and was void at once leaves nothing to tell', () => {
  const sale = soldFor(5000, aPayment('card', 5000));
  const books = { frozen: [], supplements: [], now: [sale, postVoid([sale])] };
  expect(supplementRows(books)).toEqual([]);
});

test('frozen totals that do not balance are a broken Z', () => {
  const [first] = soldFor(5000, aPayment('card', 5000));
  const frozen = first ? [first] : [];
  expect(() => supplementRows({ frozen, supplements: [], now: [] })).toThrow('off by -5000 cents');
});

test('supplements are numbered after their Z', () => {
  expect(supplementNumber('Z1-31', 2)).toBe('Z1-31-2');
});
