import { sql } from 'drizzle-orm';
import { type ZFigures, zFigures } from '#shared/day-close/figures/z-figures.ts';
import type { ZRows } from '#shared/day-close/figures/z-rows.ts';
import type { FrozenZ } from '#shared/day-close/frozen-z.ts';
import { findRegisterName, getStore } from '../settings/find-settings.ts';
import { paperStore } from '../sales/receipt/paper-store.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { findSyncState } from '../write-path/sync-state.ts';
import { changeset } from '../write-path/tables.ts';
import { findLastZ } from './rows/find-last-z.ts';
import { type DrawerDay, findZRows } from './rows/find-z-rows.ts';
import { lastNumbersAfter, readNumbers } from './rows/read-numbers.ts';

/** What was counted, and by whom, when. */
export interface Count {
  readonly number: string;
  readonly openedBy: string;
  readonly closedAtMs: number;
  readonly closedBy: string;
  readonly expectedCents: number;
  readonly countedCents: number;
  readonly leftCents: number;
}

/** A drawer's day in rows and figures, so far or at its end. */
export interface DayReading {
  readonly rows: ZRows;
  readonly figures: ZFigures;
}

/** Reads and sums a drawer's day. `dayCloseNumber` is that of the close that ends it. */
export function readDay(
  db: ReadDb,
  drawer: DrawerDay,
  untilMs: number,
  dayCloseNumber?: string,
): DayReading {
  const last = findLastZ(db, drawer.registerId);
  const rows = findZRows(db, drawer, {
    ...readNumbers(db, drawer, last, dayCloseNumber),
    grandTotalBeforeCents: last.grandTotalCents,
    untilMs,
  });
  const figures = zFigures(rows);
  // Without a slip there is nothing to compare with.
  return { rows, figures: rows.batches.length === 0 ? { ...figures, batches: [] } : figures };
}

/** The Z of a day that was read and counted. `told` names the documents whose journals its accounts hold. */
export function freezeZ(
  db: ReadDb,
  drawer: DrawerDay,
  { rows, figures }: DayReading,
  { openedBy, closedBy, ...count }: Count,
  told: readonly string[],
): FrozenZ {
  return {
    form: 2,
    store: paperStore(db),
    registerName: findRegisterName(db, drawer.registerId),
    zone: getStore(db).zone,
    businessDate: drawer.businessDate,
    openedAtMs: drawer.openedAtMs,
    openedBy,
    closedBy,
    ...count,
    figures,
    lastNumbers: lastNumbersAfter(rows),
    unresolvedIds: unresolvedIn(rows),
    told,
    notSynced: countNotSynced(db),
  };
}

/** Payments of the day that stand, and nobody knows whether they were charged. M7. */
export function unresolvedIn({ payments, sales }: ZRows): readonly string[] {
  const voided = new Set(sales.filter((sale) => sale.voided).map((sale) => sale.saleId));
  return payments
    .filter(
      ({ state, reverses, saleId }) => state === 'unknown' && !reverses && !voided.has(saleId),
    )
    .map(({ paymentId }) => paymentId);
}

/** What no other register knows yet; null for a store that was never connected, where nothing waits. */
export function countNotSynced(db: ReadDb): number | null {
  if (findSyncState(db).pulledAtMs === null) return null;
  return waiting(db).get()?.count ?? 0;
}

const waiting = prepared((orm) =>
  orm
    .select({ count: sql<number>`count(*)` })
    .from(changeset)
    .where(sql`${changeset.state} = 'pending' and ${changeset.state} <> 'acked'`)
    .prepare(),
);
