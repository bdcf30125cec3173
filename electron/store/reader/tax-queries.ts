import { listCertificates } from '#db/taxes/find-certificate.ts';
import { getTaxes } from '#db/taxes/find-taxes.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';

/** What the reader's thread answers about taxes. */
export const taxQueries = {
  'taxes.get': (db: ReadDb) => getTaxes(db),
  'taxes.listCertificates': (db: ReadDb, { customerId }: { readonly customerId: string }) =>
    listCertificates(db, customerId),
} as const;
