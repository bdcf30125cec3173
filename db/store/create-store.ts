import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Id } from '#shared/ids.ts';
import { CHAIN_START } from '../write-path/ops.ts';
import { migrations } from './migrations.ts';
import { applyMigrations } from './migrate.ts';
import { openWriter } from './open-database.ts';
import { moveIntoPlace, storeFiles } from './store-files.ts';
import { syncFolder, Witness } from './witness.ts';

export interface NewStore {
  readonly dataDir: string;
  readonly keyHex: string;
  readonly machine: string;
  readonly nowMs: number;
  newId<Kind extends string>(kind: Kind): Id<Kind>;
}

/**
 * First run (docs/rules.md, The store): create the file, set WAL, migrate, checkpoint, close, sync the folder; only then can a
 * sale be taken. Without that order a power cut could roll the switch to WAL back under a new database.
 * The store id made here is the server's store id for ever.
 */
export function createStore({ dataDir, keyHex, machine, nowMs, newId }: NewStore): void {
  const { database, witness } = storeFiles(dataDir);
  const building = `${database}.new`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(building + suffix, { force: true });
  const nonce = newId('nonce');
  const db = openWriter(building, keyHex);
  try {
    applyMigrations(db, migrations, nowMs);
    db.prepare(
      `insert into sync_meta (id, store_id, device_id, register_id, register_number, series, nonce, cursor)
       values (1, ?, ?, ?, 1, 1, ?, 0)`,
    ).run(newId('store'), newId('device'), newId('register'), nonce);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  moveIntoPlace(building, database);
  Witness.create(witness, keyHex, { nonce, machine, n: 0, hash: CHAIN_START }).close();
  syncFolder(path.dirname(database));
}
