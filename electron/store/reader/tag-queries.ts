import { findTagSettings, listPieceTags, listWaitingTags } from '#db/printing/tags/find-tags.ts';
import { listReceiveDrafts } from '#db/receiving/drafts.ts';
import { findReceive, listReceives } from '#db/receiving/find-receive.ts';
import { listReprices } from '#db/stock/reprice/find-reprice.ts';
import { previewReprice, repriceChoices } from '#db/stock/reprice/preview-reprice.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import type { Viewer } from './queries.ts';

/** Tags and prices: how tags look, which are wrong, and what a rule would do to prices. */
export const tagQueries = {
  'tags.settings': (db: ReadDb, _input: object, { roles }: Viewer) =>
    findTagSettings(db, mayDo(roles, 'stock.seeCost')),
  'tags.preview': (db: ReadDb, { pieceIds }: { readonly pieceIds: readonly string[] }) =>
    listPieceTags(db, pieceIds),
  'tags.waiting': listWaitingTags,
  'reprice.choices': (db: ReadDb) => repriceChoices(db),
  'reprice.preview': previewReprice,
  'reprice.list': (db: ReadDb) => listReprices(db),
  'receiving.drafts': (db: ReadDb) => listReceiveDrafts(db),
  'receiving.list': listReceives,
  'receiving.get': (db: ReadDb, { receiveId }: { readonly receiveId: string }) =>
    findReceive(db, receiveId),
};
