import { findX, findZ, getDrawerState, listDayCloses } from '#db/day-close/find-day-close.ts';
import { readClosing } from '#db/day-close/read-closing.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import type { DayCloseFacts } from '#shared/documents/day-close-paper.ts';
import type { Viewer } from './queries.ts';

/** The drawer, the end of its day, and the days that ended. */
export const dayCloseQueries = {
  'dayClose.drawer': (db: ReadDb, _input: object, viewer: Viewer) =>
    getDrawerState(db, viewer.register.registerId, viewer.nowMs),
  'dayClose.x': (db: ReadDb, _input: object, viewer: Viewer) => readX(db, viewer),
  'dayClose.closing': (db: ReadDb, _input: object, viewer: Viewer) =>
    readClosing(db, viewer.register.registerId, viewer.nowMs),
  'dayClose.list': (
    db: ReadDb,
    { limit }: { readonly limit?: number | undefined },
    viewer: Viewer,
  ) => listDayCloses(db, limit ?? 60, viewer.register.registerId),
  'dayClose.z': (db: ReadDb, { dayCloseId }: { readonly dayCloseId: string }, viewer: Viewer) =>
    findZ(db, dayCloseId, { copy: false, demo: viewer.demo }) ?? null,
} as const;

function readX(db: ReadDb, { register, staffId, nowMs, demo }: Viewer): DayCloseFacts | null {
  return findX(db, { registerId: register.registerId, staffId, nowMs, demo }) ?? null;
}
