import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JournalRow, journalOf, reversed } from './journal-row.ts';
import { postDrawer } from './post-drawer.ts';
import { aPayment } from './testing/a-ticket.ts';
import { balanceOn, soldFor, sumOf } from './testing/read-books.ts';

const RUNS = { numRuns: 2000 };
const amount = fc.nat({ max: 5_000_000 });

const happening = fc.oneof(
  fc.record({
    kind: fc.constantFrom('paid_in', 'paid_out'),
    amountCents: amount,
    reasonCode: fc.constantFrom('', 'supplies', 'parking'),
  }),
  fc.record({ kind: fc.constantFrom('drop', 'banked'), amountCents: amount }),
  fc.record({ kind: fc.constant('no_sale') }),
  fc.record({ kind: fc.constant('cash_sale'), amountCents: amount }),
);
const drawerDay = fc.record({
  floatCents: amount,
  happenings: fc.array(happening, { maxLength: 12 }),
  /** What was counted beside what should be there, and how much of the count stays. */
  overCents: fc.integer({ min: -500, max: 500 }),
  leftShare: fc.double({ min: 0, max: 1, noNaN: true }),
});
type DrawerDay = typeof drawerDay extends fc.Arbitrary<infer Value> ? Value : never;

/** Days at one drawer: the journals, and where each heap of money lies as somebody who carries it would say. */
function carryThrough(days: readonly DrawerDay[], post = postDrawer) {
  const heap = { drawer: 0, safe: 0, bank: 0, earned: 0, over: 0 };
  const journals: (readonly JournalRow[])[] = [];
  for (const day of days) {
    journals.push(post({ kind: 'opened', floatCents: day.floatCents, lastLeftCents: heap.drawer }));
    heap.safe -= day.floatCents - heap.drawer;
    heap.drawer = day.floatCents;
    for (const event of day.happenings) {
      if (event.kind === 'cash_sale') {
        journals.push(soldFor(event.amountCents, aPayment('cash', event.amountCents)));
        heap.earned += event.amountCents;
        heap.drawer += event.amountCents;
      } else journals.push(post(event));
      if (event.kind === 'paid_in') heap.drawer += event.amountCents;
      if (event.kind === 'paid_out' || event.kind === 'drop') heap.drawer -= event.amountCents;
      if (event.kind === 'drop') heap.safe += event.amountCents;
      if (event.kind === 'banked')
        [heap.safe, heap.bank] = [heap.safe - event.amountCents, heap.bank + event.amountCents];
    }
    const countedCents = Math.max(heap.drawer + day.overCents, 0);
    const leftCents = Math.floor(countedCents * day.leftShare);
    journals.push(post({ kind: 'closed', expectedCents: heap.drawer, countedCents, leftCents }));
    heap.over += countedCents - heap.drawer;
    heap.bank += countedCents - leftCents;
    heap.drawer = leftCents;
  }
  return { heap, journals };
}

function expectWhereItLies(days: readonly DrawerDay[], post?: typeof postDrawer): void {
  const { heap, journals } = carryThrough(days, post);
  for (const rows of journals) expect(sumOf(rows)).toBe(0);
  expect({
    drawer: balanceOn('cash_drawer', journals),
    safe: balanceOn('safe', journals),
    bank: balanceOn('bank', journals),
    earned: 0 - balanceOn('product_income', journals),
    over: 0 - balanceOn('cash_over_short', journals),
  }).toEqual(heap);
}

test('M2, M5: through any days the books know what lies in drawer, safe and bank; only sales are income', () => {
  fc.assert(
    fc.property(fc.array(drawerDay, { maxLength: 4 }), (days) => expectWhereItLies(days)),
    RUNS,
  );
});

test.each<[string, typeof postDrawer]>([
  [
    'earns the float',
    (event) =>
      event.kind === 'opened'
        ? journalOf([
            { account: 'cash_drawer', amountCents: event.floatCents },
            { account: 'product_income', amountCents: -event.floatCents },
          ])
        : postDrawer(event),
  ],
  [
    'counts over as short',
    (event) =>
      event.kind === 'closed'
        ? postDrawer({ ...event, expectedCents: 2 * event.countedCents - event.expectedCents })
        : postDrawer(event),
  ],
  ['forgets drops', (event) => (event.kind === 'drop' ? [] : postDrawer(event))],
  [
    'pays in what was paid out',
    (event) => (event.kind === 'paid_out' ? reversed(postDrawer(event)) : postDrawer(event)),
  ],
])('M5: the proof sees books whose drawer %s', (_name, mistaken) => {
  const found = fc.check(
    fc.property(fc.array(drawerDay, { maxLength: 4 }), (days) => expectWhereItLies(days, mistaken)),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('paid in and paid out are kept apart by the code of their reason', () => {
  expect(postDrawer({ kind: 'paid_out', amountCents: 1850, reasonCode: 'supplies' })).toEqual([
    { account: 'cash_drawer', detail: '', amountCents: -1850 },
    { account: 'paid_out', detail: 'supplies', amountCents: 1850 },
  ]);
});
