import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import type { Id } from '#shared/ids.ts';
import { createStore } from '../store/create-store.ts';
import { openWriter } from '../store/open-database.ts';
import { storeFiles } from '../store/store-files.ts';
import { Witness } from '../store/witness.ts';
import { CHAIN_START } from '../write-path/ops.ts';

/** Of all stores that tests create: what is on their disks is nobody's secret. */
export const TEST_KEY = 'cd'.repeat(32);

const newId = <Kind extends string>(_kind: Kind) => v7() as Id<Kind>;

let template: Buffer | undefined;

/** The file of an empty store, created and migrated once: a test that needs twenty shops migrates one. */
function emptyStore(): Buffer {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'template-'));
  try {
    createStore({ dataDir, keyHex: TEST_KEY, machine: '', nowMs: 0, newId });
    return readFileSync(storeFiles(dataDir).database);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * What `createStore` leaves in an empty folder, without its waits for the disk: a store of its own, with ids of its own.
 */
export function putCreatedStore(
  dataDir: string,
  machine: string,
  {
    registerNumber = 1,
    storeId = newId('store'),
  }: { readonly registerNumber?: number; readonly storeId?: string } = {},
): void {
  template ??= emptyStore();
  const { database, witness } = storeFiles(dataDir);
  writeFileSync(database, template);
  const db = openWriter(database, TEST_KEY);
  const nonce = newId('nonce');
  db.prepare(
    'update sync_meta set store_id = ?, device_id = ?, register_id = ?, register_number = ?, nonce = ?',
  ).run(storeId, newId('device'), newId('register'), registerNumber, nonce);
  db.close();
  Witness.create(witness, TEST_KEY, { nonce, machine, n: 0, hash: CHAIN_START }).close();
}
