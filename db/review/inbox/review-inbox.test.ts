import { afterEach, expect, test } from 'vitest';
import type { ReviewTaskId } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import {
  REVIEW_DOCUMENTS,
  REVIEW_SUBJECTS,
  type ReviewFinding,
  type ReviewKind,
} from '#shared/review/kinds.ts';
import { reviewCauseId, reviewTaskId } from '#shared/review/review-ids.ts';
import { aRow } from '../../apply/testing/a-changeset.ts';
import { customerTable } from '../../customers/tables.ts';
import { giftCardEntryTable, giftCardTable } from '../../gift-cards/tables.ts';
import { paymentResolutionTable } from '../../sales/after-sale-tables.ts';
import {
  approvalEventTable,
  approvalLineTable,
  approvalTable,
} from '../../sales/counter-tables.ts';
import { paymentTable, saleLineTable, saleTable, saleVoidTable } from '../../sales/tables.ts';
import { pieceTable } from '../../stock/tables.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { fullScans, plansOf } from '../../testing/planned-queries.ts';
import type { FactTable, ProfileTable } from '../../write-path/synced-table.ts';
import { DETECTORS } from '../detect/find-troubles.ts';
import { openReviewTask } from '../open-review-task.ts';
import { reviewCauseTable, reviewTaskTable } from '../tables.ts';
import { resolveReviewTask } from '../resolve-review-task.ts';
import { findDocument } from './document-facts.ts';
import { countOpenReviewTasks, listReviewTasks } from './list-review-tasks.ts';
import { subjectWords } from './subject-words.ts';

let shop: TestShop;
afterEach(() => shop.close());

type Fields = Parameters<typeof aRow>[1];

/** Puts rows in as another command would have. */
function put(...rows: readonly (readonly [FactTable | ProfileTable, Fields])[]): void {
  shop.writer.write(shop.context('test.put'), rows.length, (tx) => {
    for (const [table, fields] of rows) {
      const row = aRow(table, fields) as never;
      if (table.kind === 'fact') tx.insertFact(table, row);
      else tx.insertProfile(table, row);
    }
    return ok(null);
  });
}

function open(finding: ReviewFinding): ReviewTaskId {
  const context = shop.context('review.detect', { actor: null });
  const opened = shop.writer.write(context, finding, (tx) => ok(openReviewTask(tx, finding)));
  if (!opened.ok) throw new Error('no task');
  return opened.value.reviewTaskId;
}

function resolve(task: ReviewTaskId, causes: readonly string[], nowMs?: number) {
  const context = shop.context('review.resolve', {
    actor: shop.manager,
    ...(nowMs === undefined ? {} : { nowMs }),
  });
  const input = {
    reviewTaskId: task,
    outcome: 'corrected' as const,
    reason: 'the watch went to the customer of S1-1',
    causeIds: causes.map((id) => reviewCauseId(task, { documentKind: 'sale', documentId: id })),
  };
  return shop.writer.write(context, input, (tx) => resolveReviewTask(tx, context, input));
}

const soldTwice = (...sales: readonly string[]): ReviewFinding => ({
  kind: 'piece_sold_twice',
  subjectId: 'watch',
  causes: sales.map((documentId) => ({ documentKind: 'sale', documentId })),
});
const sold = (id: string, number: string, completedAtMs: number) =>
  [
    saleTable,
    { id, number, completedAtMs, businessDate: '2026-11-23', subtotalCents: 500, totalCents: 500 },
  ] as const;
const watch = [
  pieceTable,
  { id: 'watch', stockNumber: 'W-1', description: 'Steel diver' },
] as const;
const inbox = () => listReviewTasks(shop.writer);

test('a task says what it is about, which documents gave cause, and since when there is trouble', () => {
  shop = aShop();
  put(watch, sold('a', 'S1-1', 1000), sold('b', 'S2-1', 3000));
  const reviewTaskId = open(soldTwice('b', 'a', 'c'));
  const document = (documentId: string, number: string | null, atMs: number | null) => ({
    causeId: reviewCauseId(reviewTaskId, { documentKind: 'sale', documentId }),
    documentKind: 'sale',
    documentId,
    number,
    saleId: number === null ? null : documentId,
    businessDate: number === null ? null : '2026-11-23',
    atMs,
    amountCents: number === null ? null : 500,
    open: true,
  });
  expect(inbox()).toEqual({
    tasks: [
      {
        reviewTaskId,
        kind: 'piece_sold_twice',
        subjectKind: 'piece',
        subjectId: 'watch',
        subjectWords: 'W-1 Steel diver',
        open: true,
        // The third sale has not arrived yet.
        causes: [
          document('a', 'S1-1', 1000),
          document('b', 'S2-1', 3000),
          document('c', null, null),
        ],
        resolutions: [],
        firstSeenAtMs: 3000,
      },
    ],
    openCount: 1,
    total: 1,
  });
});

