import { findPieceForSale } from '../../stock/find-piece.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import type { SaleLineRow } from '../find-sale.ts';
import { waitingOf } from '../returns/inspections.ts';

/** Where what a line took back is now: still with who looks at it, in the case, or not here any more. */
export function placeOfTakenBack(
  db: ReadDb,
  { saleId, pieceId, quantityThousandths, disposition }: SaleLineRow,
): 'inspection' | 'case' | 'gone' {
  if (pieceId === null) return 'case';
  const wanted = 0 - quantityThousandths;
  const waiting = disposition === 'inspection' ? waitingOf(db, pieceId, saleId) : 0;
  if (waiting >= wanted) return 'inspection';
  const left = findPieceForSale(db, pieceId)?.quantityThousandths ?? 0;
  return left >= wanted ? 'case' : 'gone';
}
