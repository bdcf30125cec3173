import { listCounts } from '#db/counts/find-count.ts';
import {
  type CountRowsInput,
  findCount,
  listCountRows,
  listUnknownScans,
} from '#db/counts/find-results.ts';
import { repriceChoices } from '#db/stock/reprice/preview-reprice.ts';
import { listPlaces, readPutAway } from '#db/stock/places/find-places.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import type { Viewer } from './queries.ts';

/** Places in the shop, and counts of what lies there. */
export const countQueries = {
  'places.list': (db: ReadDb) => listPlaces(db),
  'places.read': readPutAway,
  'counts.list': listCounts,
  'counts.choices': (db: ReadDb) => repriceChoices(db),
  'counts.get': (
    db: ReadDb,
    { countId }: { readonly countId: string },
    { register: { registerId }, roles }: Viewer,
  ) => findCount(db, countId, { registerId, seesCost: mayDo(roles, 'stock.seeCost') }),
  'counts.rows': (db: ReadDb, input: CountRowsInput, { roles }: Viewer) =>
    listCountRows(db, input, mayDo(roles, 'stock.seeCost')),
  'counts.unknown': (db: ReadDb, { countId }: { readonly countId: string }) =>
    listUnknownScans(db, countId),
};