test('a settled task keeps who said what, and goes below the open ones', () => {
  shop = aShop();
  put(watch, sold('a', 'S1-1', 1000), sold('b', 'S2-1', 3000));
  const task = open(soldTwice('a', 'b'));
  const later = open({
    kind: 'sale_number_twice',
    subjectId: 'S1-1',
    causes: soldTwice('a', 'z').causes,
  });
  expect(inbox().tasks.map((each) => each.reviewTaskId)).toEqual([task, later]);
  expect(resolve(task, ['a', 'b'])).toEqual({ ok: true, value: { open: false } });
  expect(inbox()).toMatchObject({
    openCount: 1,
    total: 2,
    tasks: [
      { reviewTaskId: later, open: true },
      {
        reviewTaskId: task,
        open: false,
        causes: [{ open: false }, { open: false }],
        resolutions: [
          {
            outcome: 'corrected',
            reason: 'the watch went to the customer of S1-1',
            staffId: shop.manager.staffId,
            staffName: 'Mona Field',
            businessDate: '2026-11-23',
          },
        ],
      },
    ],
  });
  expect(countOpenReviewTasks(shop.writer)).toBe(1);
  expect(listReviewTasks(shop.writer, { limit: 1, offset: 1 }).tasks).toMatchObject([
    { reviewTaskId: task },
  ]);
  expect(listReviewTasks(shop.writer, { limit: 1 }).tasks).toMatchObject([{ reviewTaskId: later }]);
  expect(listReviewTasks(shop.writer, { offset: 2 }).tasks).toEqual([]);
});

test('I14: a new cause opens a settled task again, and the same causes found once more do not', () => {
  shop = aShop();
  const task = open(soldTwice('a', 'b'));
  expect(resolve(task, ['a', 'b'])).toEqual({ ok: true, value: { open: false } });
  const before = shop.writer.head.n;
  open(soldTwice('b', 'a'));
  expect(shop.writer.head.n).toBe(before);
  expect(inbox().openCount).toBe(0);
  expect(open(soldTwice('a', 'b', 'c'))).toBe(task);
  expect(inbox()).toMatchObject({ openCount: 1, total: 1 });
  expect(resolve(task, ['c'])).toEqual({ ok: true, value: { open: false } });
});

test('a cause that came while a person wrote is not settled by them', () => {
  shop = aShop();
  const task = open(soldTwice('a', 'b', 'c'));
  expect(resolve(task, ['a', 'b'])).toEqual({ ok: true, value: { open: true } });
  expect(inbox().openCount).toBe(1);
  expect(inbox().tasks[0]?.causes.filter((cause) => cause.open)).toHaveLength(1);
});

test('a task that is not there, a cause of another, and what is settled already are refused', () => {
  shop = aShop();
  const task = open(soldTwice('a', 'b'));
  expect(resolve(newId('reviewTask'), ['a'])).toMatchObject({
    refusal: { code: 'REVIEW_TASK_NOT_FOUND' },
  });
  expect(resolve(task, ['a', 'elsewhere'])).toMatchObject({
    refusal: { code: 'REVIEW_CAUSE_NOT_FOUND' },
  });
  expect(resolve(task, ['a', 'b'])).toMatchObject({ ok: true });
  expect(resolve(task, ['a'])).toMatchObject({ refusal: { code: 'REVIEW_ALREADY_RESOLVED' } });
  expect(inbox().tasks[0]?.resolutions).toHaveLength(1);
});

test('two registers that settled one task apart both stand, the latest on top', () => {
  shop = aShop();
  const task = open(soldTwice('a', 'b'));
  resolve(task, ['a'], 5000);
  resolve(task, ['b'], 4000);
  expect(inbox().tasks[0]).toMatchObject({
    open: false,
    resolutions: [{ atMs: 5000 }, { atMs: 4000 }],
  });
});

test('M7: a payment that the close left open is settled by finding out what became of it', () => {
  shop = aShop();
  put(sold('a', 'S1-1', 1000), [
    paymentTable,
    { id: 'card', saleId: 'a', amountCents: 500, atMs: 7 },
  ]);
  open({
    kind: 'payment_unresolved',
    subjectId: 'card',
    causes: [{ documentKind: 'payment', documentId: 'card' }],
  });
  expect(inbox()).toMatchObject({
    openCount: 1,
    tasks: [
      {
        subjectWords: 'S1-1',
        firstSeenAtMs: 7,
        causes: [{ number: 'S1-1', saleId: 'a', amountCents: 500 }],
      },
    ],
  });
  put([paymentResolutionTable, { id: 'known', paymentId: 'card', outcome: 'charged' }]);
  expect(inbox()).toMatchObject({ openCount: 0, tasks: [{ open: false }] });
});

