import { and, eq, gte, sql } from 'drizzle-orm';
import type { VoidSaleRefusal } from '#shared/sales/contract.ts';
import { terminalBatch } from '../../drawer/tables.ts';
import { type Cents, sumCents } from '#shared/money.ts';
import { giftCardBalance, storeCreditBalance } from '../../gift-cards/balances.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { returnedOf } from '../complete/check-returns.ts';
import { listLines, listPayments, type PaymentRow, type SaleRow } from '../find-sale.ts';
import { handOversOf } from '../journal/handed-over.ts';
import { findFunding, findResolution, listCheckEvents } from '../payments/find-payment.ts';
import { cardEntriesOfSale, creditEntriesOfSale } from './take-back-credit.ts';
import { placeOfTakenBack } from './taken-back-goods.ts';

/** Why a sale of today can no longer be taken back as a whole. */
export function refusedVoid(db: ReadDb, sale: SaleRow): VoidSaleRefusal | undefined {
  const lines = listLines(db, sale.id);
  if (lines.some((line) => line.quantityThousandths > 0 && returnedOf(db, line.id) > 0))
    return { code: 'VOID_AFTER_RETURN' };
  const gone = lines.find(
    (line) => line.quantityThousandths < 0 && placeOfTakenBack(db, line) === 'gone',
  );
  if (gone) return { code: 'VOID_GOODS_GONE', stockNumber: gone.stockNumber };
  if (handOversOf(db, sale.id).length > 0) return { code: 'VOID_AFTER_SHIPMENT' };
  const payments = listPayments(db, sale.id);
  const spent = refusedSpent(db, sale.id) ?? refusedSettled(db, payments);
  if (spent) return spent;
  if (!payments.some((row) => row.tender === 'card')) return undefined;
  const batch = batchAfter(db).get({
    storeId: db.storeId,
    drawerSessionId: sale.drawerSessionId,
    atMs: sale.completedAtMs,
  });
  return batch && { code: 'VOID_AFTER_BATCH', terminal: batch.terminal };
}

/**
 * A payment that may have been charged is looked into first, or nobody ever would; and what the bank or a lender has said
 * of one cannot be unsaid.
 */
function refusedSettled(db: ReadDb, payments: readonly PaymentRow[]): VoidSaleRefusal | undefined {
  for (const { id, unknown, tender } of payments) {
    if (unknown === 1 && !findResolution(db, id)) return { code: 'PAYMENT_UNSETTLED' };
    if (listCheckEvents(db, id).length > 0 || findFunding(db, id))
      return { code: 'PAYMENT_SETTLED_SINCE', tender };
  }
  return undefined;
}

/** What the sale put on cards and credits must still be there: it goes away again. M3: none of them falls below nothing. */
function refusedSpent(db: ReadDb, saleId: string): VoidSaleRefusal | undefined {
  const key = { storeId: db.storeId, saleId };
  const cards = Map.groupBy(cardEntriesOfSale(db).all(key), (entry) => entry.giftCardId);
  for (const [giftCardId, entries] of cards)
    if (isSpent(giftCardBalance(db, giftCardId), entries)) return { code: 'VOID_GIFT_CARD_USED' };
  const credits = Map.groupBy(creditEntriesOfSale(db).all(key), (entry) => entry.customerId);
  for (const [customerId, entries] of credits)
    if (isSpent(storeCreditBalance(db, customerId), entries)) return { code: 'VOID_CREDIT_USED' };
  return undefined;
}

/** Whether less is left than the sale put on; one that it took money off only gets it back. */
function isSpent(leftCents: Cents, entries: readonly { readonly amountCents: number }[]): boolean {
  const gainedCents = sumCents(entries.map((entry) => entry.amountCents as Cents));
  return gainedCents > 0 && leftCents < gainedCents;
}

const batchAfter = prepared((orm) =>
  orm
    .select({ terminal: terminalBatch.terminal })
    .from(terminalBatch)
    .where(
      and(
        eq(terminalBatch.storeId, sql.placeholder('storeId')),
        eq(terminalBatch.drawerSessionId, sql.placeholder('drawerSessionId')),
        gte(terminalBatch.atMs, sql.placeholder('atMs')),
      ),
    )
    .limit(1)
    .prepare(),
);
