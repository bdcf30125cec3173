import { journalOf, type JournalRow } from './journal-row.ts';

/**
 * The journal of goods that a count missed: out of inventory at cost. Below zero: what was found over and above. M2.
 */
export function postShrinkage(shrunkCents: number): readonly JournalRow[] {
  return journalOf([
    { account: 'missing', amountCents: shrunkCents },
    { account: 'inventory', amountCents: -shrunkCents },
  ]);
}
