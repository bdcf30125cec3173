import type { PaymentId, ReceivedPayment } from './reportable-cash.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Splits the payments of one buyer into related groups, each in order of receipt: payments on one transaction, payments
 * at most 24 hours apart (also over a chain of such), and those that staff know to be one of a series, given as links.
 * (c)(7)(ii); a link over an unknown payment is ignored. Throws when the payments are not all of one buyer.
 */
export function relatedPayments(
  payments: readonly ReceivedPayment[],
  links: readonly (readonly [PaymentId, PaymentId])[],
): readonly (readonly ReceivedPayment[])[] {
  if (new Set(payments.map((payment) => payment.buyerId)).size > 1)
    throw new RangeError('payments of several buyers are never related here');
  const inOrder = byReceipt(payments);
  const group = new Map(inOrder.map((payment, index) => [payment.paymentId, index]));
  const join = (a: PaymentId, b: PaymentId) => {
    const [from, into] = [group.get(a), group.get(b)];
    if (from === undefined || into === undefined) return;
    for (const [paymentId, at] of group) if (at === from) group.set(paymentId, into);
  };
  const firstOf = new Map<string, PaymentId>();
  for (const [index, { paymentId, transactionId, receivedAtMs }] of inOrder.entries()) {
    join(paymentId, firstOf.get(transactionId) ?? paymentId);
    if (!firstOf.has(transactionId)) firstOf.set(transactionId, paymentId);
    const before = inOrder[index - 1];
    if (before && receivedAtMs - before.receivedAtMs <= DAY_MS) join(paymentId, before.paymentId);
  }
  for (const [a, b] of links) join(a, b);
  const groups = Map.groupBy(inOrder, (payment) => group.get(payment.paymentId));
  return [...groups.values()];
}

/** In order of receipt; equal moments keep the order given. */
export function byReceipt(payments: readonly ReceivedPayment[]): readonly ReceivedPayment[] {
  return payments.toSorted((a, b) => a.receivedAtMs - b.receivedAtMs);
}
