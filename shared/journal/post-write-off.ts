import { journalOf, type JournalRow } from './journal-row.ts';

/**
 * The journal of goods that came back and cannot be sold again: out of inventory, where their return had put them, at
 * what they had cost (not negative). Nothing where nobody knows the cost: the return had put nothing there. M2.
 */
export function postWriteOff(costCents: number): readonly JournalRow[] {
  return journalOf([
    { account: 'store_charges', amountCents: costCents },
    { account: 'inventory', amountCents: -costCents },
  ]);
}
