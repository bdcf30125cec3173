import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { ok, refuse } from '#shared/result.ts';
import { customerTable } from '../customers/tables.ts';
import { drawerMovementTable } from '../drawer/tables.ts';
import { storeFiles } from '../store/store-files.ts';
import { Witness } from '../store/witness.ts';
import { aShop, newId, type TestShop, TEST_NOW_MS } from '../testing/a-shop.ts';
import { type ChangesetBody, changesetHash, type Op, personalHash } from './ops.ts';
import type { WriteTx } from './write-tx.ts';

let shop: TestShop;
afterEach(() => shop.close());

function paidIn(tx: WriteTx, id = newId('drawerMovement'), amountCents = 500): string {
  tx.insertFact(drawerMovementTable, {
    id,
    drawerSessionId: newId('drawerSession'),
    kind: 'paid_in',
    amountCents,
    reason: 'stamps',
    staffId: shop.counter.staffId,
    businessDate: shop.today,
    atMs: TEST_NOW_MS,
  });
  return id;
}

function aCustomer(tx: WriteTx, id: string, givenName: string): void {
  tx.insertProfile(customerTable, {
    id,
    givenName,
    familyName: 'Okafor',
    company: '',
    phone: '',
    email: '',
    note: '',
    taxExempt: 0,
    language: 'en',
    createdAtMs: TEST_NOW_MS,
  });
}

const count = (table: string) =>
  shop.writer.sqlite.prepare(`select count(*) from ${table}`).pluck().get();
const log = () =>
  shop.writer.sqlite.prepare('select * from changeset order by n').all() as Record<
    string,
    string & number
  >[];

test('a command commits its rows and its changeset together, and windows hear of it', () => {
  shop = aShop();
  const before = log().length;
  const result = shop.writer.write(shop.context('drawer.moveCash'), { kind: 'paid_in' }, (tx) =>
    ok(paidIn(tx)),
  );
  expect(result.ok).toBe(true);
  expect(log()).toHaveLength(before + 1);
  expect(shop.commits.at(-1)).toEqual(['drawer_movement', 'changeset']);
});

test('a refused command stores nothing, not even a number', () => {
  shop = aShop();
  const before = log().length;
  const result = shop.writer.write(shop.context('x'), {}, (tx) => {
    tx.nextNumber('sale');
    paidIn(tx);
    return refuse({ code: 'NO' });
  });
  expect(result).toEqual({ ok: false, refusal: { code: 'NO' } });
  expect(log()).toHaveLength(before);
  expect(count('drawer_movement')).toBe(0);
  expect(
    shop.writer.write(shop.context('y'), {}, (tx) => (paidIn(tx), ok(tx.nextNumber('sale')))),
  ).toEqual(ok('S1-1'));
});

test('M8: numbers of a kind rise by one, and each kind counts for itself', () => {
  shop = aShop();
  const numbers = [1, 2, 3].map((i) =>
    shop.writer.write(
      shop.context('n'),
      { i },
      (tx) => (paidIn(tx), ok([tx.nextNumber('sale'), tx.nextNumber('dayClose')])),
    ),
  );
  expect(numbers.map((each) => each.ok && each.value)).toEqual([
    ['S1-1', 'Z1-1'],
    ['S1-2', 'Z1-2'],
    ['S1-3', 'Z1-3'],
  ]);
});

test('a command that comes twice answers twice and is stored once', () => {
  shop = aShop();
  const context = shop.context('drawer.moveCash');
  const run = (input: unknown) => shop.writer.write(context, input, (tx) => ok({ id: paidIn(tx) }));
  const first = run({ amount: 5 });
  expect(run({ amount: 5 })).toEqual(first);
  expect(count('drawer_movement')).toBe(1);
  expect(run({ amount: 6 })).toEqual({ ok: false, refusal: { code: 'COMMAND_ID_REUSED' } });
});

test('a bug in a command rolls everything back and is thrown', () => {
  shop = aShop();
  expect(() =>
    shop.writer.write(shop.context('x'), {}, (tx) => {
      paidIn(tx);
      throw new Error('bug');
    }),
  ).toThrow('bug');
  expect(count('drawer_movement')).toBe(0);
  expect(shop.writer.write(shop.context('x'), {}, (tx) => ok(paidIn(tx))).ok).toBe(true);
});

test('A4: every changeset names the hash of the one before, and any edit of the log breaks the chain', () => {
  shop = aShop();
  for (let i = 0; i < 5; i++) shop.writer.write(shop.context('x'), { i }, (tx) => ok(paidIn(tx)));
  const hashOf = (row: Record<string, unknown>) =>
    changesetHash(String(row['prev_hash']), {
      n: row['n'],
      id: row['id'],
      hlc: row['hlc'],
      schema: row['schema'],
      actor: row['actor'],
      command: row['command'],
      subject: row['subject'],
      batchId: row['batch_id'],
      atMs: row['at_ms'],
      ops: row['ops'],
    } as unknown as ChangesetBody);
  const rows = log();
  for (const [index, row] of rows.entries()) {
    expect(row['prev_hash']).toBe(index === 0 ? '0'.repeat(64) : rows[index - 1]?.['hash']);
    expect(hashOf(row)).toBe(row['hash']);
    for (const column of ['ops', 'command', 'actor', 'subject', 'hlc', 'id']) {
      expect(hashOf({ ...row, [column]: `${row[column]}x` })).not.toBe(row['hash']);
    }
  }
});

