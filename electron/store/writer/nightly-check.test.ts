import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countOpenReviewTasks } from '#db/review/inbox/list-review-tasks.ts';
import { provideKey } from '../keys/provide-key.ts';
import type { ReaderRequest, WriterReport } from '../worker-messages.ts';
import { checkEverything, isCheckDue } from './nightly-check.ts';
import { StoreProcess } from './store-process.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 16, 0, 0);
const HOUR_MS = 3_600_000;

let dataDir: string;
let nowMs: number;
let store: StoreProcess;
let reports: WriterReport[];
beforeEach(async () => {
  [reports, nowMs] = [[], NOW_MS];
  dataDir = mkdtempSync(path.join(tmpdir(), 'nightly-'));
  const { port1, port2 } = new MessageChannel();
  port2.on('message', ({ id }: ReaderRequest) => port2.postMessage({ id, value: null }));
  port2.unref();
  store = new StoreProcess({
    boot: {
      dataDir,
      key: await provideKey(dataDir, undefined, existsSync(path.join(dataDir, 'shop.db'))),
      demo: false,
      appVersion: '0',
      platform: 'test',
      readerPort: port1,
    },
    report: (report) => reports.push(report),
    now: () => nowMs,
  });
  await store.open();
  store.becomeReady();
});

afterEach(async () => {
  await store.close();
  store.reader.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Puts a row straight into the file; what is not given is empty. */
function plant(table: string, given: Readonly<Record<string, string | number>>): void {
  const { writer, register } = store.shop;
  const columns = writer.sqlite
    .prepare<[string], { readonly name: string; readonly type: string; readonly notnull: number }>(
      'select name, type, "notnull" from pragma_table_info(?)',
    )
    .all(table)
    .filter(({ name, notnull }) => notnull === 1 || name in given);
  const row: Readonly<Record<string, string | number>> = { store_id: register.storeId, ...given };
  const cells = columns.map(({ name, type }) => row[name] ?? (type === 'INTEGER' ? 0 : ''));
  writer.sqlite
    .prepare(
      `insert into ${table} (${columns.map(({ name }) => name).join()}) values (${cells.map(() => '?').join()})`,
    )
    .run(cells);
}

/** Two sales with one number, as a crash between a page and its tasks leaves them: in the file, and nobody told. */
function plantNumberTwice(): void {
  const { registerId } = store.shop.register;
  for (const id of ['one', 'two']) plant('sale', { id, number: 'S1-7', register_id: registerId });
}

test('I14: what no page has told is a task after the night, and no second one after the next', async () => {
  plantNumberTwice();
  await checkEverything(store);
  expect(reports).toEqual([]);
  expect(countOpenReviewTasks(store.shop.writer)).toBe(1);
  const { head } = store.shop.writer;
  await checkEverything(store);
  expect(countOpenReviewTasks(store.shop.writer)).toBe(1);
  expect(store.shop.writer.head).toEqual(head);
});

test('a piece that stands elsewhere than its movements say is put right, and said', async () => {
  const { sqlite } = store.shop.writer;
  plant('piece', { id: 'ring', stock_number: 'N-1', kind: 'piece' });
  plant('stock_movement', {
    id: 'a',
    piece_id: 'ring',
    kind: 'received',
    quantity_thousandths: 1000,
  });
  plant('piece_state', { piece_id: 'ring', status: 'sold' });
  await checkEverything(store);
  expect(
    sqlite.prepare('select status, quantity_thousandths from piece_state').raw().all(),
  ).toEqual([['in_stock', 1000]]);
  expect(reports).toEqual([
    { type: 'trouble', what: '1 pieces stood elsewhere than their movements say' },
  ]);
});

test('the check is due once a day when the counter is quiet, and after two days whoever sells', async () => {
  expect(isCheckDue(store)).toBe(true);
  await checkEverything(store);
  nowMs += 23 * HOUR_MS;
  expect(isCheckDue(store)).toBe(false);
  nowMs += HOUR_MS;
  expect(isCheckDue(store)).toBe(true);
  const sell = () => store.shop.writer.writeLocal((tx) => tx.touch('cart'));
  sell();
  expect(isCheckDue(store)).toBe(false);
  nowMs += 5 * 60_000;
  expect(isCheckDue(store)).toBe(true);
  nowMs += 24 * HOUR_MS;
  sell();
  expect(isCheckDue(store)).toBe(true);
});

test('a check made while the clock stood years ahead does not hold up the next ones', async () => {
  nowMs = NOW_MS + 3650 * 24 * HOUR_MS;
  await checkEverything(store);
  nowMs = NOW_MS;
  expect(isCheckDue(store)).toBe(true);
});

test('a check that meets a closing shop ends, lets go of the file and is due again', async () => {
  plantNumberTwice();
  const check = checkEverything(store);
  await store.close();
  await check;
  expect(reports).toMatchObject([{ what: expect.stringContaining('ended early') }]);
  await store.open();
  store.becomeReady();
  expect(countOpenReviewTasks(store.shop.writer)).toBe(0);
  expect(isCheckDue(store)).toBe(true);
  expect(reports).toHaveLength(1);
});

test('I11: what an older program kept is put in when the store is opened', async () => {
  plant('sync_unknown_op', {
    changeset_id: 'elsewhere',
    op: JSON.stringify({ op: 'archive', table: 'piece', id: 'ring', atMs: 5 }),
    put_in: '[]',
  });
  plant('sync_unknown_op', { changeset_id: 'newer', op: '{"op":"melt"}', put_in: '[]' });
  plant('piece', { id: 'ring', stock_number: 'N-1', kind: 'piece' });
  await store.close();
  await store.open();
  const { sqlite } = store.shop.writer;
  expect(sqlite.prepare('select archived_at_ms from piece').pluck().all()).toEqual([5]);
  expect(sqlite.prepare('select changeset_id from sync_unknown_op').pluck().all()).toEqual([
    'newer',
  ]);
  expect(reports).toEqual([]);
});