test('the code of a gift card shows its end and no more', () => {
  shop = aShop();
  const code = '7K3MQ0ZDV9T2A';
  put(
    [giftCardTable, { id: 'one', code }],
    [
      giftCardEntryTable,
      { id: 'sold', giftCardId: 'one', kind: 'sold', saleId: 'a', amountCents: 5000 },
    ],
    [giftCardTable, { id: 'two', code }],
  );
  open({
    kind: 'gift_card_code_twice',
    subjectId: code,
    causes: ['one', 'two'].map((documentId) => ({ documentKind: 'gift_card', documentId })),
  });
  open({
    kind: 'gift_card_overdrawn',
    subjectId: 'one',
    causes: [{ documentKind: 'gift_card_entry', documentId: 'sold' }],
  });
  expect(JSON.stringify(inbox())).not.toContain(code);
  expect(inbox().tasks.map((task) => task.subjectWords)).toEqual(['…V9T2A', '…V9T2A']);
});

test('every subject and every document can be said, here or not', () => {
  shop = aShop();
  put(
    [customerTable, { id: 'x', givenName: 'Ada', familyName: 'Lowe' }],
    [saleLineTable, { id: 'x', saleId: 'x', description: 'Ring' }],
    [saleVoidTable, { id: 'x', saleId: 'x', atMs: 5, businessDate: '2026-11-23' }],
    [approvalTable, { id: 'x', number: 'A1-1' }],
    [approvalLineTable, { id: 'x', approvalId: 'x', stockNumber: 'W-1', description: 'Diver' }],
    [
      approvalEventTable,
      { id: 'x', approvalId: 'x', approvalLineId: 'x', atMs: 6, businessDate: '2026-11-23' },
    ],
    sold('x', 'S1-9', 4),
  );
  const { writer } = shop;
  expect(subjectWords(writer, 'customer', 'x')).toBe('Ada Lowe');
  expect(subjectWords(writer, 'sale_line', 'x')).toBe('S1-9 Ring');
  expect(subjectWords(writer, 'approval_line', 'x')).toBe('A1-1 W-1 Diver');
  expect(findDocument(writer, { documentKind: 'sale_void', documentId: 'x' })).toEqual({
    number: 'S1-9',
    saleId: 'x',
    businessDate: '2026-11-23',
    atMs: 5,
    amountCents: -500,
  });
  expect(findDocument(writer, { documentKind: 'approval_event', documentId: 'x' })).toMatchObject({
    number: 'A1-1',
    atMs: 6,
  });
  for (const documentKind of REVIEW_DOCUMENTS)
    expect(findDocument(writer, { documentKind, documentId: 'nowhere' })).toBeUndefined();
  for (const kind of Object.keys(REVIEW_SUBJECTS) as ReviewKind[]) {
    const task = reviewTaskId(kind, 'nowhere');
    expect(
      open({ kind, subjectId: 'nowhere', causes: [{ documentKind: 'sale', documentId: 'x' }] }),
    ).toBe(task);
  }
  expect(inbox().openCount).toBe(Object.keys(REVIEW_SUBJECTS).length);
});

test('a task of a kind that only a newer program knows is left to it', () => {
  shop = aShop();
  put(
    [
      reviewTaskTable,
      { id: 'task', kind: 'moon_sold_twice', subjectKind: 'moon', subjectId: 'luna' },
    ],
    [
      reviewCauseTable,
      { id: 'cause', reviewTaskId: 'task', documentKind: 'rocket', documentId: 'x' },
    ],
  );
  expect(inbox()).toEqual({ tasks: [], openCount: 0, total: 0 });
});

test('no look for trouble with one subject reads a whole table', () => {
  shop = aShop();
  shop = shop.reopen();
  put(watch, sold('a', 'S1-1', 1000));
  const plans = plansOf(shop.writer.sqlite, () => {
    for (const detector of DETECTORS) {
      detector.find(shop.writer, 'watch');
      for (const [table, subjectsOf] of Object.entries(detector.subjectsOf))
        subjectsOf(
          { id: 'watch', pieceId: 'watch', saleId: 'a', originalLineId: 'x', table },
          shop.writer,
        );
    }
    const task = newId('reviewTask');
    resolve(task, ['a']);
    findDocument(shop.writer, { documentKind: 'sale_void', documentId: 'a' });
    findDocument(shop.writer, { documentKind: 'gift_card', documentId: 'a' });
  });
  expect(plans.length).toBeGreaterThan(20);
  // What one subject's rows were gathered into is gone through whole.
  const gathered = /^SCAN (\(subquery-\d+\)|covered VIRTUAL TABLE)/;
  expect(fullScans(plans).filter((step) => !gathered.test(step))).toEqual([]);
});
