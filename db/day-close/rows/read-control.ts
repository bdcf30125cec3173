import { and, asc, eq, sql } from 'drizzle-orm';
import type { ZBatch, ZCorrection } from '#shared/day-close/figures/z-rows.ts';
import type { DayCloseMovement, DayCloseOverride } from '#shared/documents/day-close-paper.ts';
import { listMovements } from '../../drawer/find-drawer.ts';
import { drawerMovement, terminalBatch } from '../../drawer/tables.ts';
import { saleCorrection } from '../../sales/after-sale-tables.ts';
import { sale, saleLine, saleVoid } from '../../sales/tables.ts';
import { overrideGrant } from '../../staff/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';

// Words and names are not in these rows: `by` is the id of a person, `reason` that of the row that holds the words.

/** Cash that moved beside sales, and every opening without one. */
export function readMovements(db: ReadDb, drawerSessionId: string): readonly DayCloseMovement[] {
  return listMovements(db, drawerSessionId).map(
    ({ id, kind, amountCents, atMs, staffId, reasonCode }) => ({
      kind,
      amountCents,
      atMs,
      by: staffId,
      reason: id,
      ...(reasonCode !== null && { reasonCode }),
    }),
  );
}

/** What was corrected in this drawer's day, of sales of any day. */
export function readCorrections(db: ReadDb, drawerSessionId: string): readonly ZCorrection[] {
  return correctionsOf(db).all({ storeId: db.storeId, drawerSessionId });
}

/** A terminal's batch with why it is off; the words are those of row `reason`. */
export interface StoredBatch extends ZBatch {
  readonly count: number;
  readonly by: string;
  readonly atMs: number;
  readonly reason: string;
}

/** What each terminal said last of each brand. */
export function readBatches(db: ReadDb, drawerSessionId: string): readonly StoredBatch[] {
  const newest = new Map(
    batchesOf(db)
      .all({ storeId: db.storeId, drawerSessionId })
      .map((row) => [JSON.stringify([row.terminal, row.brand]), row]),
  );
  return [...newest.values()];
}

/**
 * The acts of this drawer that somebody else allowed with a PIN. An override that no row names (a refund by another
 * tender) is told by every drawer that was open on its day when it was given.
 */
export function readOverrides(
  db: ReadDb,
  drawer: { readonly drawerSessionId: string; readonly businessDate: string },
  openMs: { readonly from: number; readonly to: number },
): readonly DayCloseOverride[] {
  const { drawerSessionId, businessDate } = drawer;
  const key = { storeId: db.storeId, drawerSessionId, businessDate, ...openMs };
  return overridesOf(db)
    .all(key)
    .map(({ permission, ...row }) => ({ what: WHAT[permission] ?? 'other', ...row }));
}

const WHAT: Readonly<Record<string, DayCloseOverride['what']>> = {
  'sales.changePrice': 'price',
  'sales.void': 'void',
  'sales.blindReturn': 'return',
  'sales.refundOther': 'tender',
  'sales.correct': 'correction',
  'drawer.payOut': 'drawer',
};

const correctionsOf = prepared((orm) =>
  orm
    .select({
      number: sale.number,
      kind: saleCorrection.kind,
      by: saleCorrection.staffId,
      atMs: saleCorrection.atMs,
    })
    .from(saleCorrection)
    .innerJoin(
      sale,
      and(eq(sale.storeId, saleCorrection.storeId), eq(sale.id, saleCorrection.saleId)),
    )
    .where(
      and(
        eq(saleCorrection.storeId, sql.placeholder('storeId')),
        eq(saleCorrection.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .orderBy(asc(saleCorrection.atMs), asc(saleCorrection.id))
    .prepare(),
);

const batchesOf = prepared((orm) =>
  orm
    .select({
      terminal: terminalBatch.terminal,
      brand: terminalBatch.brand,
      batchCents: terminalBatch.amountCents,
      count: terminalBatch.count,
      by: terminalBatch.staffId,
      atMs: terminalBatch.atMs,
      reason: terminalBatch.id,
    })
    .from(terminalBatch)
    .where(
      and(
        eq(terminalBatch.storeId, sql.placeholder('storeId')),
        eq(terminalBatch.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .orderBy(asc(terminalBatch.atMs), asc(terminalBatch.id))
    .prepare(),
);

const store = sql.placeholder('storeId');
const drawerId = sql.placeholder('drawerSessionId');

/** Ids of overrides that rows of the drawer name, and of those that no row ever names. */
const told = sql`
  select ${sale.overrideId} from ${sale} where ${sale.storeId} = ${store} and ${sale.drawerSessionId} = ${drawerId}
  union select ${saleLine.overrideId} from ${sale} join ${saleLine} on ${saleLine.storeId} = ${sale.storeId} and ${saleLine.saleId} = ${sale.id}
    where ${sale.storeId} = ${store} and ${sale.drawerSessionId} = ${drawerId}
  union select ${saleVoid.overrideId} from ${saleVoid} where ${saleVoid.storeId} = ${store} and ${saleVoid.drawerSessionId} = ${drawerId}
  union select ${drawerMovement.overrideId} from ${drawerMovement} where ${drawerMovement.storeId} = ${store} and ${drawerMovement.drawerSessionId} = ${drawerId}
  union select ${saleCorrection.overrideId} from ${saleCorrection} where ${saleCorrection.storeId} = ${store} and ${saleCorrection.drawerSessionId} = ${drawerId}
  union select unnamed.id from ${overrideGrant} unnamed where unnamed.store_id = ${store} and unnamed.business_date = ${sql.placeholder('businessDate')}
    and unnamed.permission = 'sales.refundOther' and unnamed.at_ms between ${sql.placeholder('from')} and ${sql.placeholder('to')}`;

const overrideColumns = {
  permission: overrideGrant.permission,
  by: overrideGrant.grantedBy,
  asker: overrideGrant.requestedBy,
  atMs: overrideGrant.atMs,
  reason: overrideGrant.id,
};

const overridesOf = prepared((orm) =>
  orm
    .select(overrideColumns)
    .from(overrideGrant)
    .where(and(eq(overrideGrant.storeId, store), sql`${overrideGrant.id} in (${told})`))
    .orderBy(asc(overrideGrant.atMs), asc(overrideGrant.id))
    .prepare(),
);
