import { and, eq, sql } from 'drizzle-orm';
import type { JournalPayment, PaymentState } from '#shared/journal/payment-postings.ts';
import { postCorrection } from '#shared/journal/post-correction.ts';
import { findRegisterOfDrawer } from '../../drawer/find-drawer.ts';
import { postDocument } from '../../journal/post-document.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { saleCorrection } from '../after-sale-tables.ts';
import { findSale, listPayments, type PaymentRow } from '../find-sale.ts';
import { journalPayment } from '../journal/post-sale-journal.ts';
import { findResolution } from '../payments/find-payment.ts';

/**
 * Posts a correction from what is stored of it, on its own day and in its own drawer: the same facts always give the same
 * rows, on every register. One of salesperson or customer moves no money and has none. M2.
 *
 * A correction in another drawer than the sale's is made only once that one was counted (`CORRECT_AT_ITS_REGISTER`): then
 * the count has shown the cash as over or short, and the cash of today's drawer has not moved. M5.
 */
export function postCorrectionJournal(tx: WriteTx, saleCorrectionId: string): void {
  const row = correctionById(tx).get({ storeId: tx.storeId, id: saleCorrectionId });
  const sale = row && findSale(tx, row.saleId);
  if (!row || !sale) throw new Error('no correction to post');
  const all = listPayments(tx, sale.id);
  const own = all.filter((each) => each.saleCorrectionId === saleCorrectionId);
  const { drawerSessionId, businessDate } = row;
  postDocument(
    tx,
    {
      kind: 'sale_correction',
      id: saleCorrectionId,
      registerId: findRegisterOfDrawer(tx, drawerSessionId) ?? sale.registerId,
      drawerSessionId,
      businessDate,
    },
    postCorrection({
      payments: own.map((each) => correctedPayment(tx, each)),
      drawerCounted: drawerSessionId !== sale.drawerSessionId,
    }),
  );
}

/** What takes a payment back is booked where that payment stands by now. */
function correctedPayment(tx: ReadDb, row: PaymentRow): JournalPayment {
  if (row.reversesPaymentId === null) return journalPayment(row, false);
  return { ...journalPayment(row, true), state: stateOf(tx, row, row.reversesPaymentId) };
}

function stateOf(db: ReadDb, row: PaymentRow, paymentId: string): PaymentState {
  if (row.unknown === 0) return 'known';
  const outcome = findResolution(db, paymentId)?.outcome;
  if (outcome === undefined) return 'unknown';
  return outcome === 'charged' ? 'known' : 'not_charged';
}

const correctionById = prepared((orm) =>
  orm
    .select()
    .from(saleCorrection)
    .where(
      and(
        eq(saleCorrection.storeId, sql.placeholder('storeId')),
        eq(saleCorrection.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);
