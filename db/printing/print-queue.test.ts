import { afterEach, beforeEach, expect, test } from 'vitest';
import { aShop, newId, type TestShop, TEST_NOW_MS } from '../testing/a-shop.ts';
import { savePrinter } from '../settings/register-settings.ts';
import {
  askAgain,
  claimNextJob,
  dropJob,
  forgetPrintedJobs,
  hasJob,
  isPrintedAgain,
  listWaitingJobs,
  moveJob,
} from './print-queue.ts';
import { queuePaper } from './queue-paper.ts';

let shop: TestShop;
const jobId = newId('printJob');

beforeEach(() => {
  shop = aShop();
  const context = shop.context('printing.queue');
  shop.writer.writeLocal((tx) => {
    savePrinter(tx, { host: 'p', port: 9100, columns: 42, drawer: true, locale: 'en' });
    queuePaper(tx, context, { kind: 'testPage', subjectId: null, copy: false, title: '', jobId });
  });
});
afterEach(() => shop.close());

const claim = () => shop.writer.writeLocal((tx) => claimNextJob(tx, TEST_NOW_MS)?.id);
const again = () => shop.writer.writeLocal((tx) => askAgain(tx, jobId, TEST_NOW_MS));
const becomes = (state: 'printed' | 'unsure') =>
  shop.writer.writeLocal((tx) =>
    moveJob(tx, jobId, { state, problem: null, nextTryAtMs: 0, printedAtMs: null }),
  );

test('a paper under way that staff ask for again is not sent a second time', () => {
  expect(claim()).toBe(jobId);
  expect(again()).toBe(true);
  expect(claim()).toBeUndefined();
});

test('a paper that came out is not printed again by a second click on an old list', () => {
  claim();
  becomes('printed');
  expect(again()).toBe(false);
  expect(claim()).toBeUndefined();
});

test('a paper nobody is sure of is tried again when staff say so', () => {
  claim();
  becomes('unsure');
  expect(claim()).toBeUndefined();
  expect(again()).toBe(true);
  expect(claim()).toBe(jobId);
});

test('a paper is known by the id it was asked for with', () => {
  expect(hasJob(shop.writer, jobId)).toBe(true);
  expect(hasJob(shop.writer, newId('printJob'))).toBe(false);
  expect(listWaitingJobs(shop.writer)).toHaveLength(1);
});

test('a memo that was printed once is a copy when it is asked for again, however long after', () => {
  const [memo, other] = [newId('approval'), newId('approval')];
  const isCopy = (subjectId: string) => isPrintedAgain(shop.writer, 'approval', subjectId);
  expect(isCopy(memo)).toBe(false);
  const context = shop.context('printing.queue');
  const original = newId('printJob');
  shop.writer.writeLocal((tx) => {
    const order = { kind: 'approval', copy: false, title: 'A1-1' } as const;
    queuePaper(tx, context, { ...order, subjectId: memo, jobId: original });
    moveJob(tx, original, {
      state: 'printed',
      problem: null,
      nextTryAtMs: 0,
      printedAtMs: TEST_NOW_MS,
    });
    forgetPrintedJobs(tx, TEST_NOW_MS + 1);
  });
  expect([isCopy(memo), isCopy(other)]).toEqual([true, false]);
});

test('a memo that staff dropped from the queue was never handed out: the next one is the original', () => {
  const memo = newId('approval');
  const context = shop.context('printing.queue');
  const order = { kind: 'approval', subjectId: memo, copy: false, title: 'A1-1' } as const;
  shop.writer.writeLocal((tx) => {
    const waiting = newId('printJob');
    queuePaper(tx, context, { ...order, jobId: waiting });
    dropJob(tx, waiting);
  });
  expect(isPrintedAgain(shop.writer, 'approval', memo)).toBe(false);
});

test('a receipt asked for again is a copy; a statement or a balance tells what is now and never is', () => {
  expect(isPrintedAgain(shop.writer, 'receipt', newId('sale'))).toBe(true);
  expect(isPrintedAgain(shop.writer, 'statement', newId('customer'))).toBe(false);
});
