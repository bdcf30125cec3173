import type { AccountCode } from './accounts.ts';
import { journalOf, type JournalRow } from './journal-row.ts';

export interface Funding {
  /** Who paid: a lender, a lessor, or the card processor of a batch. */
  readonly tender: 'finance' | 'lease' | 'card';
  /** The detail that the payments were booked with. */
  readonly provider: string;
  /** What arrived at the bank. */
  readonly fundedCents: number;
  /** What the provider kept. Funded + fee is what it no longer owes. */
  readonly feeCents: number;
}

const OWED_ON: Readonly<Record<Funding['tender'], AccountCode>> = {
  finance: 'finance_receivable',
  lease: 'lease_receivable',
  card: 'card_clearing',
};

/** The journal of a provider's payment: bank and fee against what it owed. M2. */
export function postFinanceFunding(funding: Funding): readonly JournalRow[] {
  const settledCents = funding.fundedCents + funding.feeCents;
  return journalOf([
    { account: 'bank', amountCents: funding.fundedCents },
    { account: 'fees', amountCents: funding.feeCents },
    {
      account: OWED_ON[funding.tender],
      detail: funding.provider,
      amountCents: -settledCents,
    },
  ]);
}
