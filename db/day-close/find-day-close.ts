import type { DayCloseSummary, DrawerState } from '#shared/day-close/contract.ts';
import { expectedCash } from '#shared/day-close/figures/expected-cash.ts';
import { isFrozenZ } from '#shared/day-close/frozen-z.ts';
import type { DayCloseFacts } from '#shared/documents/day-close-paper.ts';
import type { Cents } from '#shared/money.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import {
  findLastLeft,
  listMovements,
  type OpenDrawerRow,
  openDrawerOf,
} from '../drawer/find-drawer.ts';
import { paperStore } from '../sales/receipt/paper-store.ts';
import { findRegisterName, getStore } from '../settings/find-settings.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import { countSales } from './count-sales.ts';
import { type DayCloseRow, findClose, listCloses, listSupplements } from './find-closes.ts';
import { countNotSynced, readDay } from './freeze-z.ts';
import { isLate, readAccounts } from './supplements/closed-books.ts';
import { initialsOf, namedFigures, thawZ } from './thaw-z.ts';

/** What a paper says of itself, apart from its figures. */
export interface PaperMarks {
  readonly copy: boolean;
  readonly demo: boolean;
}

/** Who reads, where and when. */
export interface Reading {
  readonly registerId: string;
  readonly staffId: string;
  readonly nowMs: number;
}

/** The drawer of a register as its screen shows it. What is expected in it is not told. */
export function getDrawerState(db: ReadDb, registerId: string, nowMs: number): DrawerState {
  const drawer = openDrawerOf(db, registerId);
  return {
    open: drawer ? openState(db, drawer) : null,
    lastLeftCents: findLastLeft(db, registerId) ?? null,
    today: businessDateNow(db, registerId, nowMs),
  };
}

function openState(db: ReadDb, drawer: OpenDrawerRow): DrawerState['open'] {
  return {
    drawerSessionId: drawer.drawerSessionId,
    businessDate: drawer.businessDate,
    openedAtMs: drawer.openedAtMs,
    openedBy: initialsOf(db, drawer.openedBy),
    floatCents: drawer.floatCents,
    saleCount: countSales(db, drawer.drawerSessionId),
    movements: listMovements(db, drawer.drawerSessionId).map((row) => ({
      kind: row.kind,
      amountCents: row.amountCents as Cents,
      reasonCode: row.reasonCode,
      reason: row.reason,
      by: initialsOf(db, row.staffId),
      atMs: row.atMs,
    })),
  };
}

/**
 * The X: the open drawer's figures so far; undefined while it is closed. For who may read day closes, and not for who
 * counts: what cash came in follows from the totals and the other tenders, whatever line is left out.
 */
export function findX(
  db: ReadDb,
  { registerId, staffId, nowMs, demo }: Reading & { readonly demo: boolean },
): DayCloseFacts | undefined {
  const drawer = openDrawerOf(db, registerId);
  if (!drawer) return undefined;
  const { figures } = readDay(db, { ...drawer, registerId }, nowMs);
  const notSynced = countNotSynced(db);
  return {
    report: 'X',
    store: paperStore(db),
    registerName: findRegisterName(db, registerId),
    zone: getStore(db).zone,
    businessDate: drawer.businessDate,
    openedAtMs: drawer.openedAtMs,
    openedBy: initialsOf(db, drawer.openedBy),
    closedAtMs: nowMs,
    closedBy: initialsOf(db, staffId),
    ...namedFigures(db, figures),
    expectedCents: expectedCash(figures),
    ...(notSynced !== null && { notSynced }),
    copy: false,
    demo,
  };
}

/**
 * A Z as it was frozen when the day was closed. Only the marks of the paper are new, the numbers of the supplements that
 * came since, and the names and words, which are read where they lie.
 */
export function findZ(
  db: ReadDb,
  dayCloseId: string,
  marks: PaperMarks,
): DayCloseFacts | undefined {
  const row = findClose(db, dayCloseId);
  if (!row) return undefined;
  const supplements = listSupplements(db, dayCloseId).map(({ number }) => number);
  return { ...shownZ(db, row), ...(supplements.length > 0 && { supplements }), ...marks };
}

function shownZ(db: ReadDb, row: DayCloseRow): Omit<DayCloseFacts, 'copy' | 'demo'> {
  const stored: object = JSON.parse(row.figures);
  if (!isFrozenZ(stored)) return stored as DayCloseFacts;
  return thawZ(db, stored, { dayCloseId: row.id, accounts: readAccounts(row.accounts) });
}

/** Closed days, newest first. Of those of `registerId` it is told whether something of them came late. */
export function listDayCloses(
  db: ReadDb,
  limit: number,
  registerId: string,
): readonly DayCloseSummary[] {
  return listCloses(db, limit).map((row) => ({
    dayCloseId: row.id,
    number: row.number,
    registerName: findRegisterName(db, row.registerId),
    businessDate: row.businessDate,
    closedAtMs: row.closedAtMs,
    countedCents: row.countedCents as Cents,
    expectedCents: row.expectedCents as Cents,
    overShortCents: row.overShortCents as Cents,
    supplements: listSupplements(db, row.id).map(({ id, number }) => ({
      supplementId: id,
      number,
    })),
    late: row.registerId === registerId && isLate(db, row),
  }));
}
