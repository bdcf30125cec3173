import type { SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { RestockingToday, ReturnableTicket } from '#shared/sales/returns/contract.ts';
import { isRestockingFree } from '#shared/sales/returns/restocking-fee.ts';
import type { BusinessDate } from '#shared/time.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { getSelling } from '../../settings/find-settings.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { effectiveParty } from '../corrections/effective-party.ts';
import { findSale, findVoid, listLines } from '../find-sale.ts';
import { isReturnable, returnableLine } from './returnable-lines.ts';

/** A sale with what may come back of it on a day; null when there is no such sale. */
export function readReturnable(
  db: ReadDb,
  saleId: string,
  today: BusinessDate,
): ReturnableTicket | null {
  const sale = findSale(db, saleId);
  if (!sale) return null;
  const { customerId } = effectiveParty(db, sale);
  const customer = customerId === null ? undefined : findCustomerBrief(db, customerId);
  return {
    saleId: sale.id as SaleId,
    number: sale.number,
    businessDate: sale.businessDate,
    completedAtMs: sale.completedAtMs,
    voided: findVoid(db, saleId) !== undefined,
    totalCents: sale.totalCents as Cents,
    customerId,
    customerName: customer?.name ?? null,
    lines: listLines(db, saleId)
      .filter(isReturnable)
      .map((line) => returnableLine(db, line)),
    restocking: restockingToday(db, sale.businessDate as BusinessDate, today),
    tradeUpPpm: getSelling(db).tradeUpPpm,
  };
}

function restockingToday(
  db: ReadDb,
  soldOn: BusinessDate,
  returnedOn: BusinessDate,
): RestockingToday | null {
  const { restockingPpm, restockingMinCents, restockingFreeDays } = getSelling(db);
  if (restockingPpm === 0 && restockingMinCents === 0) return null;
  if (isRestockingFree(restockingFreeDays, { soldOn, returnedOn })) return null;
  return { ratePpm: restockingPpm, minCents: restockingMinCents };
}
