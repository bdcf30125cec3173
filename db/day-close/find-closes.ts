import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { dayClose, daySupplement } from '../drawer/tables.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';

export type DayCloseRow = typeof dayClose.$inferSelect;
export type SupplementRow = typeof daySupplement.$inferSelect;

/** A closed day as stored; undefined when there is none. */
export function findClose(db: ReadDb, dayCloseId: string): DayCloseRow | undefined {
  return closeById(db).get({ storeId: db.storeId, id: dayCloseId });
}

/** Closed days, newest first: of one register, or of all. */
export function listCloses(
  db: ReadDb,
  limit: number,
  registerId: string | null = null,
): readonly DayCloseRow[] {
  return newestCloses(db).all({ storeId: db.storeId, registerId, limit });
}

/** The supplements of a closed day, in the order in which they were made. */
export function listSupplements(db: ReadDb, dayCloseId: string): readonly SupplementRow[] {
  return supplementsOf(db).all({ storeId: db.storeId, dayCloseId });
}

/** One supplement as stored; undefined when there is none. */
export function findSupplementRow(db: ReadDb, supplementId: string): SupplementRow | undefined {
  return supplementById(db).get({ storeId: db.storeId, id: supplementId });
}

const closeById = prepared((orm) =>
  orm
    .select()
    .from(dayClose)
    .where(
      and(eq(dayClose.storeId, sql.placeholder('storeId')), eq(dayClose.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const newestCloses = prepared((orm) =>
  orm
    .select()
    .from(dayClose)
    .where(
      and(
        eq(dayClose.storeId, sql.placeholder('storeId')),
        sql`${dayClose.registerId} = coalesce(${sql.placeholder('registerId')}, ${dayClose.registerId})`,
      ),
    )
    .orderBy(desc(dayClose.businessDate), desc(dayClose.closedAtMs))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const supplementsOf = prepared((orm) =>
  orm
    .select()
    .from(daySupplement)
    .where(
      and(
        eq(daySupplement.storeId, sql.placeholder('storeId')),
        eq(daySupplement.dayCloseId, sql.placeholder('dayCloseId')),
      ),
    )
    .orderBy(asc(daySupplement.k), asc(daySupplement.id))
    .prepare(),
);

const supplementById = prepared((orm) =>
  orm
    .select()
    .from(daySupplement)
    .where(
      and(
        eq(daySupplement.storeId, sql.placeholder('storeId')),
        eq(daySupplement.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
