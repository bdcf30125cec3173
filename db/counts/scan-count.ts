import { containsCardNumber } from '#shared/card-number.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import type {
  CountScanAnswer,
  ScanCountInput,
  ScanCountRefusal,
} from '#shared/stock/counts/contract.ts';
import { businessDateNow } from '../drawer/business-date.ts';
import { actingStaff } from '../staff/acting-staff.ts';
import { findByCode } from '../stock/find-piece.ts';
import { findPlace, findPlaceByCode } from '../stock/places/find-places.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { countPiece, listPieceScans } from './count-pieces.ts';
import { findCountClose, findCountRow } from './find-count.ts';
import { countScanTable } from './tables.ts';

/**
 * Writes one scan of a count down and says what it comes to. A place's label, and goods counted by quantity of which
 * nobody has said how many, are answered and not written. Of two pieces with one number the one that is here and was not
 * scanned yet is meant.
 *
 * Refuses with `COUNT_NOT_FOUND`, `COUNT_CLOSED`, and with `COUNT_CODE_IS_CARD` for a payment card: it is not kept.
 */
export function scanCount(
  tx: WriteTx,
  context: CommandContext,
  input: ScanCountInput,
): Result<CountScanAnswer, ScanCountRefusal> {
  const count = findCountRow(tx, input.countId);
  if (!count) return refuse({ code: 'COUNT_NOT_FOUND' });
  if (findCountClose(tx, count.id)) return refuse({ code: 'COUNT_CLOSED', number: count.number });
  const place = findPlaceByCode(tx, input.code);
  if (place) return ok({ kind: 'place', placeId: place.placeId, name: place.name });
  const piece = pieceMeant(tx, count.id, input.code);
  if (!piece) {
    if (containsCardNumber(input.code)) return refuse({ code: 'COUNT_CODE_IS_CARD' });
    insertScan(tx, context, input, { pieceId: null, code: input.code.trim(), quantity: null });
    return ok({ kind: 'unknown', code: input.code.trim() });
  }
  const quantity = piece.kind === 'counted' ? input.quantityThousandths : null;
  if (piece.kind === 'counted' && quantity === null) return ok({ kind: 'quantity', piece });
  const before = listPieceScans(tx, count.id, piece.pieceId).at(-1);
  insertScan(tx, context, input, { pieceId: piece.pieceId, code: null, quantity });
  const line = countPiece(tx, count, piece.pieceId);
  if (!line) throw new Error('a piece that was scanned says nothing');
  return ok({
    kind: 'piece',
    piece,
    outcome: line.outcome,
    home: nameOf(tx, line.homePlaceId),
    ...(before ? { before: { place: nameOf(tx, before.placeId), atMs: before.atMs } } : {}),
  });
}

function pieceMeant(tx: WriteTx, countId: string, code: string): PieceSummary | undefined {
  const pieces = findByCode(tx, code);
  if (pieces.length < 2) return pieces[0];
  const here = pieces.filter(({ status }) => status === 'in_stock');
  const notYet = here.find(({ pieceId }) => listPieceScans(tx, countId, pieceId).length === 0);
  return notYet ?? here[0] ?? pieces[0];
}

const nameOf = (tx: WriteTx, placeId: string | null) =>
  placeId === null ? null : (findPlace(tx, placeId)?.name ?? null);

function insertScan(
  tx: WriteTx,
  context: CommandContext,
  { countId, placeId }: ScanCountInput,
  scanned: {
    readonly pieceId: string | null;
    readonly code: string | null;
    readonly quantity: number | null;
  },
): void {
  const { registerId } = context.register;
  tx.insertFact(countScanTable, {
    id: context.newId('countScan'),
    countId,
    pieceId: scanned.pieceId,
    code: scanned.code,
    placeId,
    quantityThousandths: scanned.quantity,
    registerId,
    staffId: actingStaff(context).staffId,
    businessDate: businessDateNow(tx, registerId, context.nowMs),
    atMs: context.nowMs,
  });
}
