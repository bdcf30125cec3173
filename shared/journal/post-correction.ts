import { journalOf, type JournalRow } from './journal-row.ts';
import { type JournalPayment, paymentPostings } from './payment-postings.ts';

/** A correction of how a sale was paid. Corrections of salesperson or customer move no money and have no journal. */
export interface TenderCorrection {
  /** As stored: the old payments taken back (`reverses`), the true ones beside them. They sum to 0. */
  readonly payments: readonly JournalPayment[];
  /** Whether the drawer that the sale's cash went through has been counted and closed since. */
  readonly drawerCounted: boolean;
}

/**
 * The journal of a corrected tender: from the account of the wrong one to that of the right one, on the day of the
 * correction. Once the drawer was counted, its count has already shown the cash as over or short; the correction takes
 * it from there, because the cash of today's drawer has not moved.
 *
 * M2: a correction that changes the money of a sale does not balance, and throws.
 */
export function postCorrection({
  payments,
  drawerCounted,
}: TenderCorrection): readonly JournalRow[] {
  return journalOf(
    paymentPostings(payments).map((posting) =>
      drawerCounted && posting.account === 'cash_drawer'
        ? { ...posting, account: 'cash_over_short' as const }
        : posting,
    ),
  );
}
