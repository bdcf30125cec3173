import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { DrawerSessionId, StaffId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { BusinessDate } from '#shared/time.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { changeset } from '../write-path/tables.ts';
import { dayClose, drawerMovement, drawerSession } from './tables.ts';

/** A drawer that was opened and not closed yet. */
export interface OpenDrawerRow {
  readonly drawerSessionId: DrawerSessionId;
  readonly businessDate: BusinessDate;
  readonly openedAtMs: number;
  readonly openedBy: StaffId;
  readonly floatCents: Cents;
}

/** Cash that moved outside a sale. */
export type DrawerMovementRow = typeof drawerMovement.$inferSelect;

/** The open drawer of a register: the session without a day close. One indexed read, because every sale asks. */
export function openDrawerOf(db: ReadDb, registerId: string): OpenDrawerRow | undefined {
  const row = openSession(db).get({ storeId: db.storeId, registerId });
  if (!row) return undefined;
  return {
    drawerSessionId: row.id as DrawerSessionId,
    businessDate: row.businessDate as BusinessDate,
    openedAtMs: row.openedAtMs,
    openedBy: row.staffId as StaffId,
    floatCents: row.floatCents as Cents,
  };
}

/** Whether a drawer was counted and closed, as far as this register knows. */
export function isDrawerClosed(db: ReadDb, drawerSessionId: string): boolean {
  return closeOf(db).get({ storeId: db.storeId, drawerSessionId }) !== undefined;
}

/** The register whose drawer it is or was; undefined while the session has not arrived here. */
export function findRegisterOfDrawer(db: ReadDb, drawerSessionId: string): string | undefined {
  return sessionById(db).get({ storeId: db.storeId, id: drawerSessionId })?.registerId;
}

/** Paid in, paid out, drops and no-sales of a drawer, in their order. */
export function listMovements(db: ReadDb, drawerSessionId: string): readonly DrawerMovementRow[] {
  return movementsOf(db).all({ storeId: db.storeId, drawerSessionId });
}

/** What the last close of this register left in the drawer: the float proposed next. */
export function findLastLeft(db: ReadDb, registerId: string): Cents | undefined {
  return findLastClose(db, registerId)?.leftCents;
}

/** The last close of a register. */
export function findLastClose(
  db: ReadDb,
  registerId: string,
): { readonly dayCloseId: string; readonly number: string; readonly leftCents: Cents } | undefined {
  const row = lastClose(db).get({ storeId: db.storeId, registerId });
  return row && { ...row, leftCents: row.leftCents as Cents };
}

/**
 * True when the clock stands more than five minutes before the newest stored fact. The newest stamp of the log knows
 * that time even when the clock was set back since, because stamps never run backwards.
 */
export function isClockUnsure(db: ReadDb, nowMs: number): boolean {
  const newest = newestStamp(db).get();
  if (!newest) return false;
  const newestMs = Number.parseInt(newest.hlc.slice(0, 12), 16);
  return nowMs < newestMs - CLOCK_SLACK_MS;
}

/** Clocks are corrected by seconds all day; that is no reason for a banner. */
const CLOCK_SLACK_MS = 5 * 60_000;

const mine = and(
  eq(drawerSession.storeId, sql.placeholder('storeId')),
  eq(drawerSession.registerId, sql.placeholder('registerId')),
);

const openSession = prepared((orm) =>
  orm
    .select()
    .from(drawerSession)
    .where(
      and(
        mine,
        sql`not exists (select 1 from ${dayClose} where ${dayClose.storeId} = ${drawerSession.storeId}
          and ${dayClose.drawerSessionId} = ${drawerSession.id})`,
      ),
    )
    .orderBy(desc(drawerSession.openedAtMs))
    .limit(1)
    .prepare(),
);

const movementsOf = prepared((orm) =>
  orm
    .select()
    .from(drawerMovement)
    .where(
      and(
        eq(drawerMovement.storeId, sql.placeholder('storeId')),
        eq(drawerMovement.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .orderBy(asc(drawerMovement.atMs), asc(drawerMovement.id))
    .prepare(),
);

const sessionById = prepared((orm) =>
  orm
    .select({ registerId: drawerSession.registerId })
    .from(drawerSession)
    .where(
      and(
        eq(drawerSession.storeId, sql.placeholder('storeId')),
        eq(drawerSession.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const closeOf = prepared((orm) =>
  orm
    .select({ id: dayClose.id })
    .from(dayClose)
    .where(
      and(
        eq(dayClose.storeId, sql.placeholder('storeId')),
        eq(dayClose.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .limit(1)
    .prepare(),
);

const series = sql`substr(${dayClose.number}, 1, instr(${dayClose.number}, '-') - 1)`;
const counter = sql`cast(substr(${dayClose.number}, instr(${dayClose.number}, '-') + 1) as integer)`;

/**
 * Of several closes of one business date the last, by its number and not by the clock: after a day that was closed with
 * the clock years ahead, all days count for its date, and their times run behind it. I12.
 */
const laterNumberFirst = [desc(sql`length(${series})`), desc(series), desc(counter)];

const lastClose = prepared((orm) =>
  orm
    .select({
      dayCloseId: dayClose.id,
      number: dayClose.number,
      leftCents: dayClose.leftCents,
    })
    .from(dayClose)
    .where(
      and(
        eq(dayClose.storeId, sql.placeholder('storeId')),
        eq(dayClose.registerId, sql.placeholder('registerId')),
      ),
    )
    .orderBy(desc(dayClose.businessDate), ...laterNumberFirst)
    .limit(1)
    .prepare(),
);

const newestStamp = prepared((orm) =>
  orm.select({ hlc: changeset.hlc }).from(changeset).orderBy(desc(changeset.n)).limit(1).prepare(),
);
