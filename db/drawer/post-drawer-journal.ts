import { and, eq, sql } from 'drizzle-orm';
import type { JournalRow } from '#shared/journal/journal-row.ts';
import { postDrawer } from '#shared/journal/post-drawer.ts';
import { type JournalDocumentKind, postDocument } from '../journal/post-document.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { dayClose, drawerMovement, drawerSession } from './tables.ts';

/** Posts the opening of a drawer: its float against what the last close left. M2. */
export function postOpeningJournal(tx: WriteTx, drawerSessionId: string): void {
  const row = sessionById(tx).get({ storeId: tx.storeId, id: drawerSessionId });
  if (!row) throw new Error('no drawer to post');
  const { floatCents, lastLeftCents } = row;
  post(
    tx,
    { kind: 'drawer_session', id: drawerSessionId, drawerSessionId },
    // Before the books were kept nobody wrote down what was left, and nothing was booked.
    lastLeftCents === null ? [] : postDrawer({ kind: 'opened', floatCents, lastLeftCents }),
  );
}

/** Posts cash that moved beside sales; a no-sale has no rows. M2. */
export function postMovementJournal(tx: WriteTx, movementId: string): void {
  const row = movementById(tx).get({ storeId: tx.storeId, id: movementId });
  if (!row) throw new Error('no movement to post');
  const { kind, amountCents, drawerSessionId } = row;
  const reasonCode = row.reasonCode ?? '';
  post(
    tx,
    { kind: 'drawer_movement', id: movementId, drawerSessionId },
    postDrawer(
      kind === 'paid_in' || kind === 'paid_out'
        ? { kind, amountCents, reasonCode }
        : { kind, amountCents },
    ),
  );
}

/** Posts what a count found and where the cash went: over or short, left, and to the bank. M2. */
export function postDayCloseJournal(tx: WriteTx, dayCloseId: string): void {
  const row = closeById(tx).get({ storeId: tx.storeId, id: dayCloseId });
  if (!row) throw new Error('no day close to post');
  const { drawerSessionId, ...counted } = row;
  bookCount(tx, { dayCloseId, drawerSessionId }, counted);
}

/** What a close counted, in cents. */
export interface CountedDrawer {
  readonly expectedCents: number;
  readonly countedCents: number;
  readonly leftCents: number;
}

/** As `postDayCloseJournal`, for a close that is not stored yet: its Z freezes these rows with the others. */
export function bookCount(
  tx: WriteTx,
  close: { readonly dayCloseId: string; readonly drawerSessionId: string },
  counted: CountedDrawer,
): void {
  const { dayCloseId: id, drawerSessionId } = close;
  post(tx, { kind: 'day_close', id, drawerSessionId }, postDrawer({ kind: 'closed', ...counted }));
}

function post(
  tx: WriteTx,
  document: {
    readonly kind: JournalDocumentKind;
    readonly id: string;
    readonly drawerSessionId: string;
  },
  rows: readonly JournalRow[],
): void {
  const session = sessionById(tx).get({ storeId: tx.storeId, id: document.drawerSessionId });
  if (!session) throw new Error('no drawer to post to');
  const { registerId, businessDate } = session;
  postDocument(tx, { ...document, registerId, businessDate }, rows);
}

const sessionById = prepared((orm) =>
  orm
    .select()
    .from(drawerSession)
    .where(
      and(
        eq(drawerSession.storeId, sql.placeholder('storeId')),
        eq(drawerSession.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const movementById = prepared((orm) =>
  orm
    .select()
    .from(drawerMovement)
    .where(
      and(
        eq(drawerMovement.storeId, sql.placeholder('storeId')),
        eq(drawerMovement.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const closeById = prepared((orm) =>
  orm
    .select({
      drawerSessionId: dayClose.drawerSessionId,
      expectedCents: dayClose.expectedCents,
      countedCents: dayClose.countedCents,
      leftCents: dayClose.leftCents,
    })
    .from(dayClose)
    .where(
      and(eq(dayClose.storeId, sql.placeholder('storeId')), eq(dayClose.id, sql.placeholder('id'))),
    )
    .prepare(),
);
