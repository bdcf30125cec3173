import type { TicketTerms } from '#shared/sales/cart-totals.ts';
import type { SellingFields } from '#shared/settings/contract.ts';
import { getSelling } from '../settings/find-settings.ts';
import { listAreaTerms } from '../taxes/find-tax-terms.ts';
import type { ReadDb } from '../write-path/read-db.ts';

/** What a ticket of a business date is priced by. The first area, whose id is the store's, is home until another is named. */
export function ticketTerms(db: ReadDb, selling: SellingFields, businessDate: string): TicketTerms {
  const { taxRounding, cashRounding, reasonFromPpm, overrideFromPpm, customerFromCents } = selling;
  return {
    homeAreaId: selling.homeTaxAreaId ?? db.storeId,
    areas: listAreaTerms(db, businessDate),
    taxRounding,
    cashRounding,
    reasonFromPpm,
    overrideFromPpm,
    customerFromCents,
  };
}

/** As `ticketTerms`, with the selling terms read too. */
export function findTicketTerms(db: ReadDb, businessDate: string): TicketTerms {
  return ticketTerms(db, getSelling(db), businessDate);
}
