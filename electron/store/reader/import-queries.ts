import { listBatches } from '#db/imports/find-batch.ts';
import { findImportedSales, listImportedSales } from '#db/imports/sales/list-imported-sales.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import { badRowsOf } from '../imports/bad-rows.ts';

/** Files taken in, and what was sold before this program. */
export const importQueries = {
  'imports.badRows': (db: ReadDb, { batchId }: { readonly batchId: string }) =>
    badRowsOf(db, batchId),
  'imports.list': (db: ReadDb) => listBatches(db),
  'imports.salesOf': (db: ReadDb, { customerId }: { readonly customerId: string }) =>
    listImportedSales(db, customerId),
  'imports.findSales': (db: ReadDb, { text }: { readonly text: string }) =>
    findImportedSales(db, text),
};
