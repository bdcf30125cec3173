import { and, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { financeProvider } from '../counter-tables.ts';

export type ProviderRow = typeof financeProvider.$inferSelect;

/** A lender or lessor by its id, one taken out of use too: what it paid stands, and goes back to it. */
export function findAnyProvider(db: ReadDb, providerId: string): ProviderRow | undefined {
  return anyProviderById(db).get({ storeId: db.storeId, id: providerId });
}

/** A lender or lessor in use; undefined for one taken out of use. */
export function findProvider(db: ReadDb, providerId: string): ProviderRow | undefined {
  return providerById(db).get({ storeId: db.storeId, id: providerId });
}

/** All in use, by name. */
export function listProviders(db: ReadDb): readonly ProviderRow[] {
  return providers(db).all({ storeId: db.storeId });
}

const inUse = and(
  eq(financeProvider.storeId, sql.placeholder('storeId')),
  isNull(financeProvider.archivedAtMs),
);

const providerById = prepared((orm) =>
  orm
    .select()
    .from(financeProvider)
    .where(and(inUse, eq(financeProvider.id, sql.placeholder('id'))))
    .prepare(),
);

const anyProviderById = prepared((orm) =>
  orm
    .select()
    .from(financeProvider)
    .where(
      and(
        eq(financeProvider.storeId, sql.placeholder('storeId')),
        eq(financeProvider.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const providers = prepared((orm) =>
  orm.select().from(financeProvider).where(inUse).orderBy(financeProvider.name).prepare(),
);
