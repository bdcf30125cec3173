import { afterAll, expect, test } from 'vitest';
import type { ReviewDocument, ReviewKind } from '#shared/review/kinds.ts';
import { applyChangesets } from '../../apply/apply-changesets.ts';
import type { PulledChangeset } from '../../apply/pulled-changeset.ts';
import { aChangeset, type WrittenOp } from '../../apply/testing/a-changeset.ts';
import { aReplica } from '../../apply/testing/replica.ts';
import {
  giftCardEntryTable,
  giftCardTable,
  storeCreditEntryTable,
} from '../../gift-cards/tables.ts';
import { houseAccountEntryTable, houseAccountTable } from '../../house-accounts/tables.ts';
import {
  checkEventTable,
  financeFundingTable,
  paymentResolutionTable,
} from '../../sales/after-sale-tables.ts';
import { approvalEventTable, approvalLineTable } from '../../sales/counter-tables.ts';
import { paymentTable, saleLineTable, saleTable, saleVoidTable } from '../../sales/tables.ts';
import { pieceTable, stockMovementTable } from '../../stock/tables.ts';
import { lineReturnedTwice, saleVoidedTwice } from './detect-sales.ts';
import { pieceSoldTwice } from './detect-stock.ts';
import type { Detector } from './detector.ts';
import { DETECTORS, findTroubles, findTroublesAnywhere } from './find-troubles.ts';

const replica = aReplica();
afterAll(() => replica.close());

const on = (...ops: readonly WrittenOp[]) => aChangeset(ops);
const moved = (
  id: string,
  pieceId: string,
  kind: string,
  each: number,
  saleId?: string,
): WrittenOp => ({
  fact: stockMovementTable,
  row: {
    id,
    pieceId,
    kind,
    quantityThousandths: each * 1000,
    atMs: Number(id.replaceAll(/\D/g, '')),
    documentKind: saleId === undefined ? null : 'sale',
    documentId: saleId ?? null,
  },
});
const piece = (id: string, stockNumber: string, kind = 'piece') =>
  on(
    { add: pieceTable, row: { id, stockNumber, kind } },
    moved(`m1-${id}`.replaceAll(/\d-/g, '1-'), id, 'received', 1),
  );
const sale = (n: number, pieceId = 'ring', number = `S1-${n}`) =>
  on(
    { fact: saleTable, row: { id: `sale${n}`, number } },
    {
      fact: saleLineTable,
      row: { id: `line${n}`, saleId: `sale${n}`, pieceId, quantityThousandths: 1000 },
    },
    moved(`m${n}0`, pieceId, 'sold', -1, `sale${n}`),
  );
const giveBack = (n: number, of: number, pieceId = 'ring') =>
  on(
    { fact: saleTable, row: { id: `sale${n}`, number: `S1-${n}` } },
    {
      fact: saleLineTable,
      row: {
        id: `line${n}`,
        saleId: `sale${n}`,
        kind: 'return',
        originalLineId: `line${of}`,
        pieceId,
        quantityThousandths: -1000,
      },
    },
    moved(`m${n}0`, pieceId, 'returned', 1, `sale${n}`),
  );
const takeBack = (id: string, of: number) =>
  on(
    { fact: saleVoidTable, row: { id, saleId: `sale${of}` } },
    moved(`m${of}5${id.length}`, 'ring', 'sale_voided', 1, `sale${of}`),
  );
const card = (id: string, code: string, cents: number) =>
  on(
    { fact: giftCardTable, row: { id, code } },
    {
      fact: giftCardEntryTable,
      row: { id: `${id}-sold`, giftCardId: id, kind: 'sold', amountCents: cents, atMs: 1 },
    },
  );
const spend = (id: string, atMs: number, cents: number) =>
  on({
    fact: giftCardEntryTable,
    row: { id, giftCardId: 'card', kind: 'redeemed', amountCents: -cents, atMs },
  });
const credit = (id: string, atMs: number, amountCents: number) =>
  on({ fact: storeCreditEntryTable, row: { id, customerId: 'ada', amountCents, atMs } });
