import { businessDateNow } from '#db/drawer/business-date.ts';
import { readCorrectable } from '#db/sales/corrections/read-correctable.ts';
import { findReturnable } from '#db/sales/returns/find-returnable.ts';
import { listInspections } from '#db/sales/returns/inspections.ts';
import { readRefundPlan } from '#db/sales/returns/read-refund-plan.ts';
import { readReturnable } from '#db/sales/returns/read-returnable.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import type { StaffId } from '#shared/ids.ts';
import type { Cart } from '#shared/sales/cart.ts';
import type { Viewer } from './queries.ts';

export interface OfSale {
  readonly saleId: string;
}

/** What comes back, and what was written down wrongly. */
export const returnsQueries = {
  'returns.findSales': findReturnable,
  'returns.ofSale': (db: ReadDb, { saleId }: OfSale, { register, nowMs }: Viewer) =>
    readReturnable(db, saleId, businessDateNow(db, register.registerId, nowMs)),
  'returns.plan': (
    db: ReadDb,
    { cart }: { readonly cart: Cart },
    { staffId, roles, register }: Viewer,
  ) =>
    readRefundPlan(
      db,
      { actor: { staffId: staffId as StaffId, roles }, registerId: register.registerId },
      cart,
    ),
  'returns.inspection': (db: ReadDb) => listInspections(db),
  'corrections.ofSale': (db: ReadDb, { saleId }: OfSale) => readCorrectable(db, saleId),
} as const;
