import fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalsByAccount } from './journal-row.ts';
import { postCheckEvent } from './post-check-event.ts';
import { postCorrection } from './post-correction.ts';
import { postDrawer } from './post-drawer.ts';
import { postFinanceFunding } from './post-finance-funding.ts';
import { postPaymentResolution } from './post-payment-resolution.ts';
import { aPayment } from './testing/a-ticket.ts';
import { balanceOn, soldFor, sumOf } from './testing/read-books.ts';

const RUNS = { numRuns: 2000 };
const amount = fc.nat({ max: 5_000_000 });

const tender = fc.constantFrom(
  'card',
  'check',
  'gift_card',
  'store_credit',
  'house_account',
  'finance',
  'lease',
  'other',
);
const settled = fc.record({
  tender,
  detail: fc.constantFrom('', 'Lendwell'),
  amountCents: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  outcome: fc.constantFrom('charged', 'not_charged'),
});
type Settled = typeof settled extends fc.Arbitrary<infer Value> ? Value : never;

function expectResolved(
  { tender: kind, detail, amountCents, outcome }: Settled,
  post: typeof postPaymentResolution,
): void {
  const payment = aPayment(kind, amountCents, { detail, state: 'unknown' });
  const sale = soldFor(amountCents, payment);
  expect(balanceOn('unresolved_payments', [sale])).toBe(amountCents);
  const resolution = post({ payment, outcome });
  expect(sumOf(resolution)).toBe(0);
  const state = outcome === 'charged' ? 'known' : 'not_charged';
  expect(totalsByAccount([sale, resolution])).toEqual(soldFor(amountCents, { ...payment, state }));
  const owed = outcome === 'charged' ? 0 : amountCents;
  expect(balanceOn('uncollected_payments', [sale, resolution])).toBe(Math.max(owed, 0));
  expect(balanceOn('refunds_due', [sale, resolution])).toBe(Math.min(owed, 0));
}

test('M7: once it is known, an unknown payment lies where it would have been from the start', () => {
  fc.assert(
    fc.property(settled, (payment) => expectResolved(payment, postPaymentResolution)),
    RUNS,
  );
});

