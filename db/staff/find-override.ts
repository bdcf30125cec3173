import { and, eq, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { overrideGrant } from './tables.ts';

/** A grant as it was stored; amounts in cents. */
export type OverrideGrant = typeof overrideGrant.$inferSelect;

/** The grant that an act names; undefined for one this store never gave. */
export function findOverride(db: ReadDb, overrideId: string): OverrideGrant | undefined {
  return overrideById(db).get({ storeId: db.storeId, id: overrideId });
}

const overrideById = prepared((orm) =>
  orm
    .select()
    .from(overrideGrant)
    .where(
      and(
        eq(overrideGrant.storeId, sql.placeholder('storeId')),
        eq(overrideGrant.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
