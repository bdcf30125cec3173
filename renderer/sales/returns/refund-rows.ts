import type { Id } from '#shared/ids.ts';
import { type Cents, negateCents, ZERO_CENTS } from '#shared/money.ts';
import { TENDER_TRAITS } from '#shared/sales/tendering/tender-kinds.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import type { PlannedRefund, RefundPlace, RefundProposal } from '#shared/sales/returns/contract.ts';
import { type Payment, plainPayment } from '../pay/payments.ts';

/** A tender that may get money back, and what it gets now. */
export interface RefundRow {
  readonly key: string;
  readonly place: RefundPlace;
  /** What it may get without a manager; null: as much as was truly paid (store credit). */
  readonly mostCents: Cents | null;
  /** Why the plan gives here; undefined where it gives nothing. */
  readonly why: PlannedRefund['why'] | undefined;
  /** What is given; undefined: nothing. */
  readonly payment: Payment | undefined;
}

/** All tenders of the sales that come back, then what else is given to. What is given stands in the payments of the till. */
export function refundRows(
  proposal: RefundProposal,
  payments: readonly Payment[],
): readonly RefundRow[] {
  const places = new Map<string, RefundPlace>();
  const most = new Map<string, Cents>();
  for (const place of proposal.places) {
    if (place.leftCents > 0) places.set(keyOf(place), place);
    most.set(keyOf(place), place.leftCents);
  }
  for (const planned of proposal.tenders) places.set(keyOf(planned), planned);
  for (const payment of payments) {
    const place = placeOf(payment);
    if (!places.has(keyOf(place))) places.set(keyOf(place), place);
  }
  return [...places].map(([key, place]) => ({
    key,
    place,
    mostCents: place.kind === 'store_credit' ? null : (most.get(key) ?? ZERO_CENTS),
    why: proposal.tenders.find((planned) => keyOf(planned) === key)?.why,
    payment: payments.find((payment) => keyOf(placeOf(payment)) === key),
  }));
}

/** The plan as payments of the till; what goes to one place is one payment. */
export function plannedPayments(
  { tenders }: RefundProposal,
  freshId: () => Id<'payment'>,
): readonly Payment[] {
  const byPlace = Map.groupBy(tenders, keyOf);
  return [...byPlace.values()].flatMap((planned) => {
    const [first] = planned;
    const amount = planned.reduce((sum, { amountCents }) => sum - amountCents, 0);
    return first ? [paymentTo(first, amount as Cents, freshId())] : [];
  });
}

/** The payments with another amount for one place; none: nothing goes there. A word of the manager was for the old amount. */
export function withAmount(
  payments: readonly Payment[],
  row: RefundRow,
  amountCents: Cents | undefined,
  freshId: () => Id<'payment'>,
): readonly Payment[] {
  const { payment, place } = row;
  if (amountCents === undefined || amountCents === 0)
    return payments.filter((each) => each.paymentId !== payment?.paymentId);
  const given = paymentTo(place, amountCents, payment?.paymentId ?? freshId());
  return payment === undefined
    ? [...payments, given]
    : payments.map((each) => (each.paymentId === payment.paymentId ? given : each));
}

/** A place for money that came from elsewhere: cash for a card, credit for anything. */
export function otherPlace(kind: TenderKind, { places }: RefundProposal): RefundPlace {
  const sale = places.find((place) => place.saleId !== null);
  const to = kind === 'store_credit' ? undefined : sale;
  return {
    kind,
    sourceId: '',
    brand: '',
    giftCardId: null,
    providerId: null,
    name: '',
    saleId: to?.saleId ?? null,
    saleNumber: to?.saleNumber ?? null,
  };
}

/** What stands in the way of an amount: a manager may allow it, or nobody. */
export function overOf(row: RefundRow): 'manager' | 'never' | undefined {
  const { payment, mostCents, place } = row;
  if (!payment || mostCents === null || negateCents(payment.amountCents) <= mostCents)
    return undefined;
  if (TENDER_TRAITS[place.kind].refund === 'original_only') return 'never';
  return payment.overrideId === null ? 'manager' : undefined;
}

/** The payment that gives so much to a place. */
export function paymentTo(
  place: RefundPlace,
  amountCents: Cents,
  paymentId: Id<'payment'>,
): Payment {
  const { kind, brand, giftCardId, providerId, name, saleId } = place;
  return plainPayment({
    paymentId,
    kind,
    amountCents: negateCents(amountCents),
    brand,
    giftCardId,
    providerId,
    sourceName: name,
    refundOfSaleId: saleId,
  });
}

function placeOf({ refundOfSaleId, sourceName, ...payment }: Payment): RefundPlace {
  const { kind, brand, giftCardId, providerId } = payment;
  const own = { kind, brand, giftCardId, providerId };
  return { ...own, sourceId: '', name: sourceName, saleId: refundOfSaleId, saleNumber: null };
}

function keyOf({ kind, brand, giftCardId, providerId, saleId }: RefundPlace): string {
  return [kind, brand, giftCardId, providerId, saleId].join(' ');
}