const charge = (id: string, atMs: number, amountCents: number, kind = 'charge') =>
  on({ fact: houseAccountEntryTable, row: { id, customerId: 'ada', kind, amountCents, atMs } });
const account = on({ add: houseAccountTable, row: { id: 'ada', limitCents: 10_000 } });
const ended = (id: string, kind: string) =>
  on({
    fact: approvalEventTable,
    row: { id, approvalId: 'memo', approvalLineId: 'memo-line', kind },
  });
const LENT = on({ fact: approvalLineTable, row: { id: 'memo-line', approvalId: 'memo' } });
const resolved = (id: string, outcome = 'charged') =>
  on({ fact: paymentResolutionTable, row: { id, paymentId: 'pay', outcome } });
const funded = (id: string, feeCents: number) =>
  on({
    fact: financeFundingTable,
    row: { id, paymentId: 'pay', amountCents: 1000 - feeCents, feeCents },
  });
const takenBack = (id: string, saleCorrectionId: string | null) =>
  on({
    fact: paymentTable,
    row: { id, saleId: 'gone', reversesPaymentId: 'pay', saleCorrectionId },
  });
const bounced = (id: string) =>
  on({ fact: checkEventTable, row: { id, paymentId: 'pay', kind: 'returned' } });

interface Twice {
  readonly kind: ReviewKind;
  readonly subjectId: string;
  /** The last of them makes the trouble. */
  readonly happens: readonly PulledChangeset[];
  readonly causes: readonly `${ReviewDocument['documentKind']} ${string}`[];
}

const RING = piece('ring', 'R-1');

/** What two registers do apart, each rightly. */
const TWICE: readonly Twice[] = [
  {
    kind: 'piece_sold_twice',
    subjectId: 'ring',
    happens: [RING, sale(1), sale(2)],
    causes: ['sale sale1', 'sale sale2'],
  },
  {
    kind: 'stock_below_zero',
    subjectId: 'chain',
    happens: [piece('chain', 'C-1', 'counted'), sale(1, 'chain'), sale(2, 'chain')],
    causes: ['sale sale2'],
  },
  {
    kind: 'stock_below_zero',
    subjectId: 'ring',
    happens: [RING, on(moved('m5', 'ring', 'approval_out', -1)), sale(1)],
    causes: ['sale sale1'],
  },
  {
    kind: 'stock_number_twice',
    subjectId: 'r-1',
    happens: [RING, piece('watch', 'r-1')],
    causes: ['piece ring', 'piece watch'],
  },
  {
    kind: 'line_returned_twice',
    subjectId: 'line1',
    happens: [RING, sale(1), giveBack(2, 1), giveBack(3, 1)],
    causes: ['sale sale2', 'sale sale3'],
  },
  {
    kind: 'sale_voided_and_returned',
    subjectId: 'sale1',
    happens: [RING, sale(1), giveBack(2, 1), takeBack('void', 1)],
    causes: ['sale_void void', 'sale sale2'],
  },
  {
    kind: 'sale_voided_and_returned',
    subjectId: 'sale1',
    happens: [RING, sale(1), takeBack('void', 1), giveBack(2, 1)],
    causes: ['sale_void void', 'sale sale2'],
  },
  {
    kind: 'sale_voided_twice',
    subjectId: 'sale1',
    happens: [RING, sale(1), takeBack('void-a', 1), takeBack('void-bb', 1)],
    causes: ['sale_void void-a', 'sale_void void-bb'],
  },
  {
    kind: 'sale_number_twice',
    subjectId: 'S1-7',
    happens: [piece('a', 'A-1'), piece('b', 'B-1'), sale(1, 'a', 'S1-7'), sale(2, 'b', 'S1-7')],
    causes: ['sale sale1', 'sale sale2'],
  },
  {
    kind: 'sale_not_balanced',
    subjectId: 'odd',
    happens: [
      on(
        {
          fact: saleTable,
          row: { id: 'odd', number: 'S1-8', subtotalCents: 100, totalCents: 100 },
        },
        { fact: saleLineTable, row: { id: 'odd-line', saleId: 'odd', netCents: 100 } },
        {
          fact: paymentTable,
          row: { id: 'odd-pay', saleId: 'odd', tender: 'cash', amountCents: 99 },
        },
      ),
    ],
    causes: ['sale odd'],
  },
  {
    kind: 'gift_card_overdrawn',
    subjectId: 'card',
    happens: [card('card', 'CODE', 5000), spend('first', 2, 3000), spend('second', 3, 4000)],
    causes: ['gift_card_entry second'],
  },
  {
    kind: 'gift_card_code_twice',
    subjectId: 'CODE',
    happens: [card('card', 'CODE', 5000), card('other', 'CODE', 5000)],
    causes: ['gift_card card', 'gift_card other'],
  },
  {
    kind: 'store_credit_overdrawn',
    subjectId: 'ada',
    happens: [credit('granted', 1, 5000), credit('first', 2, -5000), credit('second', 3, -1)],
    causes: ['store_credit_entry second'],
  },
  {
    kind: 'house_account_over_limit',
    subjectId: 'ada',
    happens: [account, charge('first', 1, 10_000), charge('second', 2, 1)],
    causes: ['house_account_entry second'],
  },
  {
    kind: 'approval_ended_twice',
    subjectId: 'memo-line',
    happens: [LENT, ended('back', 'returned'), ended('bought', 'converted')],
    causes: ['approval_event back', 'approval_event bought'],
  },
  {
    kind: 'payment_resolved_twice',
    subjectId: 'pay',
    happens: [resolved('by-ana'), resolved('by-mona', 'not_charged')],
    causes: ['payment_resolution by-ana', 'payment_resolution by-mona'],
  },
  {
    kind: 'payment_taken_back_twice',
    subjectId: 'pay',
    happens: [takenBack('corrected', 'correction'), takenBack('voided', null)],
    causes: ['payment corrected', 'payment voided'],
  },
  {
    kind: 'payment_funded_twice',
    subjectId: 'pay',
    happens: [funded('by-ana', 50), funded('by-mona', 60)],
    causes: ['finance_funding by-ana', 'finance_funding by-mona'],
  },
  {
    kind: 'check_returned_twice',
    subjectId: 'pay',
    happens: [bounced('monday'), bounced('tuesday')],
    causes: ['check_event monday', 'check_event tuesday'],
  },
];

