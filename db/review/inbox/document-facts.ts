import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { maskedCode } from '#shared/review/masked-code.ts';
import type { ReviewDocument, ReviewDocumentKind } from '#shared/review/kinds.ts';
import { giftCard, giftCardEntry, storeCreditEntry } from '../../gift-cards/tables.ts';
import { houseAccountEntry } from '../../house-accounts/tables.ts';
import { checkEvent, financeFunding, paymentResolution } from '../../sales/after-sale-tables.ts';
import { approval, approvalEvent } from '../../sales/counter-tables.ts';
import { payment, sale, saleVoid } from '../../sales/tables.ts';
import { piece, stockMovement } from '../../stock/tables.ts';
import type { ReadDb } from '../../write-path/read-db.ts';

/** What staff know a document by. */
export interface DocumentFacts {
  readonly number: string | null;
  readonly saleId: string | null;
  readonly businessDate: string | null;
  readonly atMs: number;
  readonly amountCents: number | null;
}

/** A document that gave cause; undefined while it has not arrived. Codes of cards show their end only. */
export function findDocument(
  db: ReadDb,
  { documentKind, documentId }: ReviewDocument,
): DocumentFacts | undefined {
  const facts = db.orm.get<DocumentFacts | undefined>(
    LOOK_UP[documentKind](db.storeId, documentId),
  );
  if (!facts || documentKind !== 'gift_card' || facts.number === null) return facts;
  return { ...facts, number: maskedCode(facts.number) };
}

type LookUp = (storeId: string, id: string) => SQL;

const LOOK_UP: Readonly<Record<ReviewDocumentKind, LookUp>> = {
  sale: (storeId, id) => sql`
    select ${sale.number} as "number", ${sale.id} as "saleId", ${sale.businessDate} as "businessDate",
      ${sale.completedAtMs} as "atMs", ${sale.totalCents} as "amountCents"
    from ${sale} where ${isKey(sale, storeId, id)}`,
  sale_void: (storeId, id) => sql`
    select ${sale.number} as "number", ${saleVoid.saleId} as "saleId", ${saleVoid.businessDate} as "businessDate",
      ${saleVoid.atMs} as "atMs", -${sale.totalCents} as "amountCents"
    from ${saleVoid} ${saleOf(saleVoid.saleId)} where ${isKey(saleVoid, storeId, id)}`,
  stock_movement: (storeId, id) => sql`
    select ${piece.stockNumber} as "number", null as "saleId", ${stockMovement.businessDate} as "businessDate",
      ${stockMovement.atMs} as "atMs", null as "amountCents"
    from ${stockMovement}
      left join ${piece} on ${piece.storeId} = ${stockMovement.storeId} and ${piece.id} = ${stockMovement.pieceId}
    where ${isKey(stockMovement, storeId, id)}`,
  piece: (storeId, id) => sql`
    select ${piece.stockNumber} as "number", null as "saleId", null as "businessDate",
      ${piece.createdAtMs} as "atMs", ${piece.tagPriceCents} as "amountCents"
    from ${piece} where ${isKey(piece, storeId, id)}`,
  gift_card: (storeId, id) => sql`
    select ${giftCard.code} as "number", ${giftCardEntry.saleId} as "saleId", ${giftCard.businessDate} as "businessDate",
      ${giftCard.atMs} as "atMs", ${giftCardEntry.amountCents} as "amountCents"
    from ${giftCard} left join ${giftCardEntry}
      on ${giftCardEntry.storeId} = ${giftCard.storeId} and ${giftCardEntry.giftCardId} = ${giftCard.id}
        and ${giftCardEntry.kind} = 'sold'
    where ${isKey(giftCard, storeId, id)} order by ${giftCardEntry.id} limit 1`,
  gift_card_entry: (storeId, id) => entry(giftCardEntry, storeId, id),
  store_credit_entry: (storeId, id) => entry(storeCreditEntry, storeId, id),
  house_account_entry: (storeId, id) => entry(houseAccountEntry, storeId, id),
  approval_event: (storeId, id) => sql`
    select ${approval.number} as "number", ${approvalEvent.saleId} as "saleId",
      ${approvalEvent.businessDate} as "businessDate", ${approvalEvent.atMs} as "atMs", null as "amountCents"
    from ${approvalEvent} left join ${approval}
      on ${approval.storeId} = ${approvalEvent.storeId} and ${approval.id} = ${approvalEvent.approvalId}
    where ${isKey(approvalEvent, storeId, id)}`,
  payment: (storeId, id) => sql`
    select ${sale.number} as "number", ${payment.saleId} as "saleId", ${payment.businessDate} as "businessDate",
      ${payment.atMs} as "atMs", ${payment.amountCents} as "amountCents"
    from ${payment} ${saleOf(payment.saleId)} where ${isKey(payment, storeId, id)}`,
  payment_resolution: (storeId, id) => ofPayment(paymentResolution, storeId, id),
  check_event: (storeId, id) => ofPayment(checkEvent, storeId, id),
  finance_funding: (storeId, id) => ofPayment(financeFunding, storeId, id),
};

interface Keyed {
  readonly storeId: SQLiteColumn;
  readonly id: SQLiteColumn;
}

const isKey = (table: Keyed, storeId: string, id: string) =>
  sql`${table.storeId} = ${storeId} and ${table.id} = ${id}`;

/** Joins the sale by hand: one store has one id for it, whichever table names it. */
const saleOf = (saleId: SQLiteColumn) =>
  sql`left join ${sale} on ${sale.storeId} = ${saleId.table}.store_id and ${sale.id} = ${saleId}`;

function entry(
  table: typeof giftCardEntry | typeof storeCreditEntry | typeof houseAccountEntry,
  storeId: string,
  id: string,
): SQL {
  return sql`
    select ${sale.number} as "number", ${table.saleId} as "saleId", ${table.businessDate} as "businessDate",
      ${table.atMs} as "atMs", ${table.amountCents} as "amountCents"
    from ${table} ${saleOf(table.saleId)} where ${isKey(table, storeId, id)}`;
}

function ofPayment(
  table: typeof paymentResolution | typeof checkEvent | typeof financeFunding,
  storeId: string,
  id: string,
): SQL {
  return sql`
    select ${sale.number} as "number", ${payment.saleId} as "saleId", ${table.businessDate} as "businessDate",
      ${table.atMs} as "atMs", ${payment.amountCents} as "amountCents"
    from ${table}
      left join ${payment} on ${payment.storeId} = ${table.storeId} and ${payment.id} = ${table.paymentId}
      ${saleOf(payment.saleId)}
    where ${isKey(table, storeId, id)}`;
}
