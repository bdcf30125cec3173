import { addCents, type Cents, sumCents } from '../money.ts';
import type { BusinessDate } from '../time.ts';
import {
  type AccountAgeing,
  ageAccount,
  entriesThrough,
  type HouseAccountEntry,
} from './ageing.ts';

/** A row of a statement: the entry, and what was owed after it. */
export interface StatementRow {
  readonly entry: HouseAccountEntry;
  readonly balanceCents: Cents;
}

/** A house account over a period, both days included. Opening + rows = closing. */
export interface AccountStatement {
  readonly fromDate: BusinessDate;
  readonly toDate: BusinessDate;
  /** What was owed before the first day. */
  readonly openingCents: Cents;
  readonly rows: readonly StatementRow[];
  readonly closingCents: Cents;
  /** As of the last day. */
  readonly ageing: AccountAgeing;
}

/** The statement of any past period. Throws when it ends before it begins. */
export function accountStatement(
  entries: readonly HouseAccountEntry[],
  fromDate: BusinessDate,
  toDate: BusinessDate,
): AccountStatement {
  if (toDate < fromDate) throw new RangeError('a statement ends before it begins');
  const known = entriesThrough(entries, toDate);
  const before = known.filter((entry) => entry.businessDate < fromDate);
  const openingCents = sumCents(before.map((entry) => entry.amountCents));
  let balanceCents = openingCents;
  const rows = known.slice(before.length).map((entry) => {
    balanceCents = addCents(balanceCents, entry.amountCents);
    return { entry, balanceCents };
  });
  return {
    fromDate,
    toDate,
    openingCents,
    rows,
    closingCents: balanceCents,
    ageing: ageAccount(entries, toDate),
  };
}
