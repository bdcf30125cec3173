import { and, eq, sql } from 'drizzle-orm';
import { type FrozenZ, isFrozenZ } from '#shared/day-close/frozen-z.ts';
import { findLastClose } from '../../drawer/find-drawer.ts';
import { dayClose, daySupplement } from '../../drawer/tables.ts';
import { findClose } from '../find-closes.ts';
import { readFrozenSupplement } from '../supplements/frozen-supplement.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';

/** What the day before hands to the next one. */
export interface LastZ {
  /** Undefined before the first close of this form. */
  readonly frozen: FrozenZ | undefined;
  /** All sales of the register until then, with what came late since; in cents. */
  readonly grandTotalCents: number;
  /** Whether the register had closed a day at all. */
  readonly hasClosed: boolean;
}

/** The last close of a register. */
export function findLastZ(db: ReadDb, registerId: string): LastZ {
  const last = findLastClose(db, registerId);
  const row = last && findClose(db, last.dayCloseId);
  if (!row) return { frozen: undefined, grandTotalCents: 0, hasClosed: false };
  const stored: object = JSON.parse(row.figures);
  if (!isFrozenZ(stored)) {
    const grandTotalCents = totalBefore(db).get({ storeId: db.storeId, registerId })?.cents ?? 0;
    return { frozen: undefined, grandTotalCents, hasClosed: true };
  }
  return {
    frozen: stored,
    grandTotalCents: stored.figures.grandTotalCents + lateSince(db, stored.number),
    hasClosed: true,
  };
}

/** What supplements told between one Z and the next. */
function lateSince(db: ReadDb, number: string): number {
  return supplementsAfter(db)
    .all({ storeId: db.storeId, number })
    .reduce((sum, { figures }) => sum + readFrozenSupplement(figures).totalCents, 0);
}

/** Zs of before this form told no grand total: once, the sum of what they told. */
const totalBefore = prepared((orm) =>
  orm
    .select({ cents: sql<number>`coalesce(sum(${dayClose.figures} ->> 'totalCents'), 0)` })
    .from(dayClose)
    .where(
      and(
        eq(dayClose.storeId, sql.placeholder('storeId')),
        eq(dayClose.registerId, sql.placeholder('registerId')),
      ),
    )
    .prepare(),
);

const supplementsAfter = prepared((orm) =>
  orm
    .select({ figures: daySupplement.figures })
    .from(daySupplement)
    .where(
      and(
        eq(daySupplement.storeId, sql.placeholder('storeId')),
        sql`${daySupplement.figures} ->> 'afterZ' = ${sql.placeholder('number')}`,
      ),
    )
    .prepare(),
);
