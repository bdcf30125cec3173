import type { Closing, DrawerCheck } from '#shared/day-close/contract.ts';
import { batchFigures } from '#shared/day-close/figures/tender-figures.ts';
import type { Id, SaleId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { findCustomerBrief } from '../customers/find-customer.ts';
import { openDrawerOf } from '../drawer/find-drawer.ts';
import { effectiveParty } from '../sales/corrections/effective-party.ts';
import { findPayment, findSale } from '../sales/find-sale.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import { type CheckRow, listDrawerChecks } from './deposit/bank-checks.ts';
import { readDay, unresolvedIn } from './freeze-z.ts';
import { readBatches } from './rows/read-control.ts';
import { wordsOf } from './words-of.ts';

/** What is to be settled before the open drawer of a register is counted; null while it is closed. */
export function readClosing(db: ReadDb, registerId: string, nowMs: number): Closing | null {
  const drawer = openDrawerOf(db, registerId);
  if (!drawer) return null;
  const { rows } = readDay(db, { ...drawer, registerId }, nowMs);
  const batches = readBatches(db, drawer.drawerSessionId);
  const off = batches.at(-1);
  return {
    checks: listDrawerChecks(db, registerId).map((row) => drawerCheck(db, row)),
    cards: batchFigures(rows.batches, rows.payments).map((row) => ({
      terminal: row.terminal,
      brand: row.brand,
      oursCents: cents(row.oursCents),
      batchCents: batches.length === 0 ? null : cents(row.batchCents),
    })),
    batchReason: off ? wordsOf.batch(db, off.reason) : '',
    unresolved: unresolvedIn(rows).flatMap((paymentId) => {
      const row = findPayment(db, paymentId);
      if (!row) return [];
      return {
        paymentId: paymentId as Id<'payment'>,
        saleId: row.saleId as SaleId,
        saleNumber: findSale(db, row.saleId)?.number ?? '',
        tender: row.tender,
        brand: row.brand,
        amountCents: cents(row.amountCents),
        atMs: row.atMs,
      };
    }),
  };
}

/** A check with whose it is. */
export function drawerCheck(db: ReadDb, row: CheckRow): DrawerCheck {
  const sale = findSale(db, row.saleId);
  const customerId = sale ? effectiveParty(db, sale).customerId : null;
  return {
    paymentId: row.id as Id<'payment'>,
    checkNumber: row.reference,
    kind: row.checkKind ?? 'personal',
    saleNumber: sale?.number ?? '',
    from: customerId === null ? '' : (findCustomerBrief(db, customerId)?.name ?? ''),
    amountCents: cents(row.amountCents),
    takenOn: row.businessDate,
    holdUntil: row.holdUntil,
  };
}
