import { sql } from 'drizzle-orm';
import type { ReadDb } from '../write-path/read-db.ts';

/**
 * The words that stand in rows of their own, where they can be erased; empty once they were. A day reads a handful of
 * them when it is shown, so nothing is prepared ahead.
 */
export const wordsOf = {
  dayClose: words('day_close', 'reason'),
  movement: words('drawer_movement', 'reason'),
  saleVoid: words('sale_void', 'reason'),
  override: words('override_grant', 'reason'),
  batch: words('terminal_batch', 'reason'),
  certificate: words('exemption_certificate', 'number'),
  provider: words('finance_provider', 'name'),
} as const;

function words(table: string, column: string) {
  return (db: ReadDb, id: string): string =>
    db.orm.get<{ readonly words: string } | undefined>(
      sql`select ${sql.identifier(column)} as words from ${sql.identifier(table)} where store_id = ${db.storeId} and id = ${id}`,
    )?.words ?? '';
}
