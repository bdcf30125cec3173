import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalOf, reversed, totalsByAccount } from './journal-row.ts';
import { postDrawer } from './post-drawer.ts';
import { type BalanceEvent, postGiftCard } from './post-gift-card.ts';
import { type HouseAccountEvent, postHouseAccount } from './post-house-account.ts';
import { balanceOn, sumOf } from './testing/read-books.ts';

const RUNS = { numRuns: 2000 };
const amount = fc.nat({ max: 5_000_000 });

const GROWS: Readonly<Record<BalanceEvent['kind'], boolean>> = {
  granted: true,
  cashed_out: false,
  cashed_out_by_paid_out: false,
  escheated: false,
  opening: true,
};
const balanceEvent = fc.record({
  of: fc.constantFrom('gift_cards', 'store_credit'),
  kind: fc.constantFrom(...(Object.keys(GROWS) as BalanceEvent['kind'][])),
  amountCents: amount,
});

function expectOwed(entries: readonly BalanceEvent[], post: typeof postGiftCard): void {
  const books = entries.map((entry) => post(entry));
  for (const rows of books) expect(sumOf(rows)).toBe(0);
  for (const of of ['gift_cards', 'store_credit'] as const) {
    let balanceCents = 0;
    for (const each of entries)
      if (each.of === of) balanceCents += GROWS[each.kind] ? each.amountCents : -each.amountCents;
    expect(0 - balanceOn(of, books)).toBe(balanceCents);
  }
}

test('M2, M3: what is owed on cards and credit is what its entries come to', () => {
  fc.assert(
    fc.property(fc.array(balanceEvent, { maxLength: 20 }), (entries) =>
      expectOwed(entries, postGiftCard),
    ),
    RUNS,
  );
});

const OWES_MORE: Readonly<Record<HouseAccountEvent['kind'], 1 | -1>> = {
  fee: 1,
  credit: -1,
  written_off: -1,
  opening: 1,
};
const accountEvent = fc.record({
  kind: fc.constantFrom(...(Object.keys(OWES_MORE) as HouseAccountEvent['kind'][])),
  amountCents: amount,
});

function expectReceivable(
  entries: readonly HouseAccountEvent[],
  post: typeof postHouseAccount,
): void {
  const books = entries.map((entry) => post(entry));
  for (const rows of books) expect(sumOf(rows)).toBe(0);
  expect(balanceOn('house_accounts', books)).toBe(
    entries.reduce((sum, each) => sum + OWES_MORE[each.kind] * each.amountCents, 0),
  );
}

test('M2: what customers owe is what their entries come to', () => {
  fc.assert(
    fc.property(fc.array(accountEvent, { maxLength: 20 }), (entries) =>
      expectReceivable(entries, postHouseAccount),
    ),
    RUNS,
  );
});

test('M2, M3: the proofs see an entry that goes the wrong way, or onto the other account', () => {
  const failed = [
    fc.check(
      fc.property(fc.array(balanceEvent), (entries) =>
        expectOwed(entries, (entry) => reversed(postGiftCard(entry))),
      ),
      RUNS,
    ),
    fc.check(
      fc.property(fc.array(balanceEvent), (entries) =>
        expectOwed(entries, (entry) => postGiftCard({ ...entry, of: 'store_credit' })),
      ),
      RUNS,
    ),
    fc.check(
      fc.property(fc.array(accountEvent), (entries) =>
        expectReceivable(entries, (entry) =>
          postHouseAccount(entry.kind === 'credit' ? { ...entry, kind: 'fee' } : entry),
        ),
      ),
      RUNS,
    ),
  ].map((found) => found.failed);
  expect(failed).toEqual([true, true, true]);
});

test('a cash-out that a paid-out has booked takes no cash a second time', () => {
  const paidOut = postDrawer({ kind: 'paid_out', amountCents: 900, reasonCode: '' });
  const off = postGiftCard({ of: 'gift_cards', kind: 'cashed_out_by_paid_out', amountCents: 900 });
  expect(totalsByAccount([paidOut, off])).toEqual([
    { account: 'cash_drawer', detail: '', amountCents: -900 },
    { account: 'gift_cards', detail: '', amountCents: 900 },
  ]);
});

test('a journal that is off, or names a detail nobody keeps, is a bug and throws', () => {
  expect(() => journalOf([{ account: 'bank', amountCents: 1 }])).toThrow('off by 1 cents');
  expect(() =>
    journalOf([
      { account: 'bank', detail: 'First', amountCents: 1 },
      { account: 'safe', amountCents: -1 },
    ]),
  ).toThrow('bank has no details');
  expect(() => journalOf([{ account: 'bank', amountCents: 0.5 }])).toThrow('not whole cents');
});
