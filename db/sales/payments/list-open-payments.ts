import type { CustomerId, Id, SaleId } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import type {
  FinancedPayment,
  OpenCheck,
  OpenPayment,
  Provider,
} from '#shared/sales/payments/contract.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { effectiveParty } from '../corrections/effective-party.ts';
import { findSale, type PaymentRow } from '../find-sale.ts';
import { listFinancedPayments, listOpenChecks, listUnknownPayments } from './find-payment.ts';
import { findAnyProvider, listProviders } from './find-provider.ts';

/** Checks in the drawer or at the bank, with the day until which their goods wait. */
export function readOpenChecks(db: ReadDb): readonly OpenCheck[] {
  return listOpenChecks(db).map((row) => ({
    ...openPayment(db, row),
    checkKind: row.checkKind ?? 'personal',
    holdUntil: row.holdUntil,
  }));
}

export function readUnknownPayments(db: ReadDb): readonly OpenPayment[] {
  return listUnknownPayments(db).map((row) => openPayment(db, row));
}

export function readFinancedPayments(db: ReadDb): readonly FinancedPayment[] {
  return listFinancedPayments(db).map((row) => ({
    ...openPayment(db, row),
    provider: findAnyProvider(db, row.providerId ?? '')?.name ?? '',
    plan: row.plan,
    feeCents: row.feeCents as Cents,
  }));
}

export function readProviders(db: ReadDb): readonly Provider[] {
  return listProviders(db).map((row) => ({
    providerId: row.id as Provider['providerId'],
    name: row.name,
    kind: row.kind,
    feePpm: row.feePpm as RatePpm,
    lessorCustomerId: row.lessorCustomerId as CustomerId | null,
  }));
}

function openPayment(db: ReadDb, row: PaymentRow): OpenPayment {
  const sale = findSale(db, row.saleId);
  const customerId = sale ? effectiveParty(db, sale).customerId : null;
  const customer = customerId === null ? undefined : findCustomerBrief(db, customerId);
  return {
    paymentId: row.id as Id<'payment'>,
    saleId: row.saleId as SaleId,
    saleNumber: sale?.number ?? '',
    customerName: customer?.name ?? null,
    tender: row.tender,
    amountCents: row.amountCents as Cents,
    reference: row.reference,
    brand: row.brand,
    businessDate: row.businessDate,
    atMs: row.atMs,
  };
}
