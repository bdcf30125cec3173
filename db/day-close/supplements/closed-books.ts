import { supplementRows } from '#shared/day-close/figures/supplement.ts';
import { isFrozenZ } from '#shared/day-close/frozen-z.ts';
import type { JournalRow } from '#shared/journal/journal-row.ts';
import { sessionTotals } from '../../journal/list-journal.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { type DayCloseRow, listSupplements } from '../find-closes.ts';
import { readFrozenSupplement } from './frozen-supplement.ts';

/** Frozen totals by account out of their row. */
export function readAccounts(accounts: string): readonly JournalRow[] {
  return JSON.parse(accounts);
}

/**
 * What the books of a closed day hold that neither its Z nor its supplements told; no rows: nothing came late. A Z of
 * before the books were kept told nothing of them, and what is booked of its day since is not late. M2.
 */
export function lateRows(db: ReadDb, close: DayCloseRow): readonly JournalRow[] {
  if (!isFrozenZ(JSON.parse(close.figures))) return [];
  return supplementRows({
    frozen: readAccounts(close.accounts),
    supplements: listSupplements(db, close.id).map(
      ({ figures }) => readFrozenSupplement(figures).accounts,
    ),
    now: [sessionTotals(db, close.drawerSessionId)],
  });
}

/** Whether a supplement of a closed day is to be made. */
export function isLate(db: ReadDb, close: DayCloseRow): boolean {
  return lateRows(db, close).length > 0;
}
