import type { AccountCode } from './accounts.ts';
import { journalOf, type JournalRow } from './journal-row.ts';

/** A house account that changes without a sale. Charges and payments are in the sale's journal, returned checks in theirs. */
export interface HouseAccountEvent {
  /**
   * - `fee`: a late or finance fee of its terms
   * - `credit`: what the store lets go of, as goodwill
   * - `written_off`: what nobody expects any more
   * - `opening`: taken over from another system
   */
  readonly kind: 'fee' | 'credit' | 'written_off' | 'opening';
  /** Not negative; the kind says whether the customer owes more. */
  readonly amountCents: number;
}

const AGAINST: Readonly<
  Record<HouseAccountEvent['kind'], { readonly account: AccountCode; readonly owesMore: boolean }>
> = {
  fee: { account: 'fee_income', owesMore: true },
  credit: { account: 'giveaway', owesMore: false },
  written_off: { account: 'bad_debts', owesMore: false },
  opening: { account: 'opening_balance', owesMore: true },
};

/** The journal of a house account that changes without a sale. M2. */
export function postHouseAccount({ kind, amountCents }: HouseAccountEvent): readonly JournalRow[] {
  const { account, owesMore } = AGAINST[kind];
  const owedCents = owesMore ? amountCents : -amountCents;
  return journalOf([
    { account: 'house_accounts', amountCents: owedCents },
    { account, amountCents: -owedCents },
  ]);
}
