import type { AccountCode } from './accounts.ts';
import { journalOf, type JournalRow } from './journal-row.ts';

/** A gift card or store credit that changes without a sale. Sold, redeemed and refunded ones are in the sale's journal. */
export interface BalanceEvent {
  readonly of: 'gift_cards' | 'store_credit';
  /**
   * - `granted`: given by the store, as goodwill
   * - `cashed_out`: paid to the holder from the drawer, where the law asks for it
   * - `cashed_out_by_paid_out`: the same, where a paid-out of the drawer has booked the cash already
   * - `escheated`: owed to the state as unclaimed property from now on
   * - `opening`: taken over from another system
   */
  readonly kind: 'granted' | 'cashed_out' | 'cashed_out_by_paid_out' | 'escheated' | 'opening';
  /** Not negative; the kind says whether the balance grows. */
  readonly amountCents: number;
}

const AGAINST: Readonly<
  Record<BalanceEvent['kind'], { readonly account: AccountCode; readonly grows: boolean }>
> = {
  granted: { account: 'giveaway', grows: true },
  cashed_out: { account: 'cash_drawer', grows: false },
  cashed_out_by_paid_out: { account: 'paid_out', grows: false },
  escheated: { account: 'unclaimed_property', grows: false },
  opening: { account: 'opening_balance', grows: true },
};

/** The journal of a balance that changes without a sale. What was granted is an expense and never less income. M2, M3. */
export function postGiftCard({ of, kind, amountCents }: BalanceEvent): readonly JournalRow[] {
  const { account, grows } = AGAINST[kind];
  const owedCents = grows ? amountCents : -amountCents;
  return journalOf([
    { account: of, amountCents: -owedCents },
    { account, amountCents: owedCents },
  ]);
}
