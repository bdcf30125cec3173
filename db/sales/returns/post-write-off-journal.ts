import { and, eq, sql } from 'drizzle-orm';
import { postWriteOff } from '#shared/journal/post-write-off.ts';
import { type Cents, portionOfCents } from '#shared/money.ts';
import { postDocument } from '../../journal/post-document.ts';
import { stockMovement } from '../../stock/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { listLines } from '../find-sale.ts';

/**
 * Posts a write-off at the cost that the return had put into inventory. It belongs to the store and to no drawer. Other
 * movements name no ticket, or are booked with it. M2.
 */
export function postWriteOffJournal(tx: WriteTx, movementId: string): void {
  const row = movementById(tx).get({ storeId: tx.storeId, id: movementId });
  if (!row) throw new Error('no write-off to post');
  if (row.kind !== 'adjusted' || row.documentKind !== 'sale') return;
  postDocument(
    tx,
    {
      kind: 'stock_movement',
      id: movementId,
      registerId: null,
      drawerSessionId: null,
      businessDate: row.businessDate,
    },
    postWriteOff(costOf(tx, row)),
  );
}

/** The part of what the ticket took back of the piece, at the cost written down there. */
function costOf(db: ReadDb, row: typeof stockMovement.$inferSelect): number {
  const lines = listLines(db, row.documentId ?? '').filter(
    (line) => line.pieceId === row.pieceId && line.quantityThousandths < 0,
  );
  const whole = lines.reduce((sum, line) => sum - line.quantityThousandths, 0);
  const costCents = lines.reduce((sum, line) => sum - (line.costCents ?? 0), 0) as Cents;
  if (whole === 0) throw new Error('a write-off of nothing that came back');
  return portionOfCents(costCents, 0 - row.quantityThousandths, whole);
}

const movementById = prepared((orm) =>
  orm
    .select()
    .from(stockMovement)
    .where(
      and(
        eq(stockMovement.storeId, sql.placeholder('storeId')),
        eq(stockMovement.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
