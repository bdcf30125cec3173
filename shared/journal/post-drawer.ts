import { journalOf, type JournalRow, type Posting } from './journal-row.ts';

/** What happens to the cash of a drawer besides sales. Amounts are not negative; the kind says which way they go. */
export type DrawerEvent =
  | {
      readonly kind: 'opened';
      readonly floatCents: number;
      /** What the last close left in this drawer; 0 before the first. */
      readonly lastLeftCents: number;
    }
  | {
      readonly kind: 'paid_in' | 'paid_out';
      readonly amountCents: number;
      /** Code of a seeded reason, else empty. Typed words never: they can be erased, and a journal cannot. */
      readonly reasonCode: string;
    }
  | { readonly kind: 'drop'; readonly amountCents: number }
  | { readonly kind: 'no_sale' }
  | {
      readonly kind: 'closed';
      readonly expectedCents: number;
      readonly countedCents: number;
      readonly leftCents: number;
    }
  /** Cash carried from the safe to the bank. */
  | { readonly kind: 'banked'; readonly amountCents: number };

/**
 * The journal of what happens to a drawer. A float is no income: what the last close left was booked then, and only a
 * difference to it comes from the safe or goes there. The count makes over or short, and what is not left goes to the
 * bank; checks follow when they clear. After a close the account holds what was left. M2, M5.
 */
export function postDrawer(event: DrawerEvent): readonly JournalRow[] {
  return journalOf(drawerPostings(event));
}

function drawerPostings(event: DrawerEvent): Posting[] {
  switch (event.kind) {
    case 'opened':
      return [
        { account: 'cash_drawer', amountCents: event.floatCents - event.lastLeftCents },
        { account: 'safe', amountCents: event.lastLeftCents - event.floatCents },
      ];
    case 'paid_in':
      return [
        { account: 'cash_drawer', amountCents: event.amountCents },
        { account: 'paid_in', detail: event.reasonCode, amountCents: -event.amountCents },
      ];
    case 'paid_out':
      return [
        { account: 'paid_out', detail: event.reasonCode, amountCents: event.amountCents },
        { account: 'cash_drawer', amountCents: -event.amountCents },
      ];
    case 'drop':
      return [
        { account: 'safe', amountCents: event.amountCents },
        { account: 'cash_drawer', amountCents: -event.amountCents },
      ];
    case 'no_sale':
      return [];
    case 'closed':
      return [
        { account: 'cash_drawer', amountCents: event.leftCents - event.expectedCents },
        { account: 'cash_over_short', amountCents: event.expectedCents - event.countedCents },
        { account: 'bank', amountCents: event.countedCents - event.leftCents },
      ];
    case 'banked':
      return [
        { account: 'bank', amountCents: event.amountCents },
        { account: 'safe', amountCents: -event.amountCents },
      ];
  }
}
