import type { Worksheet8300Facts } from '#shared/documents/worksheet-8300-paper.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { findSale, listLines } from '../find-sale.ts';
import { paperCustomer } from '../receipt/paper-customer.ts';
import { type PaperMarks, paperStore } from '../receipt/paper-store.ts';
import { readCustomerCash } from './read-cash.ts';

/** The worksheet of the report a customer's cash made due; null while none is. */
export function worksheetFacts(
  db: ReadDb,
  customerId: string,
  { asOf, nowMs }: { readonly asOf: BusinessDate; readonly nowMs: number },
  marks: PaperMarks,
): Worksheet8300Facts | null {
  const worksheet = readCustomerCash(db, customerId, asOf, nowMs)?.worksheet;
  if (!worksheet) return null;
  return {
    store: paperStore(db),
    customer: paperCustomer(db, customerId),
    reachedOn: worksheet.receivedOn,
    fileBy: worksheet.fileBy,
    statementBy: worksheet.statementBy,
    payments: worksheet.rows.map(({ payment }) => ({
      date: payment.receivedOn,
      saleNumber: findSale(db, payment.transactionId)?.number ?? '',
      how: payment.kind,
      amountCents: payment.amountCents,
      goods: listLines(db, payment.transactionId)
        .map((line) => line.description)
        .filter((words) => words !== '')
        .join(', '),
    })),
    totalCents: worksheet.totalCents,
    ...marks,
  };
}
