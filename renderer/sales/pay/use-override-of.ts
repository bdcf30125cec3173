import type { Id } from '#shared/ids.ts';
import { type Cents, negateCents } from '#shared/money.ts';
import { type CartLine, changeLine } from '#shared/sales/cart.ts';
import { useTranslation } from 'react-i18next';
import type { OverrideRequest } from '../../app/override/override-dialog.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import type { SaleRefusalData } from './fixes.ts';
import type { TillState } from './use-till.ts';

export interface OverrideOf {
  readonly request: OverrideRequest;
  /** Writes the manager's word where it was needed. */
  readonly apply: (overrideId: Id<'override'>) => void;
}

/** What a manager would have to allow so that a refusal goes away; undefined where no word of theirs helps. */
export function useOverrideOf(
  refusal: SaleRefusalData,
  state: TillState | undefined,
): OverrideOf | undefined {
  const ofLine = useOverrideOfLine();
  const ofRefund = useOverrideOfRefund(state);
  const { code } = refusal;
  if (code === 'PRICE_NEEDS_OVERRIDE' || code === 'RETURN_NEEDS_OVERRIDE')
    return ofLine(refusal.lineId, code);
  return code === 'REFUND_OVER_PAID' ? ofRefund(refusal.tender) : undefined;
}

/** A price below the store's threshold, or goods that come back without their receipt: what the line comes to. */
function useOverrideOfLine() {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { cart, totals, change } = useCart();
  return (
    lineId: string,
    code: 'PRICE_NEEDS_OVERRIDE' | 'RETURN_NEEDS_OVERRIDE',
  ): OverrideOf | undefined => {
    const line = cart.lines.find((each) => each.lineId === lineId);
    const priced = totals?.lines.find((each) => each.lineId === lineId);
    if (!line || !priced) return undefined;
    const ofPrice = code === 'PRICE_NEEDS_OVERRIDE';
    // With its receipt it is the fee that was waived: that is said where the line came from.
    if (!ofPrice && line.links.originalLineId !== undefined) return undefined;
    const amountCents = ofPrice ? priced.netCents : (Math.abs(priced.netCents) as Cents);
    const about = { description: line.description, amount: format.money(amountCents) };
    return {
      request: {
        permission: ofPrice ? 'sales.changePrice' : 'sales.blindReturn',
        subjectId: lineId,
        amountCents,
        what: ofPrice ? t('override.price', about) : t('override.return', about),
        ...(line.priceReason !== null && { reason: line.priceReason }),
      },
      apply: (overrideId) =>
        change((now) => changeLine(now, line.lineId, wordOn(line, overrideId, ofPrice))),
    };
  };
}

function wordOn(line: CartLine, overrideId: Id<'override'>, ofPrice: boolean) {
  return ofPrice
    ? { overrideId }
    : { overrideId: line.overrideId, links: { ...line.links, returnOverrideId: overrideId } };
}

/** Money that goes back to another tender than it came from. */
function useOverrideOfRefund(state: TillState | undefined) {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { cart } = useCart();
  return (tender: string): OverrideOf | undefined => {
    if (state?.step?.kind !== 'covers' && state?.step?.kind !== 'part') return undefined;
    const { payments } = state.step;
    const payment = payments.findLast((each) => each.kind === tender && each.overrideId === null);
    if (!payment) return undefined;
    const amountCents = negateCents(payment.amountCents);
    return {
      request: {
        permission: 'sales.refundOther',
        subjectId: cart.cartId,
        amountCents,
        what: t('override.refund', {
          tender: t(`tender.${payment.kind}`),
          amount: format.money(amountCents),
        }),
      },
      apply: (overrideId) =>
        state.tell({
          type: 'payments',
          freshId: freshId('payment'),
          payments: payments.map((each) => (each === payment ? { ...each, overrideId } : each)),
        }),
    };
  };
}
