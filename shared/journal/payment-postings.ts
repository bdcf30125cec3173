import type { TenderKind } from '../sales/tenders.ts';
import { type AccountCode, detailOf } from './accounts.ts';
import type { Posting } from './journal-row.ts';

/** `unknown`: taken, and nobody knows whether it was charged. `not_charged`: now we know that it was not. M7. */
export type PaymentState = 'known' | 'unknown' | 'not_charged';

/** A payment as the books see it, from one stored row. */
export interface JournalPayment {
  readonly tender: TenderKind;
  /**
   * Finance and lease: the provider. Card: its processor where the store has several, else empty. Other: what it was.
   * Ignored for all other tenders.
   */
  readonly detail: string;
  /** Handed over or charged; negative when given back. */
  readonly amountCents: number;
  /** As it was known when it was booked; what takes a payment back is booked where that payment stands until then. */
  readonly state: PaymentState;
  /** Takes back an earlier payment, whose amount has the other sign: what a void or a correction stores. */
  readonly reverses: boolean;
}

const ACCOUNT_OF_TENDER: Readonly<Record<TenderKind, AccountCode>> = {
  cash: 'cash_drawer',
  card: 'card_clearing',
  check: 'check_clearing',
  gift_card: 'gift_cards',
  store_credit: 'store_credit',
  house_account: 'house_accounts',
  finance: 'finance_receivable',
  lease: 'lease_receivable',
  other: 'other_tender',
};

/**
 * Where the money of a payment went: to the account of its tender; to `unresolved_payments` while nobody knows; and
 * once it is known not to have been charged, to what the customer still owes or, of a refund, to what we still owe. M7.
 */
export function paymentPostings(payments: readonly JournalPayment[]): Posting[] {
  return payments.map((payment) => ({
    ...placeOf(payment),
    amountCents: payment.amountCents,
  }));
}

function placeOf(payment: JournalPayment): Pick<Posting, 'account' | 'detail'> {
  if (payment.state === 'unknown') return { account: 'unresolved_payments' };
  if (payment.state === 'not_charged')
    return { account: isRefund(payment) ? 'refunds_due' : 'uncollected_payments' };
  const account = ACCOUNT_OF_TENDER[payment.tender];
  return detailOf(account) === undefined ? { account } : { account, detail: payment.detail };
}

function isRefund({ amountCents, reverses }: JournalPayment): boolean {
  return amountCents < 0 !== reverses;
}
