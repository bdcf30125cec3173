import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok } from '#shared/result.ts';
import { drawerMovementTable } from '../drawer/tables.ts';
import { createStore } from '../store/create-store.ts';
import { openWriter, type Sqlite } from '../store/open-database.ts';
import { storeFiles } from '../store/store-files.ts';
import { Witness } from '../store/witness.ts';
import { newId, TEST_NOW_MS } from '../testing/a-shop.ts';
import type { CommandContext, RegisterIdentity } from './command-context.ts';
import { Writer } from './writer.ts';

// An I/O error at COMMIT says nothing about what is on the disk. These disks fail there in both ways.

const KEY = 'ab'.repeat(32);
let dataDir: string;
let failing: 'before' | 'after' | undefined;
let opened: number;
let writer: Writer;

/** A connection whose COMMIT throws once: before it took place, or after. */
function brittle(db: Sqlite): Sqlite {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'exec') {
        return (sql: string) => {
          if (sql !== 'commit' || failing === undefined) return target.exec(sql);
          const how = failing;
          failing = undefined;
          if (how === 'after') target.exec(sql);
          throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function'
        ? (value as (...input: unknown[]) => unknown).bind(target)
        : value;
    },
  });
}

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'ghost-'));
  failing = undefined;
  opened = 0;
  createStore({ dataDir, keyHex: KEY, machine: 'here', nowMs: TEST_NOW_MS, newId });
  const { database, witness } = storeFiles(dataDir);
  const register: RegisterIdentity = {
    storeId: newId('store'),
    deviceId: newId('device'),
    registerId: newId('register'),
    registerNumber: 1,
    series: 1,
  };
  writer = new Writer({
    open: () => {
      opened += 1;
      return brittle(openWriter(database, KEY));
    },
    nonce: 'nonce',
    machine: 'here',
    witness: Witness.open(witness, KEY),
    register,
    onCommit: () => undefined,
    onWitnessFailed: () => undefined,
  });
});
afterEach(() => {
  writer.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function context(commandId = newId('command')): CommandContext {
  const register = {
    storeId: writer.storeId,
    deviceId: newId('device'),
    registerId: newId('register'),
    registerNumber: 1,
    series: 1,
  };
  return {
    commandId,
    command: 'test',
    actor: null,
    batchId: null,
    nowMs: TEST_NOW_MS,
    register,
    newId,
  };
}

function store(command: CommandContext) {
  return writer.write(command, 'input', (tx) => {
    const id = newId('drawerMovement');
    tx.insertFact(drawerMovementTable, {
      id,
      drawerSessionId: newId('drawerSession'),
      kind: 'paid_in',
      amountCents: 100,
      reason: 'stamps',
      staffId: newId('staff'),
      businessDate: '2026-11-23',
      atMs: TEST_NOW_MS,
    });
    return ok({ id, number: tx.nextNumber('sale') });
  });
}

const rows = () => writer.sqlite.prepare('select count(*) from drawer_movement').pluck().get();

test('I6: a COMMIT that threw although it took place is answered as done, and once', () => {
  failing = 'after';
  const command = context();
  const answer = store(command);
  expect(answer).toMatchObject({ ok: true, value: { number: 'S1-1' } });
  expect([rows(), opened]).toEqual([1, 2]);
  expect(store(command)).toEqual(answer);
  expect(rows()).toBe(1);
  expect(Witness.read(storeFiles(dataDir).witness, KEY)).toMatchObject({ testimony: { n: 1 } });
});

test('a COMMIT that threw and did not take place is answered as not saved, and the same attempt can be tried again', () => {
  failing = 'before';
  const command = context();
  expect(store(command)).toEqual({
    ok: false,
    refusal: { code: 'NOT_SAVED', reason: 'DISK_FAILED' },
  });
  expect([rows(), opened]).toEqual([0, 2]);
  expect(store(command)).toMatchObject({ ok: true, value: { number: 'S1-1' } });
  expect(rows()).toBe(1);
});

test('M8: no number is lost or given twice over failures of both kinds', () => {
  const numbers: unknown[] = [];
  for (const how of [undefined, 'after', 'before', undefined, 'before', 'after'] as const) {
    failing = how;
    const command = context();
    const first = store(command);
    const answer = first.ok ? first : store(command);
    numbers.push(answer.ok && answer.value.number);
  }
  expect(numbers).toEqual(['S1-1', 'S1-2', 'S1-3', 'S1-4', 'S1-5', 'S1-6']);
});

test('a program that rings up again under a new id after an unknown COMMIT doubles the sale (planted)', () => {
  failing = 'after';
  store(context());
  store(context());
  expect(rows()).toBe(2);
});
