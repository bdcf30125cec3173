import { v4 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ReviewTaskId } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import { findTroubles, findTroublesAnywhere } from '../review/detect/find-troubles.ts';
import { REVIEW_IDS, type ReviewIds } from '../review/open-review-task.ts';
import { reviewEverything } from '../review/review-everything.ts';
import { storeFindings } from '../review/store-findings.ts';
import { saleLineTable, saleTable } from '../sales/tables.ts';
import { indexNewPiece } from '../stock/index-piece.ts';
import { moveStock, type NewMovement } from '../stock/move-stock.ts';
import { pieceTable } from '../stock/tables.ts';
import { findBrokenChain } from '../store/verify-chain.ts';
import { syncMeta } from '../write-path/tables.ts';
import { applyChangesets } from './apply-changesets.ts';
import { applyPage } from './apply-page.ts';
import type { PulledChangeset } from './pulled-changeset.ts';
import { aChangeset, aRow } from './testing/a-changeset.ts';
import { aRegister, type Register } from './testing/a-register.ts';

let registers: readonly Register[] = [];
afterEach(() => {
  for (const register of registers) register.close();
});

const RING = '019aa001-0000-7000-8000-00000000000a';

/** Two registers with one ring in the case, as both know it. */
function twoRegisters(): readonly [Register, Register] {
  const [one, two] = [aRegister(1), aRegister(2)];
  registers = [one, two];
  one.act((tx, context) => {
    const words = {
      stockNumber: 'R-1',
      description: 'Ring',
      category: '',
      vendor: '',
      vendorStyle: '',
      serial: '',
    };
    tx.insertProfile(pieceTable, aRow(pieceTable, { ...words, id: RING }) as never);
    indexNewPiece(tx, RING, words);
    moveStock(tx, context, received);
  });
  two.pull(one.did());
  return [one, two];
}
const received: NewMovement = {
  pieceId: RING,
  kind: 'received',
  quantityThousandths: 1000,
  documentKind: null,
  documentId: null,
  businessDate: '2026-11-23',
};

/** Rings the ring up, whoever else may have. */
function sell(register: Register, sale: string): void {
  register.act((tx, context) => {
    tx.insertFact(saleTable, aRow(saleTable, { id: sale, number: tx.nextNumber('sale') }) as never);
    const line = { id: `line of ${sale}`, saleId: sale, pieceId: RING, quantityThousandths: 1000 };
    tx.insertFact(saleLineTable, aRow(saleLineTable, line) as never);
    moveStock(tx, context, {
      ...received,
      kind: 'sold',
      quantityThousandths: -1000,
      documentKind: 'sale',
      documentId: sale,
    });
  });
}

const rows = ({ writer }: Register, sql: string) => writer.sqlite.prepare(sql).raw().all();
const tasksOf = (register: Register) => ({
  tasks: rows(register, 'select * from review_task order by id'),
  causes: rows(register, 'select * from review_cause order by id'),
});
const since = (register: Register, page: readonly PulledChangeset[]) =>
  register.did(page.at(-1)?.n ?? 0);

/** Two registers sell one ring, tell each other, and then what they found. Answers what each has to review. */
function soldApart(pull: (register: Register, page: readonly PulledChangeset[]) => void) {
  const [one, two] = twoRegisters();
  sell(one, 'sale by one');
  sell(two, 'sale by two');
  const [first, second] = [one.did(), two.did()];
  pull(one, second);
  pull(two, first);
  const [found, foundToo] = [since(one, first), since(two, second)];
  pull(one, foundToo);
  pull(two, found);
  return [tasksOf(one), tasksOf(two)] as const;
}

test('I14, M6: two registers that sold one piece apart open one task, with both sales as its causes', () => {
  const [one, two] = soldApart((register, page) => void register.pull(page));
  expect(one).toEqual(two);
  expect(one.tasks).toHaveLength(1);
  expect(one.causes.map((row) => (row as unknown[]).slice(-2))).toEqual(
    expect.arrayContaining([
      ['sale', 'sale by one'],
      ['sale', 'sale by two'],
    ]),
  );
});

