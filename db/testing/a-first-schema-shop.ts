import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyMigrations } from '../store/migrate.ts';
import { migrations } from '../store/migrations.ts';
import { openWriter, type Sqlite } from '../store/open-database.ts';
import { storeFiles } from '../store/store-files.ts';
import { Witness } from '../store/witness.ts';
import { CHAIN_START } from '../write-path/ops.ts';
import {
  newId,
  openTestShop,
  type ShopPeople,
  shopPeople,
  TEST_MACHINE,
  TEST_NOW_MS,
  type TestShop,
} from './a-shop.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** A shop as the first program left it: a real encrypted file of the first migration alone, with nobody in it yet. */
export interface FirstSchemaShop extends ShopPeople {
  readonly storeId: string;
  readonly registerId: string;
  readonly db: Sqlite;
  /** Adds a row by the names of its columns. */
  put(table: string, row: Row): void;
  /** As `put`, into a table that has the store's id. */
  putSynced(table: string, row: Row): void;
  /** Closes the old file and opens it by today's program, which migrates it. */
  openToday(): TestShop;
}

export function aFirstSchemaShop(): FirstSchemaShop {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'first-schema-'));
  const keyHex = randomBytes(32).toString('hex');
  const { database, witness } = storeFiles(dataDir);
  const db = openWriter(database, keyHex);
  const people = shopPeople();
  const [storeId, registerId, nonce] = [newId('store'), newId('register'), newId('nonce')];
  applyMigrations(db, migrations.slice(0, 1), TEST_NOW_MS);
  const put = (table: string, row: Row) => {
    const columns = Object.keys(row);
    db.prepare(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    ).run(...Object.values(row));
  };
  put('sync_meta', {
    id: 1,
    store_id: storeId,
    device_id: newId('device'),
    register_id: registerId,
    register_number: 1,
    series: 1,
    nonce,
    cursor: 0,
  });
  const testimony = { nonce, machine: TEST_MACHINE, n: 0, hash: CHAIN_START };
  Witness.create(witness, keyHex, testimony).close();
  return {
    ...people,
    storeId,
    registerId,
    db,
    put,
    putSynced: (table, row) => put(table, { store_id: storeId, ...row }),
    openToday: () => {
      db.close();
      return openTestShop(dataDir, keyHex, people);
    },
  };
}
