import type { SaleLineId } from '#shared/ids.ts';
import type { Cents, Thousandths } from '#shared/money.ts';
import type { ReturnableLine } from '#shared/sales/returns/contract.ts';
import { returnable } from '#shared/sales/returns/return-amounts.ts';
import { findPieceForSale } from '../../stock/find-piece.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { isAway, NEVER_RETURNED, returnedOf, soldLine } from '../complete/check-returns.ts';
import type { SaleLineRow } from '../find-sale.ts';

/** Whether a line is of a kind that may come back at all. */
export function isReturnable(line: SaleLineRow): boolean {
  return line.quantityThousandths > 0 && !NEVER_RETURNED.has(line.kind);
}

/** What of a line may still come back; nothing of a piece that is here again without its receipt. M9. */
export function leftOf(db: ReadDb, line: SaleLineRow): Thousandths {
  if (!isAway(db, line)) return 0 as Thousandths;
  return returnable(line.quantityThousandths as Thousandths, returnedOf(db, line.id));
}

/** A line as the return desk sees it, with its stored amounts and where its piece is today. */
export function returnableLine(db: ReadDb, line: SaleLineRow): ReturnableLine {
  const piece = line.pieceId === null ? undefined : findPieceForSale(db, line.pieceId);
  return {
    saleLineId: line.id as SaleLineId,
    position: line.position + 1,
    kind: line.kind,
    pieceId: piece?.pieceId ?? null,
    pieceStatus: piece?.status ?? null,
    stockNumber: line.stockNumber,
    description: line.description,
    oneOfOne: piece?.kind === 'piece',
    tagPriceCents: line.tagPriceCents as Cents,
    taxed: line.taxed === 1,
    taxClass: line.taxClass,
    sold: soldLine(db, line),
    returnedThousandths: returnedOf(db, line.id),
    leftThousandths: leftOf(db, line),
    forLineId: line.forLineId as SaleLineId | null,
  };
}
