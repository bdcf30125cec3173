import { businessDateNow } from '#db/drawer/business-date.ts';
import { listApprovals, readApproval } from '#db/sales/approvals/read-approval.ts';
import { listQuotes, readQuote } from '#db/sales/quotes/read-quote.ts';
import { listWaitingShipments } from '#db/sales/shipping/ship.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import type { Viewer } from './queries.ts';

export interface MaybeOfCustomer {
  readonly customerId?: string | undefined;
}

/** Documents of the counter beside the sale: approvals, quotes, shipments. */
export const counterQueries = {
  'approvals.list': (db: ReadDb, { customerId }: MaybeOfCustomer) => listApprovals(db, customerId),
  'approvals.get': (db: ReadDb, { approvalId }: { readonly approvalId: string }) =>
    readApproval(db, approvalId),
  'quotes.list': (db: ReadDb, { customerId }: MaybeOfCustomer, viewer: Viewer) =>
    listQuotes(db, todayOf(db, viewer), customerId),
  'quotes.get': (db: ReadDb, { quoteId }: { readonly quoteId: string }, viewer: Viewer) =>
    readQuote(db, quoteId, todayOf(db, viewer)),
  'shipping.waiting': (db: ReadDb) => listWaitingShipments(db),
};

function todayOf(db: ReadDb, { register, nowMs }: Viewer): string {
  return businessDateNow(db, register.registerId, nowMs);
}
