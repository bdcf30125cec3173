import { and, asc, eq, sql } from 'drizzle-orm';
import {
  postDayCloseJournal,
  postMovementJournal,
  postOpeningJournal,
} from '../../drawer/post-drawer-journal.ts';
import { dayClose, drawerMovement, drawerSession } from '../../drawer/tables.ts';
import { idsIn, type TouchedCells } from '../../review/touched-rows.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import type { Deriver } from './deriver.ts';
import { postOrClear } from './post-or-clear.ts';

const bySession = (row: TouchedCells) => idsIn(row, 'drawerSessionId');

/** The journals of a drawer's day: the session says at which register and on which day all of them stand. */
export const drawerJournalDeriver: Deriver = {
  subjectsOf: {
    drawer_session: (row) => idsIn(row, 'id'),
    drawer_movement: bySession,
    day_close: bySession,
  },
  rebuild(tx: WriteTx, drawerSessionId: string): void {
    const key = { storeId: tx.storeId, drawerSessionId };
    for (const { id } of sessionOf(tx).all(key))
      postOrClear(tx, 'drawer_session', id, postOpeningJournal);
    for (const { id } of movementsOf(tx).all(key))
      postOrClear(tx, 'drawer_movement', id, postMovementJournal);
    for (const { id } of closesOf(tx).all(key))
      postOrClear(tx, 'day_close', id, postDayCloseJournal);
  },
};

const sessionOf = prepared((orm) =>
  orm
    .select({ id: drawerSession.id })
    .from(drawerSession)
    .where(
      and(
        eq(drawerSession.storeId, sql.placeholder('storeId')),
        eq(drawerSession.id, sql.placeholder('drawerSessionId')),
      ),
    )
    .prepare(),
);

const movementsOf = prepared((orm) =>
  orm
    .select({ id: drawerMovement.id })
    .from(drawerMovement)
    .where(
      and(
        eq(drawerMovement.storeId, sql.placeholder('storeId')),
        eq(drawerMovement.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .orderBy(asc(drawerMovement.id))
    .prepare(),
);

const closesOf = prepared((orm) =>
  orm
    .select({ id: dayClose.id })
    .from(dayClose)
    .where(
      and(
        eq(dayClose.storeId, sql.placeholder('storeId')),
        eq(dayClose.drawerSessionId, sql.placeholder('drawerSessionId')),
      ),
    )
    .orderBy(asc(dayClose.id))
    .prepare(),
);
