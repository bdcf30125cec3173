import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openReader } from './open-database.ts';
import { storeFiles } from './store-files.ts';

/**
 * The highest series that the shop in a folder may have given out numbers in: of the database in place and of those
 * kept as evidence. One that cannot be read counts as one series more than all the others. 0 where there is none.
 *
 * I9: a backup knows only the series of its own day. Restored a second time, it would begin the series of the first
 * restore again, and two receipts would carry one number.
 */
export function highestSeries(dataDir: string, keyHex: string): number {
  const { database, evidence } = storeFiles(dataDir);
  const name = path.basename(database);
  const kept = existsSync(evidence)
    ? readdirSync(evidence).map((folder) => path.join(evidence, folder, name))
    : [];
  const series = [database, ...kept]
    .filter((file) => existsSync(file))
    .map((file) => readSeries(file, keyHex));
  const unreadable = series.filter((each) => each === undefined).length;
  return Math.max(0, ...series.map((each) => each ?? 0)) + unreadable;
}

/** Undefined for a damaged file, or one under another key. */
function readSeries(file: string, keyHex: string): number | undefined {
  try {
    const db = openReader(file, keyHex);
    try {
      return Number(db.prepare('select series from sync_meta').pluck().get());
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}
