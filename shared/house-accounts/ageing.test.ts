import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomerId } from '../ids.ts';
import type { Cents } from '../money.ts';
import type { BusinessDate } from '../time.ts';
import { accountStatement } from './account-statement.ts';
import {
  type AccountAgeing,
  ageAccount,
  balancesAsOf,
  type HouseAccountEntry,
  type HouseAccountEntryId,
} from './ageing.ts';

const RUNS = { numRuns: 2500 };
const idOf = (name: string) => name as HouseAccountEntryId;
/** The n-th day from 1 October 2025, which is before a leap day by some way and over a change of year. */
const DAYS = Array.from(
  { length: 700 },
  (_, at) => new Date(Date.UTC(2025, 9, 1 + at - 100)).toISOString().slice(0, 10) as BusinessDate,
);
const dayNumber = (days: number) => DAYS[days + 100] ?? ('' as BusinessDate);

const anEntry = fc.record({
  day: fc.nat({ max: 150 }),
  amount: fc.integer({ min: -60, max: 60 }).filter((amount) => amount !== 0),
  terms: fc.option(fc.nat({ max: 60 })),
  names: fc.option(fc.nat({ max: 9 })),
});
const anAccount = fc.array(anEntry, { maxLength: 10 }).map((list) =>
  list.map(({ day, amount, terms, names }, index): HouseAccountEntry => ({
    entryId: idOf(`e${index}`),
    kind: amount > 0 ? 'charge' : 'payment',
    businessDate: dayNumber(day),
    amountCents: amount as Cents,
    dueOn: terms === null || amount < 0 ? null : dayNumber(day + terms),
    clearsEntryId: names === null || amount > 0 ? null : idOf(`e${names}`),
  })),
);
const anAsOf = fc.nat({ max: 260 }).map(dayNumber);

