import { and, eq, sql } from 'drizzle-orm';
import {
  indexNewCustomer,
  reindexCustomer,
  unindexCustomer,
} from '../../customers/index-customer.ts';
import { customer, customerLookup } from '../../customers/tables.ts';
import { saleCorrection } from '../../sales/after-sale-tables.ts';
import { sale } from '../../sales/tables.ts';
import { idsIn } from '../../review/touched-rows.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import type { Deriver } from './deriver.ts';
import type { Row } from '../known-tables.ts';

/** The search row of a customer and their last visit, by all sales that name them, at once or corrected later. */
export const customerDeriver: Deriver = {
  subjectsOf: {
    customer: (row) => idsIn(row, 'id'),
    sale: (row, db) => [...idsIn(row, 'customerId'), ...correctedTo(db, row)],
    sale_correction: (row) => idsIn(row, 'customerId'),
  },
  rebuild(tx: WriteTx, customerId: string): void {
    const row = customerRow(tx).get({ storeId: tx.storeId, customerId });
    if (!row) return;
    if (row.archivedAtMs !== null) return unindexCustomer(tx, customerId);
    // Who stood at the counter is listed from then on; who came out of a file, not before the first visit.
    const firstListedAtMs = row.source === null ? row.createdAtMs : 0;
    if (listed(tx).get({ customerId })) reindexCustomer(tx, customerId, row);
    else indexNewCustomer(tx, customerId, row, firstListedAtMs);
    const visit = lastVisit(tx).get({ storeId: tx.storeId, customerId });
    setVisit(tx).run({
      customerId,
      on: visit?.on ?? null,
      atMs: visit?.atMs ?? firstListedAtMs,
    });
  },
};

/** A correction may come before its sale. */
function correctedTo(db: ReadDb, row: Row): readonly string[] {
  const corrections = correctionsOf(db).all({ storeId: db.storeId, saleId: row['id'] });
  return corrections.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
}

const correctionsOf = prepared((orm) =>
  orm
    .select({ customerId: saleCorrection.customerId })
    .from(saleCorrection)
    .where(
      and(
        eq(saleCorrection.storeId, sql.placeholder('storeId')),
        eq(saleCorrection.saleId, sql.placeholder('saleId')),
      ),
    )
    .prepare(),
);

const customerRow = prepared((orm) =>
  orm
    .select()
    .from(customer)
    .where(
      and(
        eq(customer.storeId, sql.placeholder('storeId')),
        eq(customer.id, sql.placeholder('customerId')),
      ),
    )
    .prepare(),
);

const listed = prepared((orm) =>
  orm
    .select({ seq: customerLookup.seq })
    .from(customerLookup)
    .where(eq(customerLookup.customerId, sql.placeholder('customerId')))
    .prepare(),
);

// Of two visits of one millisecond the later day counts, so that the order of arrival decides nothing.
const lastVisit = prepared((orm) =>
  orm
    .select({ on: sale.businessDate, atMs: sale.completedAtMs })
    .from(sale)
    .where(
      and(
        eq(sale.storeId, sql.placeholder('storeId')),
        sql`(${sale.customerId} = ${sql.placeholder('customerId')} or ${sale.id} in (
          select ${saleCorrection.saleId} from ${saleCorrection}
          where ${saleCorrection.storeId} = ${sale.storeId} and ${saleCorrection.customerId} = ${sql.placeholder('customerId')}))`,
      ),
    )
    .orderBy(sql`${sale.completedAtMs} desc, ${sale.businessDate} desc`)
    .limit(1)
    .prepare(),
);

const setVisit = prepared((orm) =>
  orm
    .update(customerLookup)
    .set({
      lastVisitOn: sql`${sql.placeholder('on')}`,
      lastVisitAtMs: sql`${sql.placeholder('atMs')}`,
    })
    .where(eq(customerLookup.customerId, sql.placeholder('customerId')))
    .prepare(),
);
