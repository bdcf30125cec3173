import type { PieceId } from '#shared/ids.ts';
import { ONE } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { PieceFields, SavePieceRefusal } from '#shared/stock/contract.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findStockNumberTaken } from './find-piece.ts';
import { indexNewPiece } from './index-piece.ts';
import { moveStock } from './move-stock.ts';
import { NO_TAG_YET, pieceTable } from './tables.ts';

export interface AddPieceInput {
  readonly pieceId: PieceId;
  readonly fields: PieceFields;
  /** More than zero. */
  readonly quantityThousandths: number;
  /** The open drawer's date, or today's in the store's zone. */
  readonly businessDate: string;
  /** The invoice it came with: it says why the piece moved, and the piece has no tag yet. */
  readonly receiveId?: string;
}

/**
 * Takes a piece into stock: the piece, its movement `received`, its search words.
 *
 * Refuses with `STOCK_NUMBER_TAKEN` when another piece carries the number in any case of letters, and with
 * `PIECE_QUANTITY_NOT_ONE` for one of one that is not one.
 */
export function addPiece(
  tx: WriteTx,
  context: CommandContext,
  { pieceId, fields, quantityThousandths, businessDate, receiveId }: AddPieceInput,
): Result<{ readonly pieceId: PieceId }, SavePieceRefusal> {
  if (fields.kind === 'piece' && quantityThousandths !== ONE) {
    return refuse({ code: 'PIECE_QUANTITY_NOT_ONE' });
  }
  const taken = findStockNumberTaken(tx, fields.stockNumber, pieceId);
  if (taken) return refuse({ code: 'STOCK_NUMBER_TAKEN', ...taken });
  tx.insertProfile(pieceTable, {
    id: pieceId,
    ...fields,
    taxed: fields.taxed ? 1 : 0,
    createdAtMs: context.nowMs,
    ...(receiveId === undefined ? {} : { taggedCents: NO_TAG_YET }),
  });
  indexNewPiece(tx, pieceId, fields);
  moveStock(tx, context, {
    pieceId,
    kind: 'received',
    quantityThousandths,
    documentKind: receiveId === undefined ? null : 'receive',
    documentId: receiveId ?? null,
    businessDate,
  });
  return ok({ pieceId });
}
