import { and, eq, max, sql } from 'drizzle-orm';
import { type BusinessDate, dateInZone } from '#shared/time.ts';
import { getStore } from '../settings/find-settings.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { openDrawerOf } from './find-drawer.ts';
import { dayClose, drawerSession } from './tables.ts';

export interface OpeningDate {
  readonly businessDate: BusinessDate;
  /** True when the clock stands before the last closed day: the date is that day's, and times are unsure. */
  readonly beforeLastClose: boolean;
}

/** The business date that facts of this register carry now: the open drawer's, else the one it would open with. */
export function businessDateNow(db: ReadDb, registerId: string, nowMs: number): BusinessDate {
  return (
    openDrawerOf(db, registerId)?.businessDate ?? openingDate(db, registerId, nowMs).businessDate
  );
}

/**
 * The date a drawer opened now would count for: today in the store's zone, but never before the last day that this
 * register closed (docs/rules.md, The log). A wrong clock stops nobody from opening.
 */
export function openingDate(db: ReadDb, registerId: string, nowMs: number): OpeningDate {
  const today = dateInZone(nowMs, getStore(db).zone);
  const lastClosed = lastClosedDate(db).get({ storeId: db.storeId, registerId })?.businessDate;
  if (lastClosed === null || lastClosed === undefined || lastClosed <= today)
    return { businessDate: today, beforeLastClose: false };
  return { businessDate: lastClosed as BusinessDate, beforeLastClose: true };
}

// Through the sessions: their rows are small, a Z's are not.
const lastClosedDate = prepared((orm) =>
  orm
    .select({ businessDate: max(drawerSession.businessDate) })
    .from(drawerSession)
    .where(
      and(
        eq(drawerSession.storeId, sql.placeholder('storeId')),
        eq(drawerSession.registerId, sql.placeholder('registerId')),
        sql`exists (select 1 from ${dayClose} where ${dayClose.storeId} = ${drawerSession.storeId}
          and ${dayClose.drawerSessionId} = ${drawerSession.id})`,
      ),
    )
    .prepare(),
);
