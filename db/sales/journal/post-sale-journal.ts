import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { JournalLine } from '#shared/journal/line-postings.ts';
import type { JournalPayment } from '#shared/journal/payment-postings.ts';
import { postSale } from '#shared/journal/post-sale.ts';
import { postDocument } from '../../journal/post-document.ts';
import { saleTax, taxRule } from '../../taxes/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { findSale, listPayments, type PaymentRow, type SaleLineRow } from '../find-sale.ts';
import { saleLine } from '../tables.ts';
import { cameBackBeforeItLeft, shippingOf, waitsForParcel } from './handed-over.ts';

/** Posts a sale from what is stored of it: the same facts always give the same rows, on every register. M2. */
export function postSaleJournal(tx: WriteTx, saleId: string): void {
  const sale = findSale(tx, saleId);
  if (!sale) throw new Error('no sale to post');
  const { registerId, drawerSessionId, businessDate } = sale;
  postDocument(
    tx,
    { kind: 'sale', id: saleId, registerId, drawerSessionId, businessDate },
    postSale({
      lines: journalLines(tx, saleId),
      payments: listPayments(tx, saleId)
        .filter((row) => row.saleCorrectionId === null)
        .map((row) => journalPayment(row, false)),
      changeCents: sale.changeCents,
      roundingCents: sale.roundingCents,
    }),
  );
}

/** A line as the books see it, and which one it is. */
export interface PostedLine extends JournalLine {
  readonly saleLineId: string;
}

/** The lines of a sale as the books see them; of one that is sent, what waits for its parcel is not delivered. */
export function journalLines(db: ReadDb, saleId: string): readonly PostedLine[] {
  const taxes = Map.groupBy(
    taxesOfSale(db).all({ storeId: db.storeId, saleId }),
    (tax) => tax.saleLineId,
  );
  const isSent = shippingOf(db, saleId) !== undefined;
  return linesOfSale(db)
    .all({ storeId: db.storeId, saleId })
    .map((line) => ({
      saleLineId: line.id,
      kind: line.kind,
      originalKind: line.originalKind,
      // Work is repair income, and so is what takes work back.
      categoryClass: (line.originalKind ?? line.kind) === 'service' ? 'repair' : 'product',
      grossCents: line.netCents + line.discountCents,
      discountCents: line.discountCents,
      netCents: line.netCents,
      costCents: line.costCents,
      owner: 'own',
      taxes: taxes.get(line.id) ?? [],
      delivered: isDelivered(db, line, isSent),
    }));
}

function isDelivered(
  db: ReadDb,
  line: Pick<SaleLineRow, 'kind' | 'saleId' | 'originalLineId'>,
  isSent: boolean,
): boolean {
  if (waitsForParcel(line)) return !isSent;
  if (line.originalLineId === null) return true;
  const back = findSale(db, line.saleId);
  return !back || !cameBackBeforeItLeft(db, back, line.originalLineId);
}

/** A payment as the books see it; `reverses` for one that takes an earlier one back. */
export function journalPayment(row: PaymentRow, reverses: boolean): JournalPayment {
  return {
    tender: row.tender,
    detail: detailOf(row),
    amountCents: row.amountCents,
    state: row.unknown === 1 ? 'unknown' : 'known',
    reverses,
  };
}

/** A provider by its id: its name may change, and what was booked may not. */
function detailOf({ providerId, tender, brand }: PaymentRow): string {
  return providerId ?? (tender === 'other' ? brand : '');
}

const original = alias(saleLine, 'original');

/** What the books need of the lines, and no more: every sale reads them in its own transaction. */
const linesOfSale = prepared((orm) =>
  orm
    .select({
      id: saleLine.id,
      saleId: saleLine.saleId,
      kind: saleLine.kind,
      netCents: saleLine.netCents,
      discountCents: saleLine.discountCents,
      costCents: saleLine.costCents,
      originalLineId: saleLine.originalLineId,
      originalKind: original.kind,
    })
    .from(saleLine)
    .leftJoin(
      original,
      and(eq(original.storeId, saleLine.storeId), eq(original.id, saleLine.originalLineId)),
    )
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(asc(saleLine.position))
    .prepare(),
);

const taxesOfSale = prepared((orm) =>
  orm
    .select({
      saleLineId: saleTax.saleLineId,
      agency: taxRule.agency,
      taxCents: sql<number>`sum(${saleTax.taxCents})`,
    })
    .from(saleTax)
    .innerJoin(
      taxRule,
      and(eq(taxRule.storeId, saleTax.storeId), eq(taxRule.id, saleTax.taxRuleId)),
    )
    .where(
      and(
        eq(saleTax.storeId, sql.placeholder('storeId')),
        eq(saleTax.saleId, sql.placeholder('saleId')),
      ),
    )
    .groupBy(saleTax.saleLineId, taxRule.agency)
    .prepare(),
);
