import { and, eq, sql } from 'drizzle-orm';
import { sale, saleVoid } from '../sales/tables.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';

/** How many sales of a drawer stand. */
export function countSales(db: ReadDb, drawerSessionId: string): number {
  return standingSales(db).get({ storeId: db.storeId, drawerSessionId })?.count ?? 0;
}

const standingSales = prepared((orm) =>
  orm
    .select({ count: sql<number>`count(*)` })
    .from(sale)
    .where(
      and(
        eq(sale.storeId, sql.placeholder('storeId')),
        eq(sale.drawerSessionId, sql.placeholder('drawerSessionId')),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${sale.storeId}
          and ${saleVoid.saleId} = ${sale.id})`,
      ),
    )
    .prepare(),
);
