import type { CustomerId } from '#shared/ids.ts';
import { type Cents, sumCents, ZERO_CENTS } from '#shared/money.ts';
import type { PricedTicket } from '#shared/sales/cart-totals.ts';
import type { Cart } from '#shared/sales/cart.ts';
import { PROMPT_FROM_CENTS, type CashMeter } from '#shared/sales/form-8300/meter.ts';
import {
  countedCents,
  isDesignatedSale,
  REPORTABLE_OVER_CENTS,
} from '#shared/sales/form-8300/reportable-cash.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { Payment } from './payments.ts';

/** What must be said of cash that is offered. */
export type CashAdvice =
  /** Near the limit: it is easier to ask now than to look for the customer later. */
  | { readonly kind: 'ask'; readonly cashCents: Cents }
  /** Over the limit, and there is a name: a form is due. */
  | { readonly kind: 'report'; readonly cashCents: Cents; readonly fileBy: BusinessDate }
  /** Over the limit, and nobody knows whose cash it is. */
  | { readonly kind: 'nameless'; readonly cashCents: Cents };

/** What of these payments counts as cash on Form 8300: notes less their change, and checks that are as good as cash. */
export function reportableCents(
  payments: readonly Payment[],
  changeCents: Cents,
  cart: Cart,
  totals: PricedTicket,
): Cents {
  const designatedSale = isDesignatedSale(articlesOf(cart, totals));
  const counted = payments.map((payment) =>
    countedCents({
      paymentId: payment.paymentId,
      // Nobody's and of this sale alone: what is asked is only what counts.
      buyerId: '' as CustomerId,
      transactionId: '',
      kind: payment.kind === 'cash' ? 'cash' : (payment.checkKind ?? 'personal'),
      receivedOn: '' as BusinessDate,
      receivedAtMs: 0,
      amountCents:
        payment.kind === 'cash' || payment.kind === 'check' ? payment.amountCents : ZERO_CENTS,
      designatedSale,
      avoidsReport: false,
      excepted: false,
      issuer: '',
      serial: payment.reference,
    }),
  );
  return Math.max(0, sumCents(counted) - changeCents) as Cents;
}

/** The articles of the sale as the law asks of them: jewelry and watches last, bullion and coins are collected. */
function articlesOf({ lines }: Cart, totals: PricedTicket) {
  return lines.flatMap(({ lineId, kind, taxClass, quantityThousandths }) => {
    const priced = totals.lines.find((line) => line.lineId === lineId);
    if (kind !== 'item' || quantityThousandths <= 0 || !priced) return [];
    const nature = taxClass === 'bullion' ? ('collectible' as const) : ('durable' as const);
    const priceCents = Math.round((priced.netCents * 1000) / quantityThousandths) as Cents;
    return [{ nature, priceCents }];
  });
}

/** Calm below $10,000, in the law's words above. `meter`: the customer's, with this cash in it; undefined without a customer. */
export function cashAdvice(
  cashCents: Cents,
  meter: CashMeter | undefined,
  named: boolean,
): CashAdvice | undefined {
  if (cashCents <= 0) return undefined;
  if (!named) {
    if (cashCents > REPORTABLE_OVER_CENTS) return { kind: 'nameless', cashCents };
    return cashCents >= PROMPT_FROM_CENTS ? { kind: 'ask', cashCents } : undefined;
  }
  const due = meter?.due[0];
  if (due) return { kind: 'report', cashCents: due.totalCents, fileBy: due.fileBy };
  return meter?.prompt === 'ask' ? { kind: 'ask', cashCents: meter.countedCents } : undefined;
}
