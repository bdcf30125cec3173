import { journalOf, type JournalRow } from './journal-row.ts';
import { type JournalLine, linePostings } from './line-postings.ts';
import { type JournalPayment, paymentPostings } from './payment-postings.ts';

/** A completed sale as the books see it. */
export interface JournalSale {
  readonly lines: readonly JournalLine[];
  /** Those of the sale itself: what voids and corrections stored later has journals of its own. */
  readonly payments: readonly JournalPayment[];
  /** Given back in cash. */
  readonly changeCents: number;
  /** What cash rounding put on, or negative took off, what was paid. */
  readonly roundingCents: number;
}

/**
 * The journal of a sale, with its returns, gift cards and payments on account. Income is booked before discounts, which
 * stand on an account of their own. What came back reverses income and cost, and lies in inventory again at its cost,
 * whether in the case or still to be looked at.
 *
 * M1, M2: a sale whose payments are not its lines, tax and rounding does not balance, and throws.
 */
export function postSale(sale: JournalSale): readonly JournalRow[] {
  return journalOf([
    ...sale.lines.flatMap(linePostings),
    ...paymentPostings(sale.payments),
    { account: 'cash_drawer', amountCents: -sale.changeCents },
    { account: 'cash_rounding', amountCents: -sale.roundingCents },
  ]);
}
