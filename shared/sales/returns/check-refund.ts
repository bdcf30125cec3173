import type { SaleId } from '../../ids.ts';
import { type Cents, cents, ZERO_CENTS } from '../../money.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { TenderKind } from '../tenders.ts';
import { TENDER_TRAITS } from '../tendering/tender-kinds.ts';
import { planRefund } from './refund-plan.ts';
import { keyOf, type OriginalSale, refundSources, unpaidPayments } from './refund-sources.ts';

/** A tender that is to give money back, as the window asks for it. */
export interface ProposedRefund {
  readonly kind: TenderKind;
  readonly sourceId: string;
  /** Negative; a tender that takes money is none of this check's business. */
  readonly amountCents: Cents;
  readonly refundOfSaleId: SaleId | null;
  /** A manager allowed this tender to give more than it paid, or to give where it paid nothing. */
  readonly overridden: boolean;
}

export interface RefundOverPaid {
  readonly code: 'REFUND_OVER_PAID';
  readonly tender: TenderKind;
  /** What may still go back to this tender of the sale named. */
  readonly leftCents: Cents;
}

/**
 * Whether a refund may go where the window sends it: to each tender at most what it paid for the sale named, less its
 * change and what it gave back before; as store credit freely, but never for payments that are unknown or were not paid.
 *
 * Refuses with `REFUND_OVER_PAID` and the first tender that gives too much. An override lifts that for what its tender
 * gives beyond, with two exceptions: gift cards, lenders and lessors never get more than they paid, and a kind of tender
 * of which a payment is unknown waits until that payment is settled. That the tenders come to the total is `settle`'s
 * matter. `takenAsMoneyCents` is what of the total goes back as gift cards and payments on account of the same ticket,
 * zero or more; `totalCents` counts it as given back.
 */
export function checkRefund(
  sales: readonly OriginalSale[],
  totalCents: Cents,
  tenders: readonly ProposedRefund[],
  takenAsMoneyCents: Cents = ZERO_CENTS,
): Result<null, RefundOverPaid> {
  const used = new Map<string, number>();
  let boundCents: number = takenAsMoneyCents;
  for (const tender of tenders) {
    const backCents = 0 - tender.amountCents;
    if (backCents <= 0) continue;
    if (tender.kind === 'store_credit') {
      if (!tender.overridden) boundCents += backCents;
      continue;
    }
    const sale = sales.find(({ saleId }) => saleId === tender.refundOfSaleId);
    const key = `${tender.refundOfSaleId ?? ''} ${keyOf(tender)}`;
    const before = used.get(key) ?? 0;
    const leftCents = cents(Math.max(0, paidLeft(sale, tender) - before));
    used.set(key, before + backCents);
    if (backCents > leftCents && !isLifted(sales, tender))
      return refuse({ code: 'REFUND_OVER_PAID', tender: tender.kind, leftCents });
    boundCents += Math.min(backCents, leftCents);
  }
  return checkUnpaid(sales, totalCents, boundCents);
}

/** What was never paid cannot go back, not as store credit either. What an override lifted is not bound by that. */
function checkUnpaid(
  sales: readonly OriginalSale[],
  totalCents: Cents,
  boundCents: number,
): Result<null, RefundOverPaid> {
  const { blockedCents } = planRefund(sales, totalCents);
  const payment = sales.flatMap(unpaidPayments)[0];
  if (blockedCents === 0 || !payment) return ok(null);
  if (boundCents <= 0 - totalCents - blockedCents) return ok(null);
  return refuse({ code: 'REFUND_OVER_PAID', tender: payment.kind, leftCents: ZERO_CENTS });
}

function paidLeft(sale: OriginalSale | undefined, tender: ProposedRefund): Cents {
  if (!sale) return ZERO_CENTS;
  const source = refundSources(sale).find((each) => keyOf(each) === keyOf(tender));
  return source?.leftCents ?? ZERO_CENTS;
}

function isLifted(sales: readonly OriginalSale[], tender: ProposedRefund): boolean {
  if (!tender.overridden || TENDER_TRAITS[tender.kind].refund === 'original_only') return false;
  return !sales
    .flatMap(unpaidPayments)
    .some((payment) => payment.state === 'unknown' && payment.kind === tender.kind);
}
