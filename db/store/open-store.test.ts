import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok } from '#shared/result.ts';
import { drawerMovementTable } from '../drawer/tables.ts';
import { newId, TEST_NOW_MS } from '../testing/a-shop.ts';
import { createStore } from './create-store.ts';
import { openWriter } from './open-database.ts';
import { type OpenedStore, openStore } from './open-store.ts';
import { storeFiles } from './store-files.ts';
import { Witness } from './witness.ts';

const KEY = 'ab'.repeat(32);
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'open-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const files = () => storeFiles(dataDir);
const create = (machine = 'here') =>
  createStore({ dataDir, keyHex: KEY, machine, nowMs: TEST_NOW_MS, newId });
const open = (over: { machine?: string; keyHex?: string; dataDir?: string } = {}) =>
  openStore({
    dataDir: over.dataDir ?? dataDir,
    keyHex: over.keyHex ?? KEY,
    machine: over.machine ?? 'here',
    nowMs: TEST_NOW_MS,
    newId,
    backupBeforeMigration: () => {},
    onCommit: () => {},
    onWitnessFailed: (error) => {
      throw error;
    },
  });

function opened(over?: Parameters<typeof open>[0]): OpenedStore {
  const result = open(over);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

test('a witness that cannot be opened refuses the store in words and never throws past it', () => {
  create();
  opened().writer.close();
  rmSync(files().witness);
  mkdirSync(files().witness);
  expect(open()).toEqual({ ok: false, refusal: { code: 'STORE_DAMAGED', detail: 'EISDIR' } });
});

/** Stores `count` facts, each a changeset of its own. */
function work({ writer, register }: OpenedStore, count: number): void {
  for (let i = 0; i < count; i++) {
    const context = {
      commandId: newId('command'),
      command: 'test',
      actor: null,
      batchId: null,
      nowMs: TEST_NOW_MS,
      register,
      newId,
    };
    writer.write(context, i, (tx) => {
      tx.insertFact(drawerMovementTable, {
        id: newId('drawerMovement'),
        drawerSessionId: newId('drawerSession'),
        kind: 'paid_in',
        amountCents: 100,
        reason: 'stamps',
        staffId: newId('staff'),
        businessDate: '2026-11-23',
        atMs: TEST_NOW_MS,
      });
      return ok(tx.nextNumber('sale'));
    });
  }
}

test('a new store opens, empty, as register 1 in its first series', () => {
  create();
  const { writer, register, newSeries } = opened();
  expect({ ...register, newSeries }).toMatchObject({
    registerNumber: 1,
    series: 1,
    newSeries: null,
  });
  writer.close();
});

test('no file, an empty file, a plain file: refused, and none of them is touched', () => {
  expect(open()).toEqual({ ok: false, refusal: { code: 'STORE_MISSING' } });
  writeFileSync(files().database, '');
  expect(open()).toMatchObject({ ok: false, refusal: { code: 'STORE_DAMAGED' } });
  expect(readFileSync(files().database)).toHaveLength(0);
  rmSync(files().database);
  const plain = new Database(files().database);
  plain.exec('create table t (a)');
  plain.close();
  const before = readFileSync(files().database);
  expect(open()).toEqual({ ok: false, refusal: { code: 'STORE_NOT_ENCRYPTED' } });
  expect(readFileSync(files().database).equals(before)).toBe(true);
});

test('another key, and an encrypted file of another program: foreign', () => {
  create();
  expect(open({ keyHex: 'cd'.repeat(32) })).toEqual({
    ok: false,
    refusal: { code: 'STORE_FOREIGN' },
  });
  rmSync(files().database);
  const other = openWriter(files().database, KEY);
  other.exec('create table t (a)');
  other.close();
  expect(open()).toEqual({ ok: false, refusal: { code: 'STORE_FOREIGN' } });
});

test('a file that a newer program has touched is refused with the name of the step', () => {
  create();
  const db = openWriter(files().database, KEY);
  db.exec("insert into schema_migration values ('9999-future', 'x', 1)");
  db.close();
  expect(open()).toEqual({ ok: false, refusal: { code: 'STORE_NEWER', migration: '9999-future' } });
});

test('a file whose past was rewritten is refused', () => {
  create();
  const db = openWriter(files().database, KEY);
  db.exec("update schema_migration set sha256 = 'x'");
  db.close();
  expect(open()).toMatchObject({
    ok: false,
    refusal: { code: 'STORE_CHANGED', migration: '0001-first-shop' },
  });
});

test('I6: a log with a lost tail is refused with how much is gone, and the evidence stays', () => {
  create();
  const store = opened();
  work(store, 5);
  store.writer.close();
  const db = openWriter(files().database, KEY);
  db.exec('drop trigger changeset_stays; delete from changeset where n > 3');
  db.close();
  expect(open()).toEqual({ ok: false, refusal: { code: 'TAIL_LOST', newest: 3, witnessed: 5 } });
  expect(existsSync(files().database)).toBe(true);
});

test('I6: a log as long as its witness but with another content is refused too', () => {
  create();
  const store = opened();
  work(store, 3);
  store.writer.close();
  const db = openWriter(files().database, KEY);
  db.exec("drop trigger changeset_stands; update changeset set hash = 'forged' where n = 3");
  db.close();
  expect(open()).toMatchObject({ ok: false, refusal: { code: 'TAIL_LOST' } });
});

test('I6: refusing a damaged log folds nothing in: its bytes are there for whoever looks into it', () => {
  create();
  const store = opened();
  work(store, 5);
  // As a crash leaves it: the newest work stands in the log alone, one bit of it turned.
  const crashed = mkdtempSync(path.join(tmpdir(), 'crashed-'));
  for (const name of ['shop.db', 'shop.db-wal', 'shop.witness'])
    copyFileSync(path.join(dataDir, name), path.join(crashed, name));
  store.writer.close();
  const log = path.join(crashed, 'shop.db-wal');
  const flipped = readFileSync(log);
  const middle = flipped.length >> 1;
  flipped[middle] = (flipped[middle] ?? 0) ^ 1;
  writeFileSync(log, flipped);
  expect(open({ dataDir: crashed })).toMatchObject({ ok: false, refusal: { code: 'TAIL_LOST' } });
  expect(readFileSync(log).equals(flipped)).toBe(true);
  rmSync(crashed, { recursive: true });
});

test('a damaged page anywhere refuses the store and never throws past it', () => {
  create();
  const store = opened();
  work(store, 5);
  store.writer.close();
  const whole = readFileSync(files().database);
  for (let page = 0; page < whole.length / 4096; page++) {
    const damaged = Buffer.from(whole);
    damaged[page * 4096 + 99] = (damaged[page * 4096 + 99] ?? 0) ^ 1;
    writeFileSync(files().database, damaged);
    const reopened = open();
    if (reopened.ok) reopened.value.writer.close();
    else expect(['STORE_DAMAGED', 'STORE_FOREIGN']).toContain(reopened.refusal.code);
  }
});

test('a commit whose witness was not yet synced is no lost tail', () => {
  create();
  const store = opened();
  work(store, 2);
  const witness = readFileSync(files().witness);
  work(store, 1);
  store.writer.close();
  writeFileSync(files().witness, witness);
  const again = opened();
  expect(again.newSeries).toBeNull();
  expect(again.writer.head.n).toBe(3);
  again.writer.close();
});

test('I9: a copy of the disk on another machine gets a series of its own, and its numbers cannot meet', () => {
  create();
  const store = opened();
  work(store, 3);
  store.writer.close();
  const copy = mkdtempSync(path.join(tmpdir(), 'copy-'));
  for (const name of ['shop.db', 'shop.witness'])
    copyFileSync(path.join(dataDir, name), path.join(copy, name));
  const cloned = opened({ dataDir: copy, machine: 'there' });
  expect(cloned).toMatchObject({ newSeries: 'clone', register: { series: 2 } });
  const first = opened();
  work(first, 1);
  work(cloned, 1);
  const answers = [first, cloned].map(({ writer }) =>
    writer.sqlite.prepare('select answer from changeset order by n desc limit 1').pluck().get(),
  );
  expect(answers).toEqual(['"S1-4"', '"S1B-1"']);
  first.writer.close();
  cloned.writer.close();
  rmSync(copy, { recursive: true, force: true });
});

test.each([
  ['is gone', (file: string) => rmSync(file)],
  ['is cut short', (file: string) => truncateSync(file, 100)],
  [
    'is another key’s',
    (file: string) =>
      Witness.create(file, 'ef'.repeat(32), {
        nonce: 'n',
        machine: 'here',
        n: 0,
        hash: '',
      }).close(),
  ],
])('a witness that %s cannot vouch for the tail: a new series begins', (_title, harm) => {
  create();
  const store = opened();
  work(store, 2);
  store.writer.close();
  harm(files().witness);
  const again = opened();
  expect(again).toMatchObject({ newSeries: 'witness', register: { series: 2 } });
  again.writer.close();
  const third = opened();
  expect(third).toMatchObject({ newSeries: null, register: { series: 2 } });
  third.writer.close();
});

test('every single flipped bit of the witness is noticed', () => {
  create();
  const store = opened();
  work(store, 2);
  store.writer.close();
  const whole = readFileSync(files().witness);
  const sworn = Witness.read(files().witness, KEY);
  const copy = path.join(dataDir, 'flipped');
  for (let bit = 0; bit < whole.length * 8; bit += 7) {
    const flipped = Buffer.from(whole);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(copy, flipped);
    const reading = Witness.read(copy, KEY);
    // The flip lies in the newest slot, the older one, or the padding: never is a changed testimony believed.
    if (reading.state === 'sworn' && sworn.state === 'sworn') {
      expect([sworn.testimony.n, sworn.testimony.n - 1]).toContain(reading.testimony.n);
      if (reading.testimony.n === sworn.testimony.n) expect(reading).toEqual(sworn);
    }
  }
});

test('first run that was cut off leaves nothing that looks like a shop', () => {
  create();
  renameSync(files().database, `${files().database}.new`);
  rmSync(files().witness);
  expect(open()).toEqual({ ok: false, refusal: { code: 'STORE_MISSING' } });
  create();
  opened().writer.close();
});
