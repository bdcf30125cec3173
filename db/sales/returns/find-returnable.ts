import { and, desc, eq, sql } from 'drizzle-orm';
import { readExchangeCode } from '#shared/documents/exchange-code.ts';
import { readPrintedCode } from '#shared/document-number.ts';
import type { SaleSummary } from '#shared/sales/contract.ts';
import type { FindReturnableInput, ReturnableSale } from '#shared/sales/returns/contract.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { findByCode } from '../../stock/find-piece.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import {
  findSummary,
  listLines,
  listRecentSales,
  listSalesByNumber,
  listSalesOfCustomer,
} from '../find-sale.ts';
import { sale, saleLine } from '../tables.ts';
import { isReturnable, leftOf } from './returnable-lines.ts';

/** As many sales of one customer or one day as are looked through for the other marks. */
const LOOKED_THROUGH = 500;

/**
 * Sales of which something may come back, newest first: by the receipt's code or number (or its beginning), a stock
 * number on it, the customer it counts for, its business date, or any of them together. Nothing said: the newest.
 */
export function findReturnable(db: ReadDb, input: FindReturnableInput): readonly ReturnableSale[] {
  const { limit = 20 } = input;
  return candidates(db, input)
    .filter((each) => isMeant(db, each, input))
    .toSorted((a, b) => b.completedAtMs - a.completedAtMs)
    .slice(0, limit)
    .map((each) => returnableSale(db, each));
}

function returnableSale(db: ReadDb, summary: SaleSummary): ReturnableSale {
  const { customerId, saleId, voided } = summary;
  const customer = customerId === null ? undefined : findCustomerBrief(db, customerId);
  const returnable =
    !voided && listLines(db, saleId).some((line) => isReturnable(line) && leftOf(db, line) > 0);
  return { ...summary, customerName: customer?.name ?? null, returnable };
}

/** By the code of a receipt or a gift receipt, and by the beginning of a typed number: one may look like the other. */
function salesByText(db: ReadDb, text: string): readonly SaleSummary[] {
  const typed = text.trim().toUpperCase();
  const printed = readPrintedCode(readExchangeCode(typed)?.printedCode ?? typed);
  const scanned = printed?.kind === 'sale' ? listSalesByNumber(db, printed.number, 20) : [];
  const exact = scanned.filter((each) => each.number === printed?.number);
  const begun = listSalesByNumber(db, typed, LOOKED_THROUGH);
  return [...exact, ...begun.filter((each) => each.number !== exact[0]?.number)];
}

/** Sales by the mark that leaves fewest. */
function candidates(db: ReadDb, input: FindReturnableInput): readonly SaleSummary[] {
  const { text = '', stockNumber = '', customerId, businessDate, limit = 20 } = input;
  if (text.trim() !== '') return salesByText(db, text);
  if (stockNumber.trim() !== '') return salesOfNumber(db, stockNumber);
  if (customerId !== undefined) return listSalesOfCustomer(db, customerId, LOOKED_THROUGH);
  return listRecentSales(db, businessDate, businessDate === undefined ? limit : LOOKED_THROUGH);
}

/** All marks besides the one that found it. */
function isMeant(
  db: ReadDb,
  summary: SaleSummary,
  { stockNumber = '', customerId, businessDate }: FindReturnableInput,
): boolean {
  if (businessDate !== undefined && summary.businessDate !== businessDate) return false;
  if (customerId !== undefined && summary.customerId !== customerId) return false;
  if (stockNumber.trim() === '') return true;
  const pieceIds = new Set<string | null>(piecesOf(db, stockNumber));
  return listLines(db, summary.saleId).some(
    (line) => line.quantityThousandths > 0 && pieceIds.has(line.pieceId),
  );
}

function piecesOf(db: ReadDb, stockNumber: string): readonly string[] {
  return findByCode(db, stockNumber).map((piece) => piece.pieceId);
}

/** Newest first, by every piece that ever carried the number. */
function salesOfNumber(db: ReadDb, stockNumber: string): readonly SaleSummary[] {
  const found = piecesOf(db, stockNumber).flatMap((pieceId) =>
    salesOfPiece(db).all({ storeId: db.storeId, pieceId, limit: LOOKED_THROUGH }),
  );
  return [...new Set(found.map((row) => row.saleId))].flatMap(
    (saleId) => findSummary(db, saleId) ?? [],
  );
}

const salesOfPiece = prepared((orm) =>
  orm
    .select({ saleId: saleLine.saleId })
    .from(saleLine)
    .innerJoin(sale, and(eq(sale.storeId, saleLine.storeId), eq(sale.id, saleLine.saleId)))
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.pieceId, sql.placeholder('pieceId')),
        sql`${saleLine.quantityThousandths} > 0`,
      ),
    )
    .orderBy(desc(sale.completedAtMs))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
