import { and, asc, eq, sql } from 'drizzle-orm';
import type { StaffId } from '#shared/ids.ts';
import type { SalesShare } from '#shared/sales/cart.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { commissionShare } from '../after-sale-tables.ts';
import { saleLine } from '../tables.ts';

/** What one person earns on a line by all that was written down of it: a correction turns round and adds. */
export interface LineShare {
  readonly staffId: string;
  readonly sharePpm: number;
  /** Negative where the line takes back. */
  readonly baseCents: number;
}

/** Who earns on each line of a sale, by line. People who were corrected away are not among them. */
export function sharesByLine(
  db: ReadDb,
  saleId: string,
): ReadonlyMap<string, readonly LineShare[]> {
  const byLine = Map.groupBy(
    sharesOfSale(db).all({ storeId: db.storeId, saleId }),
    (row) => row.saleLineId,
  );
  return new Map([...byLine].map(([lineId, rows]) => [lineId, netShares(rows)]));
}

/** Who shares a sale now: by its first line that anybody earns on and that takes nothing back; empty where there is none. */
export function sharesOfWholeSale(db: ReadDb, saleId: string): readonly SalesShare[] {
  for (const shares of sharesByLine(db, saleId).values()) {
    const sold = shares.filter(({ baseCents }) => baseCents > 0);
    if (sold.length > 0)
      return sold.map(({ staffId, sharePpm }) => ({ staffId: staffId as StaffId, sharePpm }));
  }
  return [];
}

interface ShareRow extends LineShare {
  readonly saleLineId: string;
}

/** In the order in which people were written down last: the first of them is who it is sold by. */
function netShares(rows: readonly ShareRow[]): readonly LineShare[] {
  const way = Math.sign(rows.find(({ baseCents }) => baseCents !== 0)?.baseCents ?? 0);
  const people = new Map<string, LineShare>();
  for (const { staffId, sharePpm, baseCents } of rows) {
    const before = people.get(staffId);
    people.delete(staffId);
    people.set(staffId, {
      staffId,
      sharePpm: (before?.sharePpm ?? 0) + way * Math.sign(baseCents) * sharePpm,
      baseCents: (before?.baseCents ?? 0) + baseCents,
    });
  }
  return [...people.values()].filter(({ sharePpm, baseCents }) => sharePpm > 0 || baseCents !== 0);
}

/** In the order of the lines, and of what was written down of each. */
const sharesOfSale = prepared((orm) =>
  orm
    .select({
      saleLineId: commissionShare.saleLineId,
      staffId: commissionShare.staffId,
      sharePpm: commissionShare.sharePpm,
      baseCents: commissionShare.baseCents,
    })
    .from(commissionShare)
    .innerJoin(
      saleLine,
      and(
        eq(saleLine.storeId, commissionShare.storeId),
        eq(saleLine.id, commissionShare.saleLineId),
      ),
    )
    .where(
      and(
        eq(commissionShare.storeId, sql.placeholder('storeId')),
        eq(commissionShare.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(asc(saleLine.position), asc(commissionShare.id))
    .prepare(),
);