test('personal values stand in the log as hashes, and their values apart', () => {
  shop = aShop();
  const id = newId('customer');
  const context = shop.context('customers.add');
  shop.writer.write(context, {}, (tx) => (aCustomer(tx, id, 'Adaeze'), ok(id)));
  const row = log().at(-1);
  expect(row?.['ops']).not.toContain('Adaeze');
  const [op] = JSON.parse(row?.['ops'] ?? '[]') as Op[];
  const field = op?.op === 'set' ? op.fields['givenName']?.[0] : undefined;
  const value = shop.writer.sqlite
    .prepare(
      "select value, salt from changeset_value where changeset_id = ? and path = '0.givenName'",
    )
    .get(context.commandId) as { value: string; salt: string };
  expect(value.value).toBe('Adaeze');
  expect(field).toEqual({ h: personalHash(value.salt, 'Adaeze') });
});

test('a set names the changeset that set the field before', () => {
  shop = aShop();
  const id = newId('customer');
  const [add, first, second] = [shop.context('add'), shop.context('edit'), shop.context('edit')];
  shop.writer.write(add, {}, (tx) => (aCustomer(tx, id, 'Ada'), ok(id)));
  shop.writer.write(
    first,
    {},
    (tx) => (tx.setFields(customerTable, id, { language: 'es' }), ok(id)),
  );
  shop.writer.write(
    second,
    {},
    (tx) => (tx.setFields(customerTable, id, { language: 'en', taxExempt: 1 }), ok(id)),
  );
  const bases = log()
    .slice(-2)
    .map((row) => (JSON.parse(row['ops'] ?? '') as Op[])[0]);
  expect(bases[0]).toMatchObject({ fields: { language: ['es', add.commandId] } });
  expect(bases[1]).toMatchObject({
    fields: { language: ['en', first.commandId], taxExempt: [1, add.commandId] },
  });
});

test('I8: facts and the log refuse to be changed or deleted', () => {
  shop = aShop();
  shop.writer.write(shop.context('x'), {}, (tx) => ok(paidIn(tx)));
  for (const sql of [
    'update drawer_movement set amount_cents = 1',
    'delete from drawer_movement',
    "update changeset set ops = '[]'",
    'delete from changeset',
  ]) {
    expect(() => shop.writer.sqlite.exec(sql), sql).toThrow('FACT_STANDS');
  }
});

test('the words of a reason can be erased, and never exchanged', () => {
  shop = aShop();
  shop.writer.write(shop.context('x'), {}, (tx) => ok(paidIn(tx)));
  expect(log().at(-1)?.['ops']).not.toContain('stamps');
  const { sqlite } = shop.writer;
  expect(() => sqlite.exec("update drawer_movement set reason = 'other'")).toThrow('FACT_STANDS');
  sqlite.exec("update drawer_movement set reason = ''");
  expect(sqlite.prepare('select reason from drawer_movement').pluck().get()).toBe('');
});

test('the witness swears to each commit before it is answered', () => {
  shop = aShop();
  shop.writer.write(shop.context('x'), {}, (tx) => ok(paidIn(tx)));
  expect(Witness.read(storeFiles(shop.dataDir).witness, shop.keyHex)).toMatchObject({
    state: 'sworn',
    testimony: { n: shop.writer.head.n, hash: shop.writer.head.hash },
  });
});

test('after a restart the log goes on where it stopped', () => {
  shop = aShop();
  shop.writer.write(shop.context('x'), {}, (tx) => ok(paidIn(tx)));
  const head = shop.writer.head;
  shop = shop.reopen();
  expect(shop.writer.head).toEqual(head);
  expect(shop.writer.write(shop.context('x'), {}, (tx) => ok(paidIn(tx))).ok).toBe(true);
  expect(shop.writer.head.n).toBe(head.n + 1);
});

test('many commands of a batch share a transaction; a refused one leaves the others', () => {
  shop = aShop();
  const before = shop.writer.head.n;
  const results = shop.writer.writeMany(
    [1, 2, 3].map((i) => ({
      context: shop.context('x'),
      input: { i },
      body: (tx: WriteTx) => (paidIn(tx), i === 2 ? refuse({ code: 'NO' }) : ok(i)),
    })),
  );
  expect(results.map((result) => result.ok)).toEqual([true, false, true]);
  expect(count('drawer_movement')).toBe(2);
  expect(shop.writer.head.n).toBe(before + 2);
});

test('a changeset larger than a server would take is refused and stored nowhere', () => {
  shop = aShop();
  const result = shop.writer.write(shop.context('x'), {}, (tx) => {
    for (let i = 0; i < 1500; i++) paidIn(tx);
    return ok(null);
  });
  expect(result).toMatchObject({ ok: false, refusal: { code: 'CHANGESET_TOO_LARGE' } });
  expect(count('drawer_movement')).toBe(0);
});

test('nothing readable lies on the disk', () => {
  shop = aShop();
  shop.writer.write(
    shop.context('customers.add'),
    {},
    (tx) => (aCustomer(tx, newId('customer'), 'Zebulonia'), ok(null)),
  );
  const { database } = storeFiles(shop.dataDir);
  for (const file of [database, `${database}-wal`]) {
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).not.toContain('Zebulonia');
    expect(bytes).not.toContain('SQLite format 3');
  }
});
