import { journalOf, type JournalRow } from './journal-row.ts';
import { type JournalPayment, paymentPostings } from './payment-postings.ts';

export interface PaymentResolution {
  /** The payment nobody was sure of, as it was stored. */
  readonly payment: Omit<JournalPayment, 'state'>;
  readonly outcome: 'charged' | 'not_charged';
}

/**
 * The journal of finding out about a payment that was unknown. Charged: it moves to the account of its tender. Not
 * charged: the sale stands, and the customer still owes it (of a refund: we still owe it); a correction of the tender
 * or a void settles that. M2, M7: either way `unresolved_payments` holds nothing of it any more.
 */
export function postPaymentResolution({
  payment,
  outcome,
}: PaymentResolution): readonly JournalRow[] {
  const state = outcome === 'charged' ? 'known' : 'not_charged';
  const [found, sought] = [
    { ...payment, state },
    { ...payment, state: 'unknown' },
  ] as const;
  return journalOf([
    ...paymentPostings([found]),
    ...paymentPostings([sought]).map((posting) => ({
      ...posting,
      amountCents: -posting.amountCents,
    })),
  ]);
}