test('planted bug "task ids random": the second register opens a second task, and is caught', () => {
  const random: ReviewIds = { ...REVIEW_IDS, ofTask: () => v4() as ReviewTaskId };
  const pullWith = (ids: ReviewIds) => (register: Register, page: readonly PulledChangeset[]) => {
    const context = register.context('review.detect');
    register.writer.write(context, null, (tx) => {
      const applied = applyChangesets(tx, page, 1);
      if (!applied.ok) return applied;
      return ok(storeFindings(tx, findTroubles(tx, applied.value.touched), ids));
    });
  };
  expect(soldApart(pullWith(REVIEW_IDS))[0].tasks).toHaveLength(1);
  for (const register of registers) register.close();
  expect(soldApart(pullWith(random))[0].tasks).toHaveLength(2);
});

test("what was found enters the register's own log, chained, and a page that gives no cause makes no changeset", () => {
  const [one, two] = twoRegisters();
  expect(two.did()).toEqual([]);
  sell(one, 'sale by one');
  sell(two, 'sale by two');
  two.pull(one.did());
  const detected = two.did().at(-1);
  expect(detected).toMatchObject({ command: 'review.detect', actor: null });
  expect(JSON.parse(detected?.ops ?? '[]').map((op: { table: string }) => op.table)).toEqual([
    'review_task',
    'review_cause',
    'review_cause',
  ]);
  expect(findBrokenChain(two.writer.sqlite)).toBeUndefined();
  expect(two.pull(one.did())).toMatchObject({ facts: 0, newCauses: 0 });
  expect(two.did().at(-1)?.id).toBe(detected?.id);
});

test('the numbers of this register go on as if nothing had come', () => {
  const [one, two] = twoRegisters();
  for (const sale of ['a', 'b', 'c']) sell(one, sale);
  sell(two, 'd');
  two.pull(one.did());
  sell(two, 'e');
  expect(rows(two, "select number from sale where number like 'S2-%' order by 1")).toEqual([
    ['S2-1'],
    ['S2-2'],
  ]);
  expect(rows(two, 'select kind, series, last from number_series')).toEqual([['sale', 1, 2]]);
});

test('a page and the place of the cursor after it are stored together, or neither is', () => {
  const [one, two] = twoRegisters();
  sell(one, 'sale by one');
  const pull = (page: readonly PulledChangeset[], cursor: number) =>
    applyPage(
      two.writer,
      () => two.context('review.detect'),
      page,
      (tx) => {
        tx.orm.update(syncMeta).set({ cursor }).run();
        if (cursor === 666) throw new Error('power cut');
      },
    );
  expect(() => pull(one.did(), 666)).toThrow('power cut');
  expect(rows(two, 'select cursor, (select count(*) from sale) from sync_meta')).toEqual([[0, 0]]);
  expect(pull(one.did(), 7)).toMatchObject({ ok: true, value: { facts: 3 } });
  expect(rows(two, 'select cursor, (select count(*) from sale) from sync_meta')).toEqual([[7, 1]]);
  expect(pull([], 8)).toMatchObject({ ok: true });
  expect(pull('page' as never, 9)).toMatchObject({
    ok: false,
    refusal: { code: 'PAGE_MALFORMED' },
  });
  expect(rows(two, 'select cursor from sync_meta')).toEqual([[8]]);
});

test('a page that gives cause to more tasks than a changeset holds makes several, and the night finds none left', async () => {
  const [, two] = twoRegisters();
  const sales = Array.from({ length: 150 }, (_, n) =>
    aChangeset(
      Array.from({ length: 6 }, (__, k) => ({
        fact: saleTable,
        row: { id: `sale ${n}/${k}`, number: `S1-${n * 3 + (k % 3)}` },
      })),
    ),
  );
  expect(two.pull(sales)).toMatchObject({ newCauses: 900 });
  expect(two.did().map((each) => each.command)).toEqual(Array(4).fill('review.detect'));
  const night = () =>
    reviewEverything({
      writer: two.writer,
      findings: findTroublesAnywhere(two.writer),
      newContext: () => two.context('review.detect'),
      pause: async () => {},
    });
  expect(await night()).toEqual({ ok: true, value: 0 });
  two.act((tx) => {
    for (const id of ['x', 'y'])
      tx.insertFact(saleTable, aRow(saleTable, { id, number: 'S9-1' }) as never);
  });
  expect(await night()).toEqual({ ok: true, value: 2 });
  expect(await night()).toEqual({ ok: true, value: 0 });
});
