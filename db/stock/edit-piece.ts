import type { PieceId } from '#shared/ids.ts';
import { ONE } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { PieceFields, SavePieceRefusal } from '#shared/stock/contract.ts';
import { changedFields } from '../write-path/changed-fields.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findPieceRow, findStockNumberTaken, type PieceRow } from './find-piece.ts';
import { reindexPiece } from './index-piece.ts';
import { pieceTable } from './tables.ts';

export interface EditPieceInput {
  readonly pieceId: PieceId;
  readonly fields: PieceFields;
}

/**
 * Changes what is written on a piece; only fields that differ are set, so that two people who change different
 * fields both keep theirs. Where it is and how many there are, only documents change.
 *
 * Refuses with `PIECE_NOT_FOUND`, with `STOCK_NUMBER_TAKEN` when the new number is another piece's, and with
 * `PIECE_QUANTITY_NOT_ONE` when more or less than one would become one of one.
 */
export function editPiece(
  tx: WriteTx,
  _context: CommandContext,
  { pieceId, fields }: EditPieceInput,
): Result<{ readonly pieceId: PieceId }, SavePieceRefusal> {
  const before = findPieceRow(tx, pieceId);
  if (!before || before.archivedAtMs !== null) return refuse({ code: 'PIECE_NOT_FOUND' });
  const changed: PieceChange = changedFields<PieceChange>(before, {
    ...fields,
    taxed: fields.taxed ? 1 : 0,
  });
  // A number that two registers gave out offline does not stop other fields from being put right.
  const taken =
    changed.stockNumber === undefined
      ? undefined
      : findStockNumberTaken(tx, fields.stockNumber, pieceId);
  if (taken) return refuse({ code: 'STOCK_NUMBER_TAKEN', ...taken });
  if (changed.kind === 'piece' && ![0, ONE].includes(before.quantityThousandths)) {
    return refuse({ code: 'PIECE_QUANTITY_NOT_ONE' });
  }
  setPieceFields(tx, before, changed);
  return ok({ pieceId });
}

/** Columns of a piece that an edit or an import may set. */
export type PieceChange = Partial<
  Pick<
    PieceRow,
    | 'stockNumber'
    | 'description'
    | 'category'
    | 'vendor'
    | 'vendorStyle'
    | 'serial'
    | 'costCents'
    | 'tagPriceCents'
    | 'taxed'
    | 'kind'
  >
>;

/**
 * Sets columns of a piece and keeps its search words in step. A tag that nobody spoke of says the old price, so that the
 * piece waits for a new one.
 */
export function setPieceFields(tx: WriteTx, before: PieceRow, change: PieceChange): void {
  if (Object.keys(change).length === 0) return;
  const isRepriced = change.tagPriceCents !== undefined && before.taggedCents === null;
  const tag = isRepriced ? { taggedCents: before.tagPriceCents } : {};
  tx.setFields(pieceTable, before.pieceId, { ...change, ...tag });
  reindexPiece(tx, before.pieceId, { ...before, ...change });
}
