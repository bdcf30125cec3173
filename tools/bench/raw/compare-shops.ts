import { createHash } from 'node:crypto';
import type { Sqlite } from '#db/store/open-database.ts';

/** Names of the tables whose rows differ between two shops; none when the shops are the same to the last cell. */
export function differingTables(a: Sqlite, b: Sqlite): readonly string[] {
  const tables = a
    .prepare<[], string>("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all();
  return tables.filter((table) => digestOf(a, table) !== digestOf(b, table));
}

function digestOf(db: Sqlite, table: string): string {
  const hash = createHash('sha256');
  for (const row of db.prepare(`select * from "${table}"`).raw().iterate())
    hash.update(JSON.stringify(row));
  return hash.digest('hex');
}
