import type { AccountCode } from '../accounts.ts';
import { type JournalRow, totalsByAccount } from '../journal-row.ts';
import type { JournalPayment } from '../payment-postings.ts';
import { postSale } from '../post-sale.ts';
import { aLine } from './a-ticket.ts';

/** What the rows of a journal sum to; M2 wants 0. */
export function sumOf(rows: readonly JournalRow[]): number {
  return rows.reduce((sum, row) => sum + row.amountCents, 0);
}

/** What stands on an account after some journals, debit positive, over all its details. */
export function balanceOn(
  account: AccountCode,
  journals: readonly (readonly JournalRow[])[],
): number {
  return sumOf(totalsByAccount(journals).filter((row) => row.account === account));
}

/** The journal of a piece sold for `cents` without tax or known cost. */
export function soldFor(
  cents: number,
  ...payments: readonly JournalPayment[]
): readonly JournalRow[] {
  return postSale({
    lines: [aLine({ netCents: cents })],
    payments,
    changeCents: 0,
    roundingCents: 0,
  });
}
