import { type Cents, negateCents, subtractCents, sumCents, ZERO_CENTS } from '#shared/money.ts';
import type { CompleteSaleRefusal, SaleTender } from '#shared/sales/contract.ts';
import {
  checkRefund,
  type ProposedRefund,
  type RefundOverPaid,
} from '#shared/sales/returns/check-refund.ts';
import { sourceIdOf } from '#shared/sales/returns/refund-sources.ts';
import { originalSales } from '../returns/original-sales.ts';
import { allowed } from './check-prices.ts';
import type { Paying } from './check-tenders.ts';

/**
 * A refund goes back where the money came from, to each tender at most what it paid of the sales that come back, less
 * what it gave back before. Store credit takes what else was truly paid; a manager may allow another tender, except what
 * a lender, a lessor or a card of another holder would get. What was never paid does not become a gift card either.
 */
export function refusedRefund(paying: Paying): CompleteSaleRefusal | undefined {
  const { db, ticket, tenders } = paying;
  const { totalCents } = ticket.totals;
  const asMoneyCents = takenAsMoney(ticket);
  const backCents = subtractCents(asMoneyCents, totalCents);
  const sales = backCents > 0 ? originalSales(db, ticket.goods.returns.values()) : [];
  const refusal = refusedName(sales, tenders);
  if (refusal || backCents <= 0) return refusal;
  const checked = checkRefund(
    sales,
    negateCents(backCents),
    tenders.map((tender) => proposed(paying, tender)),
    totalCents < 0 ? asMoneyCents : backCents,
  );
  return checked.ok ? undefined : checked.refusal;
}

/** Only what gives back names an earlier sale, and one of those that come back here: each gives back what it took. */
export function refusedName(
  sales: readonly { readonly saleId: string }[],
  tenders: readonly SaleTender[],
): RefundOverPaid | undefined {
  const stray = tenders.find(
    ({ refundOfSaleId: of, amountCents }) =>
      of !== null && (amountCents > 0 || !sales.some(({ saleId }) => saleId === of)),
  );
  return stray && { code: 'REFUND_OVER_PAID', tender: stray.kind, leftCents: ZERO_CENTS };
}

/** A gift card or a payment on account is money: what comes back against it goes back as if it were cash. */
function takenAsMoney({ totals }: Paying['ticket']): Cents {
  return sumCents(
    totals.lines
      .filter(({ kind }) => kind === 'gift_card' || kind === 'account_payment')
      .map(({ netCents }) => netCents),
  );
}

/** Store credit needs nobody's word where the money was paid, and where it was not no word makes it so. */
function proposed({ db, ticket }: Paying, tender: SaleTender): ProposedRefund {
  const { kind, amountCents, refundOfSaleId, overrideId } = tender;
  const { cartId, customerId } = ticket.cart;
  return {
    kind,
    sourceId: sourceIdOf({ ...tender, customerId }),
    amountCents,
    refundOfSaleId,
    overridden:
      kind !== 'store_credit' &&
      allowed(db, ticket, 'sales.refundOther', overrideId, cartId, negateCents(amountCents)),
  };
}
