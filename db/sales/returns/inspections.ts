import { and, eq, sql } from 'drizzle-orm';
import type { PieceId, SaleId } from '#shared/ids.ts';
import type { Thousandths } from '#shared/money.ts';
import type { InspectedPiece } from '#shared/sales/returns/contract.ts';
import { findStaff } from '../../staff/find-staff.ts';
import { findPieceForSale } from '../../stock/find-piece.ts';
import { stockMovement } from '../../stock/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { findSale } from '../find-sale.ts';

/** Pieces that came back and were not looked at yet, by the ticket that took them back; who waits longest is first. */
export function listInspections(db: ReadDb): readonly InspectedPiece[] {
  return waiting(db)
    .all({ storeId: db.storeId })
    .flatMap(({ pieceId, saleId, waitingThousandths, sinceMs }): InspectedPiece[] => {
      const piece = findPieceForSale(db, pieceId);
      const sale = findSale(db, saleId ?? '');
      if (!piece || !sale) return [];
      return [
        {
          pieceId: pieceId as PieceId,
          stockNumber: piece.stockNumber,
          description: piece.description,
          quantityThousandths: waitingThousandths as Thousandths,
          tagPriceCents: piece.tagPriceCents,
          saleId: sale.id as SaleId,
          saleNumber: sale.number,
          sinceMs,
          by: findStaff(db, sale.staffId)?.initials ?? '',
        },
      ];
    });
}

/** How much of a piece still waits from one ticket, in thousandths. */
export function waitingOf(db: ReadDb, pieceId: string, saleId: string): Thousandths {
  const row = waitingOfPiece(db).get({ storeId: db.storeId, pieceId, saleId });
  return Math.max(0, row?.waitingThousandths ?? 0) as Thousandths;
}

// The words of the partial index, so that the planner finds it.
const looked = sql`${stockMovement.kind} in ('inspection_begun', 'inspection_passed')`;
const waitingThousandths = sql<number>`-sum(${stockMovement.quantityThousandths})`;

const waiting = prepared((orm) =>
  orm
    .select({
      pieceId: stockMovement.pieceId,
      saleId: stockMovement.documentId,
      waitingThousandths,
      sinceMs: sql<number>`min(${stockMovement.atMs})`,
    })
    .from(stockMovement)
    .where(and(eq(stockMovement.storeId, sql.placeholder('storeId')), looked))
    .groupBy(stockMovement.pieceId, stockMovement.documentId)
    .having(sql`sum(${stockMovement.quantityThousandths}) < 0`)
    .orderBy(sql`min(${stockMovement.atMs})`)
    .prepare(),
);

const waitingOfPiece = prepared((orm) =>
  orm
    .select({ waitingThousandths })
    .from(stockMovement)
    .where(
      and(
        eq(stockMovement.storeId, sql.placeholder('storeId')),
        eq(stockMovement.pieceId, sql.placeholder('pieceId')),
        eq(stockMovement.documentId, sql.placeholder('saleId')),
        looked,
      ),
    )
    .prepare(),
);
