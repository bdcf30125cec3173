import { findBatch, listBadRows } from '#db/imports/find-batch.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import { badRowsCsv } from './csv-bad-rows.ts';

/** The rows that an import leaves out, as a file to correct and import again. '' for a batch that is not there. */
export function badRowsOf(db: ReadDb, batchId: string): string {
  const staged = findBatch(db, batchId);
  return staged ? badRowsCsv(staged.headers, listBadRows(db, staged)) : '';
}
