import type { StatementFacts } from '#shared/documents/statement-paper.ts';
import type { BusinessDate } from '#shared/time.ts';
import { findCustomerRow } from '../../customers/find-customer.ts';
import { readStatement } from '../../house-accounts/read-account.ts';
import { getStore } from '../../settings/find-settings.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { findSale } from '../find-sale.ts';
import { paperCustomer } from './paper-customer.ts';
import { paperLanguage } from './paper-language.ts';
import { type PaperMarks, paperStore } from './paper-store.ts';

/** The statement of a house account over a period; null for a customer who is not there, or a period that ends too soon. */
export function statementFacts(
  db: ReadDb,
  customerId: string,
  period: readonly [BusinessDate, BusinessDate],
  nowMs: number,
  marks: PaperMarks,
): StatementFacts | null {
  if (!findCustomerRow(db, customerId) || period[1] < period[0]) return null;
  const read = readStatement(db, customerId, period, (saleId) => findSale(db, saleId)?.number);
  const { buckets } = read.ageing;
  const { currentCents, ...late } = buckets;
  return {
    store: paperStore(db),
    customer: paperCustomer(db, customerId),
    ...paperLanguage(db, customerId),
    fromDate: read.fromDate,
    toDate: read.toDate,
    printedAtMs: nowMs,
    zone: getStore(db).zone,
    openingCents: read.openingCents,
    entries: read.entries,
    closingCents: read.closingCents,
    ageing: { notDueCents: currentCents, ...late },
    ...(read.fields && {
      limitCents: read.fields.limitCents,
      termsDays: read.fields.termsDays,
    }),
    ...marks,
  };
}
