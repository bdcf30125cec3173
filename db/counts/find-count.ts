import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CountId, CountScope, CountSummary } from '#shared/stock/counts/contract.ts';
import { findStaff } from '../staff/find-staff.ts';
import { findPlace } from '../stock/places/find-places.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { countClose, countScan, stockCount } from './tables.ts';

export type CountRecord = typeof stockCount.$inferSelect;
export type CloseRecord = typeof countClose.$inferSelect;

/** A count by its id. */
export function findCountRow(db: ReadDb, countId: string): CountRecord | undefined {
  return countById(db).get({ storeId: db.storeId, countId });
}

/**
 * The close of a count that stands: of two that registers made apart, the earlier by its own time, and by its id where
 * they are of one moment. The other changes nothing that the first has not done.
 */
export function findCountClose(db: ReadDb, countId: string): CloseRecord | undefined {
  return closesOf(db).all({ storeId: db.storeId, countId })[0];
}

/** What is counted. */
export function scopeOf({ scope }: CountRecord): CountScope {
  // Parsing: only `startCount` writes it.
  return JSON.parse(scope) as CountScope;
}

/** Counts, the newest first. */
export function listCounts(
  db: ReadDb,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly rows: readonly CountSummary[]; readonly total: number } {
  const rows = allCounts(db).all({ storeId: db.storeId, limit, offset });
  const total = countCounts(db).get({ storeId: db.storeId })?.n ?? 0;
  return { rows: rows.map((row) => summaryOfCount(db, row)), total };
}

/** A count in the words of a list. */
export function summaryOfCount(db: ReadDb, row: CountRecord): CountSummary {
  const close = findCountClose(db, row.id);
  const scope = scopeOf(row);
  return {
    countId: row.id as CountId,
    number: row.number,
    scope,
    placeNames: scope.placeIds.map((id) => findPlace(db, id)?.name ?? ''),
    businessDate: row.businessDate,
    startedBy: nameOf(db, row.staffId),
    startedAtMs: row.atMs,
    closed: close
      ? { by: nameOf(db, close.staffId), atMs: close.atMs, businessDate: close.businessDate }
      : null,
    scanCount: scansOf(db).get({ storeId: db.storeId, countId: row.id })?.n ?? 0,
  };
}

const nameOf = (db: ReadDb, staffId: string) => findStaff(db, staffId)?.name ?? '';
const ofCount = sql.placeholder('countId');
const ofStore = sql.placeholder('storeId');

const countById = prepared((orm) =>
  orm
    .select()
    .from(stockCount)
    .where(and(eq(stockCount.storeId, ofStore), eq(stockCount.id, ofCount)))
    .prepare(),
);

const closesOf = prepared((orm) =>
  orm
    .select()
    .from(countClose)
    .where(and(eq(countClose.storeId, ofStore), eq(countClose.countId, ofCount)))
    .orderBy(asc(countClose.atMs), asc(countClose.id))
    .prepare(),
);

const allCounts = prepared((orm) =>
  orm
    .select()
    .from(stockCount)
    .where(eq(stockCount.storeId, ofStore))
    .orderBy(desc(stockCount.businessDate), desc(stockCount.atMs), desc(stockCount.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countCounts = prepared((orm) =>
  orm
    .select({ n: sql<number>`count(*)` })
    .from(stockCount)
    .where(eq(stockCount.storeId, ofStore))
    .prepare(),
);

const scansOf = prepared((orm) =>
  orm
    .select({ n: sql<number>`count(*)` })
    .from(countScan)
    .where(and(eq(countScan.storeId, ofStore), eq(countScan.countId, ofCount)))
    .prepare(),
);
