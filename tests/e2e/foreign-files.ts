import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openWriter, type Sqlite } from '#db/store/open-database.ts';
import { provideKey } from '#electron/store/keys/provide-key.ts';

export const shopFile = (dataFolder: string, name: string): string =>
  path.join(dataFolder, 'shop', name);

/** Changes a shop's database behind the program's back: what no screen can do. */
export async function tamper(dataFolder: string, change: (db: Sqlite) => void): Promise<void> {
  const key = await provideKey(path.join(dataFolder, 'shop'), undefined, true);
  if (key.state !== 'ready') throw new Error(`the key is ${key.state}`);
  const db = openWriter(shopFile(dataFolder, 'shop.db'), key.keyHex);
  change(db);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Puts the database of another shop in this one's place. */
export function swapDatabase(dataFolder: string, otherFolder: string): void {
  for (const name of ['shop.db-wal', 'shop.db-shm'])
    rmSync(shopFile(dataFolder, name), { force: true });
  copyFileSync(shopFile(otherFolder, 'shop.db'), shopFile(dataFolder, 'shop.db'));
}