/** Turns the calendar day by day and moves every cent by itself. */
function naiveAgeing(entries: readonly HouseAccountEntry[], asOf: BusinessDate) {
  const owed: { entryId: string; due: string }[] = [];
  const named: string[] = [];
  let loose = 0;
  for (let day = 0; dayNumber(day) <= asOf; day++) {
    for (const entry of entries) {
      if (entry.businessDate !== dayNumber(day)) continue;
      for (let count = Math.abs(entry.amountCents); count > 0; count--) {
        if (entry.amountCents > 0)
          owed.push({ entryId: entry.entryId, due: entry.dueOn ?? entry.businessDate });
        else if (entry.clearsEntryId === null) loose++;
        else named.push(entry.clearsEntryId);
      }
    }
  }
  for (const name of named) {
    const at = owed.findIndex((each) => each.entryId === name);
    if (at < 0) loose++;
    else owed.splice(at, 1);
  }
  while (loose > 0 && owed.length > 0) {
    owed.shift();
    loose--;
  }
  const buckets = [0, 0, 0, 0, 0];
  for (const { due } of owed) {
    let late = 0;
    while ((DAYS[DAYS.indexOf(due as BusinessDate) + late] ?? asOf) < asOf) late++;
    const bucket = late === 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4;
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  const open = new Map<string, number>();
  for (const { entryId } of owed) open.set(entryId, (open.get(entryId) ?? 0) + 1);
  return { open: [...open], buckets, unused: loose, balance: owed.length - loose };
}

const inShort = ({ openItems, buckets, unusedCents, balanceCents }: AccountAgeing) => ({
  open: openItems.map((item) => [item.entry.entryId, item.openCents]),
  buckets: [
    buckets.currentCents,
    buckets.days1To30Cents,
    buckets.days31To60Cents,
    buckets.days61To90Cents,
    buckets.over90Cents,
  ],
  unused: unusedCents,
  balance: balanceCents,
});

test('the ageing of any past day is what moving every cent by itself comes to', () => {
  fc.assert(
    fc.property(anAccount, anAsOf, (entries, asOf) => {
      expect(inShort(ageAccount(entries, asOf))).toEqual(naiveAgeing(entries, asOf));
    }),
    RUNS,
  );
});

test('an ageing that clears the newest first is caught (planted)', () => {
  const found = fc.check(
    fc.property(anAccount, anAsOf, (entries, asOf) => {
      const newestFirst = entries.map((entry, index) => ({
        ...entry,
        businessDate: dayNumber(0 - index),
        dueOn: entry.dueOn ?? entry.businessDate,
      }));
      expect(inShort(ageAccount(newestFirst, asOf)).buckets).toEqual(
        naiveAgeing(entries, asOf).buckets,
      );
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('a statement of any period runs from its opening to the balance of its last day', () => {
  fc.assert(
    fc.property(anAccount, fc.nat({ max: 170 }), fc.nat({ max: 90 }), (entries, start, length) => {
      const [from, to] = [dayNumber(start), dayNumber(start + length)];
      const statement = accountStatement(entries, from, to);
      const balanceOf = (holds: (date: BusinessDate) => boolean) =>
        entries.reduce((sum, each) => sum + (holds(each.businessDate) ? each.amountCents : 0), 0);
      expect(statement.openingCents).toBe(balanceOf((date) => date < from));
      expect(statement.closingCents).toBe(balanceOf((date) => date <= to));
      expect(statement.closingCents).toBe(statement.ageing.balanceCents);
      let running = statement.openingCents as number;
      for (const { entry, balanceCents } of statement.rows) {
        running += entry.amountCents;
        expect(balanceCents).toBe(running);
        expect(entry.businessDate >= from && entry.businessDate <= to).toBe(true);
      }
      expect(running).toBe(statement.closingCents);
      const next = accountStatement(entries, dayNumber(start + length + 1), dayNumber(400));
      expect(next.openingCents).toBe(statement.closingCents);
    }),
    RUNS,
  );
});

const charge = (name: string, date: string, amount: number, dueOn: string): HouseAccountEntry => ({
  entryId: idOf(name),
  kind: 'charge',
  businessDate: date as BusinessDate,
  amountCents: amount as Cents,
  dueOn: dueOn as BusinessDate,
  clearsEntryId: null,
});
const payment = (date: string, amount: number, clears?: string): HouseAccountEntry => ({
  entryId: idOf(`paid ${date}`),
  kind: 'payment',
  businessDate: date as BusinessDate,
  amountCents: (0 - amount) as Cents,
  dueOn: null,
  clearsEntryId: clears === undefined ? null : idOf(clears),
});
const ring = charge('ring', '2026-01-05', 50_000, '2026-02-04');
const chain = charge('chain', '2026-01-20', 20_000, '2026-02-19');
const open = (entries: readonly HouseAccountEntry[], asOf: string) =>
  ageAccount(entries, asOf as BusinessDate).openItems.map((item) => [
    item.entry.entryId,
    item.openCents,
    item.daysLate,
  ]);

test('a payment clears the oldest first, unless it names what it is for', () => {
  expect(open([chain, ring, payment('2026-02-01', 60_000)], '2026-02-01')).toEqual([
    ['chain', 10_000, -18],
  ]);
  expect(open([ring, chain, payment('2026-02-01', 20_000, 'chain')], '2026-02-04')).toEqual([
    ['ring', 50_000, 0],
  ]);
  expect(open([ring, chain, payment('2026-02-01', 25_000, 'chain')], '2026-02-05')).toEqual([
    ['ring', 45_000, 1],
  ]);
});

test('a past day does not know what came later', () => {
  const entries = [ring, payment('2026-02-10', 50_000)];
  expect(open(entries, '2026-02-09')).toEqual([['ring', 50_000, 5]]);
  expect(open(entries, '2026-02-10')).toEqual([]);
});

test('a check that comes back is owed again, at once', () => {
  const back: HouseAccountEntry = {
    ...charge('back', '2026-03-01', 50_000, ''),
    kind: 'returned_check',
    dueOn: null,
  };
  expect(open([ring, payment('2026-02-10', 50_000), back], '2026-03-02')).toEqual([
    ['back', 50_000, 1],
  ]);
});

test.each([
  [0, 'currentCents'],
  [1, 'days1To30Cents'],
  [30, 'days1To30Cents'],
  [31, 'days31To60Cents'],
  [60, 'days31To60Cents'],
  [61, 'days61To90Cents'],
  [90, 'days61To90Cents'],
  [91, 'over90Cents'],
] as const)('%i days past due is %s', (late, bucket) => {
  const item = charge('ring', dayNumber(0), 700, dayNumber(10));
  const { buckets } = ageAccount([item], dayNumber(10 + late));
  expect(buckets[bucket]).toBe(700);
  expect(Object.values(buckets).reduce((sum, each) => sum + each, 0)).toBe(700);
});

test('the list by name leaves out who owes nothing', () => {
  const accounts = new Map([
    ['ann' as CustomerId, [ring]],
    ['bob' as CustomerId, [chain, payment('2026-02-01', 20_000)]],
    ['cleo' as CustomerId, [payment('2026-02-01', 100)]],
  ]);
  expect([...balancesAsOf(accounts, '2026-02-01' as BusinessDate)]).toEqual([
    ['ann', 50_000],
    ['cleo', -100],
  ]);
});

test('a statement cannot end before it begins', () => {
  expect(() =>
    accountStatement([], '2026-02-02' as BusinessDate, '2026-02-01' as BusinessDate),
  ).toThrow(RangeError);
});
