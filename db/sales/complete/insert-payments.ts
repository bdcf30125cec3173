import type { SaleTender } from '#shared/sales/contract.ts';
import { paymentTable } from '../tables.ts';
import { insertAccountCharge, insertCreditUse, insertGiftCardUse } from './insert-credit.ts';
import type { Takings } from './ringing.ts';
import { findAnyProvider } from '../payments/find-provider.ts';
import { type RatePpm, rateOfCents } from '#shared/money.ts';

/** The tenders as payments, and what they take from or put on cards, credits and accounts. */
export function insertPayments(takings: Takings): void {
  for (const tender of takings.tenders) {
    insertPayment(takings, tender);
    if (tender.kind === 'gift_card') insertGiftCardUse(takings, tender);
    if (tender.kind === 'store_credit') insertCreditUse(takings, tender);
    if (tender.kind === 'house_account') insertAccountCharge(takings, tender);
  }
}

function insertPayment(takings: Takings, tender: SaleTender): void {
  const { tx, context, saleId, ticket } = takings;
  const provider = tender.providerId === null ? undefined : findAnyProvider(tx, tender.providerId);
  tx.insertFact(paymentTable, {
    id: tender.paymentId,
    saleId,
    tender: tender.kind,
    amountCents: tender.amountCents,
    brand: tender.brand,
    reference: tender.reference,
    drawerSessionId: ticket.drawer.drawerSessionId,
    businessDate: ticket.drawer.businessDate,
    atMs: context.nowMs,
    unknown: tender.unknown ? 1 : 0,
    refundOfSaleId: tender.refundOfSaleId,
    saleCorrectionId: takings.saleCorrectionId ?? null,
    giftCardId: tender.giftCardId,
    customerId: OWED.has(tender.kind) ? ticket.cart.customerId : null,
    providerId: tender.providerId,
    plan: tender.plan,
    feeCents: provider ? rateOfCents(tender.amountCents, provider.feePpm as RatePpm) : 0,
    checkKind: tender.checkKind,
    holdUntil: tender.holdUntil,
  });
}

/** Tenders that stand on a customer's name. */
const OWED: ReadonlySet<SaleTender['kind']> = new Set(['store_credit', 'house_account']);
