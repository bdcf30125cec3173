import { printedCode } from '#shared/document-number.ts';
import type { GiftReceiptFacts } from '#shared/documents/gift-receipt-paper.ts';
import { findRegisterName } from '../../settings/find-settings.ts';
import { findStaff } from '../../staff/find-staff.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { findSale, findVoid, listLines, type SaleLineRow } from '../find-sale.ts';
import { type PaperMarks, paperStore } from './paper-store.ts';

/** What can be a gift: goods and what is done to them. */
const GIVEN: ReadonlySet<SaleLineRow['kind']> = new Set(['item', 'service', 'care_plan']);

/**
 * The paper that goes with a present: goods without prices, and the code they are exchanged by. `positions` (from 1)
 * names the lines that are the gift; none: all of them. Null for a sale that is not there, was voided or has no goods.
 */
export function giftReceiptFacts(
  db: ReadDb,
  saleId: string,
  positions: readonly number[],
  marks: PaperMarks,
): GiftReceiptFacts | null {
  const sale = findSale(db, saleId);
  if (!sale || findVoid(db, saleId)) return null;
  const lines = listLines(db, saleId).filter(
    (line) =>
      GIVEN.has(line.kind) &&
      line.quantityThousandths > 0 &&
      (positions.length === 0 || positions.includes(line.position + 1)),
  );
  if (lines.length === 0) return null;
  return {
    store: paperStore(db),
    number: sale.number,
    printedCode: printedCode(sale.number),
    businessDate: sale.businessDate,
    registerName: findRegisterName(db, sale.registerId),
    soldBy: findStaff(db, sale.soldBy)?.initials ?? '',
    lines: lines.map((line) => ({
      position: line.position + 1,
      description: line.description,
      ...(line.stockNumber !== '' && { stockNumber: line.stockNumber }),
      quantityThousandths: line.quantityThousandths,
    })),
    ...marks,
  };
}
