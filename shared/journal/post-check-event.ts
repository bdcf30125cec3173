import { journalOf, type JournalRow, type Posting } from './journal-row.ts';

/** What became of a check. Amounts are not negative. */
export type CheckEvent =
  | { readonly kind: 'cleared'; readonly amountCents: number }
  | {
      readonly kind: 'returned';
      readonly amountCents: number;
      /** What the store asks the customer for it. */
      readonly feeCents: number;
      /** What the bank takes from the store for it. */
      readonly bankFeeCents: number;
      /** True where the bank had paid it first. */
      readonly cleared: boolean;
      /** Where the customer owes it: on a house account, or as a returned check. */
      readonly owedOn: 'house_accounts' | 'returned_checks';
    };

/**
 * The journal of a check that cleared (clearing → bank), or came back: the customer owes the check and our fee, and the
 * sale stands. M2.
 */
export function postCheckEvent(event: CheckEvent): readonly JournalRow[] {
  return journalOf(event.kind === 'cleared' ? cleared(event.amountCents) : returned(event));
}

function cleared(amountCents: number): Posting[] {
  return [
    { account: 'bank', amountCents },
    { account: 'check_clearing', amountCents: -amountCents },
  ];
}

function returned(event: Extract<CheckEvent, { kind: 'returned' }>): Posting[] {
  return [
    { account: event.owedOn, amountCents: event.amountCents + event.feeCents },
    { account: event.cleared ? 'bank' : 'check_clearing', amountCents: -event.amountCents },
    { account: 'fee_income', amountCents: -event.feeCents },
    { account: 'fees', amountCents: event.bankFeeCents },
    { account: 'bank', amountCents: -event.bankFeeCents },
  ];
}