test.each<[string, typeof postPaymentResolution]>([
  ['leaves it on its own account', () => []],
  [
    'takes everything for charged',
    ({ payment }) => postPaymentResolution({ payment, outcome: 'charged' }),
  ],
  [
    'charges it a second time',
    ({ payment, outcome }) =>
      totalsByAccount([
        postPaymentResolution({ payment, outcome }),
        postPaymentResolution({ payment, outcome }),
      ]),
  ],
])('M7: the proof sees a resolution that %s', (_name, mistaken) => {
  const found = fc.check(
    fc.property(settled, (payment) => expectResolved(payment, mistaken)),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

const correction = fc.record({
  from: tender,
  to: fc.oneof(tender, fc.constant('cash' as const)),
  state: fc.constantFrom('known', 'unknown', 'not_charged'),
  amountCents: fc.integer({ min: -5_000_000, max: 5_000_000 }),
});

test('M2: a corrected tender leaves the books as if it had been rung up rightly', () => {
  fc.assert(
    fc.property(correction, ({ from, to, state, amountCents }) => {
      const wrong = aPayment(from, amountCents, { state });
      const right = aPayment(to, amountCents);
      const corrected = postCorrection({
        payments: [{ ...wrong, amountCents: -amountCents, reverses: true }, right],
        drawerCounted: false,
      });
      expect(sumOf(corrected)).toBe(0);
      expect(totalsByAccount([soldFor(amountCents, wrong), corrected])).toEqual(
        soldFor(amountCents, right),
      );
    }),
    RUNS,
  );
});

test('M2: the proof sees a correction that forgets that it takes back', () => {
  const found = fc.check(
    fc.property(correction, ({ from, to, state, amountCents }) => {
      const wrong = aPayment(from, amountCents, { state });
      const right = aPayment(to, amountCents);
      const corrected = postCorrection({
        payments: [{ ...wrong, amountCents: -amountCents }, right],
        drawerCounted: false,
      });
      expect(totalsByAccount([soldFor(amountCents, wrong), corrected])).toEqual(
        soldFor(amountCents, right),
      );
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('M5: a correction after the count settles with over and short, and moves no cash of today', () => {
  // $100.00 paid by card was rung up as cash: the drawer came out $100.00 short.
  const wrong = soldFor(10_000, aPayment('cash', 10_000));
  const close = postDrawer({
    kind: 'closed',
    expectedCents: 10_000,
    countedCents: 0,
    leftCents: 0,
  });
  const corrected = postCorrection({
    payments: [aPayment('cash', -10_000, { reverses: true }), aPayment('card', 10_000)],
    drawerCounted: true,
  });
  expect(balanceOn('cash_over_short', [wrong, close])).toBe(10_000);
  expect(balanceOn('cash_drawer', [corrected])).toBe(0);
  expect(totalsByAccount([wrong, close, corrected])).toEqual(
    soldFor(10_000, aPayment('card', 10_000)),
  );
});

test('a correction that changes the money of a sale has no journal', () => {
  const payments = [aPayment('card', -500, { reverses: true }), aPayment('cash', 400)];
  expect(() => postCorrection({ payments, drawerCounted: false })).toThrow('off by -100 cents');
});

const check = fc.record({
  amountCents: amount,
  feeCents: fc.nat({ max: 5000 }),
  bankFeeCents: fc.nat({ max: 5000 }),
  cleared: fc.boolean(),
  owedOn: fc.constantFrom('house_accounts', 'returned_checks'),
});

type Check = typeof check extends fc.Arbitrary<infer Value> ? Value : never;

function expectOwedAgain(
  { amountCents, feeCents, bankFeeCents, cleared, owedOn }: Check,
  post: typeof postCheckEvent,
): void {
  const journals = [
    soldFor(amountCents, aPayment('check', amountCents)),
    ...(cleared ? [post({ kind: 'cleared', amountCents })] : []),
  ];
  expect(balanceOn('bank', journals)).toBe(cleared ? amountCents : 0);
  const back = post({ kind: 'returned', amountCents, feeCents, bankFeeCents, cleared, owedOn });
  expect(sumOf(back)).toBe(0);
  const books = [...journals, back];
  expect(balanceOn('check_clearing', books)).toBe(0);
  expect(balanceOn('bank', books)).toBe(0 - bankFeeCents);
  expect(balanceOn(owedOn, books)).toBe(amountCents + feeCents);
  expect(0 - balanceOn('fee_income', books)).toBe(feeCents);
  expect(0 - balanceOn('product_income', books)).toBe(amountCents);
}

test('M2: a check clears into the bank; one that comes back is owed with its fee, and the sale stands', () => {
  fc.assert(
    fc.property(check, (each) => expectOwedAgain(each, postCheckEvent)),
    RUNS,
  );
});

test.each<[string, typeof postCheckEvent]>([
  [
    'takes a cleared check out of the clearing again',
    (event) => postCheckEvent(event.kind === 'returned' ? { ...event, cleared: false } : event),
  ],
  [
    'forgets our fee',
    (event) => postCheckEvent(event.kind === 'returned' ? { ...event, feeCents: 0 } : event),
  ],
  [
    'owes the check to a house account that is none',
    (event) =>
      postCheckEvent(event.kind === 'returned' ? { ...event, owedOn: 'house_accounts' } : event),
  ],
])('M2: the proof sees a returned check that %s', (_name, mistaken) => {
  const found = fc.check(
    fc.property(check, (each) => expectOwedAgain(each, mistaken)),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('M2: a provider that paid owes nothing more, and its fee is what never arrived', () => {
  const funding = fc.record({
    tender: fc.constantFrom('finance', 'lease', 'card'),
    provider: fc.constantFrom('', 'Lendwell', 'Northway'),
    fundedCents: amount,
    feeCents: fc.nat({ max: 50_000 }),
  });
  fc.assert(
    fc.property(funding, (paid) => {
      const totalCents = paid.fundedCents + paid.feeCents;
      const books = [
        soldFor(totalCents, aPayment(paid.tender, totalCents, { detail: paid.provider })),
        postFinanceFunding(paid),
      ];
      expect(sumOf(postFinanceFunding(paid))).toBe(0);
      const rest = totalsByAccount(books).filter((row) => row.account !== 'product_income');
      expect(rest.map((row) => [row.account, Number(row.amountCents)])).toEqual(
        [
          ['bank', paid.fundedCents],
          ['fees', paid.feeCents],
        ].filter(([, cents]) => cents !== 0),
      );
    }),
    RUNS,
  );
});