/** What may happen to one thing more than once, and is no trouble. */
const WELL: Readonly<Record<string, readonly PulledChangeset[]>> = {
  'sold, brought back and sold again': [RING, sale(1), giveBack(2, 1), sale(3)],
  'sold, voided and sold again': [RING, sale(1), takeBack('void', 1), sale(3)],
  'brought back without a receipt and sold again': [
    RING,
    sale(1),
    on(moved('m15', 'ring', 'returned', 1, 'blind')),
    sale(3),
  ],
  'counted goods sold to the last': [
    piece('chain', 'C-1', 'counted'),
    on(moved('m2', 'chain', 'received', 1)),
    sale(1, 'chain'),
    sale(2, 'chain'),
  ],
  'a stock number of a piece that is gone': [RING, sale(1), piece('watch', 'R-1')],
  'a return that was voided, and made again': [
    RING,
    sale(1),
    giveBack(2, 1),
    on(
      { fact: saleVoidTable, row: { id: 'void', saleId: 'sale2' } },
      moved('m29', 'ring', 'return_voided', -1, 'sale2'),
    ),
    giveBack(3, 1),
  ],
  'a card spent to the last cent': [card('card', 'CODE', 5000), spend('all', 2, 5000)],
  'a card that is not here yet': [spend('early', 2, 5000)],
  'a fee that passes the limit': [account, charge('all', 1, 10_000), charge('fee', 2, 500, 'fee')],
  'bought, undone and brought back': [
    LENT,
    ended('bought', 'converted'),
    ended('undone', 'sale_undone'),
    ended('back', 'returned'),
  ],
  'a payment that was corrected, and what it became voided': [
    takenBack('corrected', 'correction'),
    on({ fact: paymentTable, row: { id: 'voided', saleId: 'gone', reversesPaymentId: 'new' } }),
  ],
  'one answer about a payment from two registers': [resolved('by-ana'), resolved('by-mona')],
  'one payment of a lender from two registers': [funded('by-ana', 50), funded('by-mona', 50)],
  'a check that cleared after it came back once': [
    bounced('monday'),
    on({ fact: checkEventTable, row: { id: 'cleared', paymentId: 'pay', kind: 'cleared' } }),
  ],
};

