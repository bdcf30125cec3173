import { and, count, eq, sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { ReverseReceiveRefusal } from '#shared/stock/receiving/contract.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import { findPieceForSale } from '../stock/find-piece.ts';
import { unindexPiece } from '../stock/index-piece.ts';
import { moveStock } from '../stock/move-stock.ts';
import { pieceTable, stockMovement } from '../stock/tables.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findReceiveRow, listReceiveLines, listReversals } from './find-receive.ts';
import { postReversalJournal } from './post-receive-journal.ts';
import { receiveReversalTable } from './tables.ts';

/**
 * Takes a receive back while all of it still lies where it was put: its pieces leave stock and give their numbers free,
 * the books are as before.
 *
 * Refuses with `RECEIVE_NOT_FOUND`, `RECEIVE_REVERSED`, and with `RECEIVE_PIECES_MOVED`, naming them, once a piece of it
 * was sold, lent, adjusted or taken out of use.
 */
export function reverseReceive(
  tx: WriteTx,
  context: CommandContext,
  { receiveId, reason }: { readonly receiveId: string; readonly reason: string },
): Result<null, ReverseReceiveRefusal> {
  if (!findReceiveRow(tx, receiveId)) return refuse({ code: 'RECEIVE_NOT_FOUND' });
  if (listReversals(tx, receiveId).length > 0) return refuse({ code: 'RECEIVE_REVERSED' });
  const lines = listReceiveLines(tx, receiveId);
  const moved = lines.filter(({ pieceId }) => isMoved(tx, pieceId));
  if (moved.length > 0) {
    const numbers = moved.slice(0, 10).map(({ stockNumber }) => stockNumber);
    return refuse({
      code: 'RECEIVE_PIECES_MOVED',
      numbers: numbers.join(', '),
      count: moved.length,
    });
  }
  const reversalId = context.newId('receiveReversal');
  const businessDate = businessDateNow(tx, context.register.registerId, context.nowMs);
  tx.insertFact(receiveReversalTable, {
    id: reversalId,
    receiveId,
    reason,
    staffId: actingStaff(context).staffId,
    businessDate,
    atMs: context.nowMs,
  });
  for (const { pieceId, quantityThousandths } of lines) {
    moveStock(tx, context, {
      pieceId,
      kind: 'adjusted',
      quantityThousandths: 0 - quantityThousandths,
      documentKind: 'receive_reversal',
      documentId: reversalId,
      businessDate,
    });
    tx.archive(pieceTable, pieceId, context.nowMs);
    unindexPiece(tx, pieceId);
  }
  postReversalJournal(tx, reversalId);
  return ok(null);
}

/** Anything but its being received has happened to it. */
function isMoved(tx: WriteTx, pieceId: string): boolean {
  const now = findPieceForSale(tx, pieceId);
  const movements = countMovements(tx).get({ storeId: tx.storeId, pieceId })?.n ?? 0;
  return !now || now.archived || now.status !== 'in_stock' || movements !== 1;
}

const countMovements = prepared((orm) =>
  orm
    .select({ n: count() })
    .from(stockMovement)
    .where(
      and(
        eq(stockMovement.storeId, sql.placeholder('storeId')),
        eq(stockMovement.pieceId, sql.placeholder('pieceId')),
      ),
    )
    .prepare(),
);
