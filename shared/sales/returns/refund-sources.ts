import type { SaleId } from '../../ids.ts';
import { type Cents, cents, sumCents } from '../../money.ts';
import type { TenderKind } from '../tenders.ts';
import { TENDER_TRAITS } from '../tendering/tender-kinds.ts';

/**
 * Whether a payment is money we have. `on_hold`: a check that has not cleared. `unknown`: nobody knows whether it was
 * charged. `not_paid`: a check that came back, or a payment that is known not to have been charged.
 */
export type PaidState = 'paid' | 'on_hold' | 'unknown' | 'not_paid';

/** A payment of the sale that is given back. */
export interface OriginalPayment {
  readonly kind: TenderKind;
  /** What tells two tenders of one kind apart: the gift card's id, the provider's, a card's brand; else empty. */
  readonly sourceId: string;
  /** What was handed over, positive. */
  readonly amountCents: Cents;
  readonly state: PaidState;
}

/** A sale of which lines come back, as its payments and the refunds before this one left it. */
export interface OriginalSale {
  readonly saleId: SaleId;
  /** In the order of paying. */
  readonly payments: readonly OriginalPayment[];
  /** What went back as change, positive. */
  readonly changeCents: Cents;
  /** What earlier tickets gave back of this sale: their payments that name it, amounts negative. */
  readonly refunds: readonly {
    readonly kind: TenderKind;
    readonly sourceId: string;
    readonly amountCents: Cents;
  }[];
  /** Net and tax of the lines that come back now, negative as on the ticket. */
  readonly returnedCents: Cents;
}

/** What one tender of a sale paid and has not given back. */
export interface RefundSource {
  readonly kind: TenderKind;
  readonly sourceId: string;
  /** May go back to this tender. */
  readonly leftCents: Cents;
  /** Paid by checks that have not cleared: goes back as store credit. */
  readonly heldCents: Cents;
}

/** Tenders of a sale that a refund may go back to, in the order in which it should: cards, checks, … cash last. */
export function refundSources(sale: OriginalSale): readonly RefundSource[] {
  const kinds = new Map(sale.payments.map((payment) => [keyOf(payment), payment]));
  return [...kinds.values()]
    .map((payment) => sourceOf(sale, payment))
    .toSorted((a, b) => TENDER_TRAITS[a.kind].refundTurn - TENDER_TRAITS[b.kind].refundTurn);
}

/** The payments of a sale that are not ours to give back: unknown ones, and those that were never paid. */
export function unpaidPayments(sale: OriginalSale): readonly OriginalPayment[] {
  return sale.payments.filter(({ state }) => state === 'unknown' || state === 'not_paid');
}

/** What a payment says of itself, as stored or as the window sends it. */
export interface TenderNames {
  readonly kind: TenderKind;
  readonly brand: string;
  readonly giftCardId: string | null;
  readonly providerId: string | null;
  /** Whose house account. */
  readonly customerId: string | null;
}

/**
 * What tells two tenders of one kind apart: a refund goes back to the same gift card, the same lender, the same account,
 * and to a card of the same brand.
 */
export function sourceIdOf({
  kind,
  brand,
  giftCardId,
  providerId,
  customerId,
}: TenderNames): string {
  switch (kind) {
    case 'card':
    case 'other':
      return brand;
    case 'gift_card':
      return giftCardId ?? '';
    case 'finance':
    case 'lease':
      return providerId ?? '';
    case 'house_account':
      return customerId ?? '';
    case 'cash':
    case 'check':
    case 'store_credit':
      return '';
  }
}

/** Equal for tenders that count as one. */
export function keyOf(tender: { readonly kind: TenderKind; readonly sourceId: string }): string {
  return `${tender.kind} ${tender.sourceId}`;
}

/** Refunds and change take from what is paid first, then from what is on hold. */
function sourceOf(sale: OriginalSale, { kind, sourceId }: OriginalPayment): RefundSource {
  const same = (other: { readonly kind: TenderKind; readonly sourceId: string }) =>
    keyOf(other) === keyOf({ kind, sourceId });
  const paid = (state: PaidState) =>
    sumCents(
      sale.payments
        .filter((each) => same(each) && each.state === state)
        .map((each) => each.amountCents),
    );
  const refunded = 0 - sumCents(sale.refunds.filter(same).map((refund) => refund.amountCents));
  const gone = refunded + (kind === 'cash' ? sale.changeCents : 0);
  const overdrawn = Math.max(0, gone - paid('paid'));
  return {
    kind,
    sourceId,
    leftCents: cents(Math.max(0, paid('paid') - gone)),
    heldCents: cents(Math.max(0, paid('on_hold') - overdrawn)),
  };
}