/** What is found while changesets come one by one, each a page of its own, and what the night finds after them. */
function found(happens: readonly PulledChangeset[], detectors: readonly Detector[] = DETECTORS) {
  return replica.within((tx) => {
    const byDay = happens.map((each) => {
      const applied = applyChangesets(tx, [each], 1);
      if (!applied.ok || applied.value.aside.length > 0) throw new Error(JSON.stringify(applied));
      return findTroubles(tx, applied.value.touched, detectors);
    });
    return {
      last: byDay.at(-1) ?? [],
      before: byDay.slice(0, -1).flat(),
      byNight: findTroublesAnywhere(tx, detectors),
    };
  });
}

/** The kinds that detectors fail to see in what happens twice. */
function missed(detectors: readonly Detector[]): readonly ReviewKind[] {
  return TWICE.filter(({ kind, happens }) =>
    found(happens, detectors).last.every((each) => each.kind !== kind),
  ).map(({ kind }) => kind);
}

test.each(TWICE)(
  'M6, M9: $kind is seen when its second half arrives, by day and by night',
  (twice) => {
    const { kind, subjectId, happens, causes } = twice;
    const { last, before, byNight } = found(happens);
    const finding = last.find((each) => each.kind === kind);
    expect(finding?.subjectId).toBe(subjectId);
    expect(finding?.causes.map((each) => `${each.documentKind} ${each.documentId}`)).toEqual(
      causes,
    );
    expect(before.filter((each) => each.kind === kind)).toEqual([]);
    expect(byNight).toContainEqual(finding);
  },
);

test.each(TWICE)('$kind is seen in whatever order its halves arrive', ({ kind, happens }) => {
  const backwards = found(happens.toReversed());
  const forwards = found(happens).byNight.find((each) => each.kind === kind);
  expect([...backwards.before, ...backwards.last]).toContainEqual(forwards);
});

test.each(Object.entries(WELL))('%s is no trouble', (_, happens) => {
  const { last, before, byNight } = found(happens);
  expect([...before, ...last, ...byNight]).toEqual([]);
});

test('every kind that is looked for has its case', () => {
  expect(new Set(TWICE.map(({ kind }) => kind))).toEqual(
    new Set(DETECTORS.map(({ kind }) => kind)),
  );
});

test('planted bug "detector looks only at the newest fact": what it misses is named', () => {
  expect(missed(DETECTORS)).toEqual([]);
  // What came is held against the sale alone, and not against what had come before it.
  const newest = new Map<string, string>();
  const forgetful = (detector: Detector, table: string, document: string): Detector => ({
    ...detector,
    subjectsOf: {
      [table]: (row, db) => {
        const subjects = detector.subjectsOf[table]?.(row, db) ?? [];
        for (const subject of subjects) newest.set(subject, String(row[document]));
        return subjects;
      },
    },
    find: (db, subject) => {
      const causes = detector
        .find(db, subject)
        .filter((each) => each.documentId === newest.get(subject));
      return causes.length > 1 ? causes : [];
    },
  });
  const planted = [
    forgetful(pieceSoldTwice, 'stock_movement', 'documentId'),
    forgetful(lineReturnedTwice, 'sale_line', 'saleId'),
    forgetful(saleVoidedTwice, 'sale_void', 'id'),
  ];
  const others = DETECTORS.filter(({ kind }) => planted.every((each) => each.kind !== kind));
  expect(missed([...others, ...planted])).toEqual([
    'piece_sold_twice',
    'line_returned_twice',
    'sale_voided_twice',
  ]);
});
