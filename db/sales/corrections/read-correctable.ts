import type { Id, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type {
  CorrectableSale,
  MadeCorrection,
  StandingPayment,
} from '#shared/sales/corrections/contract.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { findStaff } from '../../staff/find-staff.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { findSale, findVoid, listPayments, type PaymentRow, type SaleRow } from '../find-sale.ts';
import { refusedTakingBack } from './check-tenders-corrected.ts';
import { effectiveParty, listCorrections } from './effective-party.ts';
import { sharesOfWholeSale } from './sale-shares.ts';
import { netOfChange, standingPayments } from './standing-payments.ts';

/** What may be corrected of a sale, and what was corrected before; null when there is no such sale. */
export function readCorrectable(db: ReadDb, saleId: string): CorrectableSale | null {
  const sale = findSale(db, saleId);
  if (!sale) return null;
  const { customerId, soldBy } = effectiveParty(db, sale);
  const customer = customerId === null ? undefined : findCustomerBrief(db, customerId);
  return {
    saleId: sale.id as SaleId,
    number: sale.number,
    voided: findVoid(db, saleId) !== undefined,
    totalCents: sale.totalCents as Cents,
    customerId,
    customerName: customer?.name ?? null,
    soldBy,
    shares: sharesOfWholeSale(db, saleId),
    payments: readPayments(db, sale),
    corrections: listCorrections(db, saleId).map(
      ({ kind, reason, staffId, atMs }): MadeCorrection => ({
        kind,
        reason,
        by: findStaff(db, staffId)?.initials ?? '',
        atMs,
      }),
    ),
  };
}

function readPayments(db: ReadDb, sale: SaleRow): readonly StandingPayment[] {
  const standing = standingPayments(listPayments(db, sale.id), sale.changeCents as Cents);
  const net = netOfChange(standing);
  return standing.payments.map((row) => ({
    ...namesOf(row),
    amountCents: net.get(row.id) ?? (row.amountCents as Cents),
    stays: refusedTakingBack(db, row) ?? null,
  }));
}

function namesOf(row: PaymentRow): Omit<StandingPayment, 'amountCents' | 'stays'> {
  return {
    paymentId: row.id as Id<'payment'>,
    tender: row.tender,
    brand: row.brand,
    reference: row.reference,
    checkKind: row.checkKind,
    giftCardId: row.giftCardId as StandingPayment['giftCardId'],
    providerId: row.providerId as StandingPayment['providerId'],
    plan: row.plan,
    refundOfSaleId: row.refundOfSaleId as SaleId | null,
  };
}
