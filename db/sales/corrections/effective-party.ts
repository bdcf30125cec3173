import { and, desc, eq, sql } from 'drizzle-orm';
import type { CustomerId, StaffId } from '#shared/ids.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { saleCorrection } from '../after-sale-tables.ts';

/** Whose sale it is: as it was rung up, or as it was corrected last. */
export interface SaleParty {
  readonly customerId: CustomerId | null;
  readonly soldBy: StaffId;
  /** When the tender, the salesperson or the customer was last corrected; null: never. */
  readonly correctedAtMs: number | null;
}

/**
 * The customer and the salesperson that count for a sale: those of the newest correction that says so, else those it was
 * rung up with. The sale itself stands as it is, so everything that shows or counts people asks here.
 */
export function effectiveParty(
  db: ReadDb,
  sale: { readonly id: string; readonly customerId: string | null; readonly soldBy: string },
): SaleParty {
  const corrections = listCorrections(db, sale.id);
  const customer = corrections.find(({ kind }) => kind === 'customer');
  const seller = corrections.find(({ kind }) => kind === 'sold_by');
  return {
    customerId: (customer ? customer.customerId : sale.customerId) as CustomerId | null,
    soldBy: (seller?.soldBy ?? sale.soldBy) as StaffId,
    correctedAtMs: corrections[0]?.atMs ?? null,
  };
}

/** All corrections of a sale, newest first. */
export function listCorrections(db: ReadDb, saleId: string) {
  return correctionsOf(db).all({ storeId: db.storeId, saleId });
}

/** Newest first. Of two in one millisecond the later id counts, so that every register says the same. */
const correctionsOf = prepared((orm) =>
  orm
    .select()
    .from(saleCorrection)
    .where(
      and(
        eq(saleCorrection.storeId, sql.placeholder('storeId')),
        eq(saleCorrection.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(desc(saleCorrection.atMs), desc(saleCorrection.id))
    .prepare(),
);
