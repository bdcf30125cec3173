import type { DayTotals } from '#shared/day-close/figures/late-figures.ts';
import { salesFigures } from '#shared/day-close/figures/sales-figures.ts';
import { taxFigures } from '#shared/day-close/figures/tax-figures.ts';
import { tenderFigures } from '#shared/day-close/figures/tender-figures.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { readPayments } from '../rows/read-payments.ts';
import { readSales, readTaxes } from '../rows/read-tickets.ts';

/**
 * What a drawer's day comes to now. Payments that its Z told of as unresolved stay so: what was found out about them is
 * booked on the day it was found.
 */
export function readTotals(
  db: ReadDb,
  drawerSessionId: string,
  unresolvedIds: readonly string[],
): DayTotals {
  const sales = readSales(db, drawerSessionId);
  const payments = readPayments(db, drawerSessionId, '', new Set(unresolvedIds));
  const voided = new Set(sales.filter((sale) => sale.voided).map((sale) => sale.saleId));
  const changeCents = sales.reduce((sum, sale) => sum + sale.changeCents, 0);
  const { salesCount, netCents, taxCents, totalCents } = salesFigures({
    sales,
    lines: [],
    deliveries: [],
  });
  return {
    salesCount,
    netCents,
    taxCents,
    totalCents,
    taxes: taxFigures(readTaxes(db, drawerSessionId).filter((part) => !voided.has(part.saleId))),
    tenders: tenderFigures(payments, changeCents),
  };
}
