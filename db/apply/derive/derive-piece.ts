import { and, eq, sql } from 'drizzle-orm';
import { statusAfter } from '#shared/stock/piece-status.ts';
import { indexNewPiece, reindexPiece, unindexPiece } from '../../stock/index-piece.ts';
import { piece, pieceState, stockMovement } from '../../stock/tables.ts';
import { idsIn } from '../../review/touched-rows.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import type { Deriver } from './deriver.ts';

/** Where a piece is, by all its movements, and the words it is found by. Movements may come before their piece. */
export const pieceDeriver: Deriver = {
  subjectsOf: {
    piece: (row) => idsIn(row, 'id'),
    stock_movement: (row) => idsIn(row, 'pieceId'),
  },
  rebuild(tx: WriteTx, pieceId: string): void {
    const words = pieceWords(tx).get({ storeId: tx.storeId, pieceId });
    if (!words) return;
    const listed = stateOf(tx).get({ pieceId });
    if (listed) reindexPiece(tx, pieceId, words);
    else indexNewPiece(tx, pieceId, words);
    if (words.archivedAtMs !== null) unindexPiece(tx, pieceId);
    const state = statusAfter(movementSums(tx).all({ storeId: tx.storeId, pieceId }));
    setState(tx).run({ pieceId, ...state });
    tx.touch('piece_state');
  },
};

const pieceWords = prepared((orm) =>
  orm
    .select({
      stockNumber: piece.stockNumber,
      description: piece.description,
      category: piece.category,
      vendor: piece.vendor,
      vendorStyle: piece.vendorStyle,
      serial: piece.serial,
      archivedAtMs: piece.archivedAtMs,
    })
    .from(piece)
    .where(
      and(eq(piece.storeId, sql.placeholder('storeId')), eq(piece.id, sql.placeholder('pieceId'))),
    )
    .prepare(),
);

const stateOf = prepared((orm) =>
  orm
    .select({ seq: pieceState.seq })
    .from(pieceState)
    .where(eq(pieceState.pieceId, sql.placeholder('pieceId')))
    .prepare(),
);

/** Only sums decide, so the sum of each kind stands for its movements. */
const movementSums = prepared((orm) =>
  orm
    .select({
      kind: stockMovement.kind,
      quantityThousandths: sql<number>`sum(${stockMovement.quantityThousandths})`,
    })
    .from(stockMovement)
    .where(
      and(
        eq(stockMovement.storeId, sql.placeholder('storeId')),
        eq(stockMovement.pieceId, sql.placeholder('pieceId')),
      ),
    )
    .groupBy(stockMovement.kind)
    .prepare(),
);

const setState = prepared((orm) =>
  orm
    .update(pieceState)
    .set({
      status: sql`${sql.placeholder('status')}`,
      quantityThousandths: sql`${sql.placeholder('quantityThousandths')}`,
    })
    .where(eq(pieceState.pieceId, sql.placeholder('pieceId')))
    .prepare(),
);
