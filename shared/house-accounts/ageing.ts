import type { CustomerId, Id } from '../ids.ts';
import { addCents, type Cents, cents, sumCents, ZERO_CENTS } from '../money.ts';
import type { BusinessDate } from '../time.ts';

export type HouseAccountEntryId = Id<'houseAccountEntry'>;

/** One entry of a house account. A fact: the account is nothing but its entries. */
export interface HouseAccountEntry {
  readonly entryId: HouseAccountEntryId;
  readonly kind: 'charge' | 'payment' | 'returned_check' | 'fee' | 'credit' | 'voided';
  readonly businessDate: BusinessDate;
  /** Positive is owed by the customer, negative lowers it. */
  readonly amountCents: Cents;
  /** When a positive entry is due; null is due at once. */
  readonly dueOn: BusinessDate | null;
  /** The entry that a negative one is meant for: a payment on one sale, a void of its charge. */
  readonly clearsEntryId: HouseAccountEntryId | null;
}

/** A positive entry and what of it is still owed. */
export interface OpenItem {
  readonly entry: HouseAccountEntry;
  readonly openCents: Cents;
  /** Days past due; zero or less is not late. */
  readonly daysLate: number;
}

/** What is owed, by days past due. Each day belongs to one bucket: 30 days late is still in the first. */
export interface AgeBuckets {
  readonly currentCents: Cents;
  readonly days1To30Cents: Cents;
  readonly days31To60Cents: Cents;
  readonly days61To90Cents: Cents;
  readonly over90Cents: Cents;
}

export interface AccountAgeing {
  /** What the customer owes: open items less what is not yet used. Negative when the store owes. */
  readonly balanceCents: Cents;
  /** Oldest first. */
  readonly openItems: readonly OpenItem[];
  readonly buckets: AgeBuckets;
  /** Paid ahead: what no item was left for. Zero or more. */
  readonly unusedCents: Cents;
}

/**
 * What was owed at the end of a day, any past day included: later entries do not exist yet. What is paid clears the
 * entry it names; what is left of that, and all else, clears the oldest entries first, by business date and then in the
 * order given. Buckets − unused = balance = sum of the entries.
 */
export function ageAccount(
  entries: readonly HouseAccountEntry[],
  asOf: BusinessDate,
): AccountAgeing {
  const known = entriesThrough(entries, asOf);
  const { open, unusedCents } = clearItems(known);
  const openItems = known
    .filter((entry) => (open.get(entry.entryId) ?? 0) > 0)
    .map((entry) => ({
      entry,
      openCents: cents(open.get(entry.entryId) ?? 0),
      daysLate: daysFrom(entry.dueOn ?? entry.businessDate, asOf),
    }));
  return {
    balanceCents: sumCents(known.map((entry) => entry.amountCents)),
    openItems,
    buckets: intoBuckets(openItems),
    unusedCents,
  };
}

/** The balance of each account that is not zero at the end of a day, for the list by name that equals the journal. */
export function balancesAsOf(
  accounts: ReadonlyMap<CustomerId, readonly HouseAccountEntry[]>,
  asOf: BusinessDate,
): ReadonlyMap<CustomerId, Cents> {
  const balances = [...accounts].map(
    ([customerId, entries]) =>
      [
        customerId,
        sumCents(entriesThrough(entries, asOf).map((entry) => entry.amountCents)),
      ] as const,
  );
  return new Map(balances.filter(([, balanceCents]) => balanceCents !== 0));
}

/** Entries up to a day, by business date and then as given. */
export function entriesThrough(
  entries: readonly HouseAccountEntry[],
  asOf: BusinessDate,
): readonly HouseAccountEntry[] {
  return entries
    .filter((entry) => entry.businessDate <= asOf)
    .toSorted((a, b) =>
      a.businessDate < b.businessDate ? -1 : a.businessDate > b.businessDate ? 1 : 0,
    );
}

function clearItems(known: readonly HouseAccountEntry[]) {
  const items = known.filter((entry) => entry.amountCents > 0);
  const open = new Map(items.map((item) => [item.entryId, item.amountCents as number]));
  const take = (entryId: HouseAccountEntryId, most: number) => {
    const left = open.get(entryId) ?? 0;
    const taken = Math.min(left, most);
    if (taken > 0) open.set(entryId, left - taken);
    return taken;
  };
  let unused = 0;
  for (const { amountCents, clearsEntryId } of known) {
    if (amountCents >= 0) continue;
    const paid = 0 - amountCents;
    unused += paid - (clearsEntryId === null ? 0 : take(clearsEntryId, paid));
  }
  for (const { entryId } of items) unused -= take(entryId, unused);
  return { open, unusedCents: cents(unused) };
}

function intoBuckets(items: readonly OpenItem[]): AgeBuckets {
  const late = (from: number, to: number) =>
    items
      .filter(({ daysLate }) => daysLate >= from && daysLate <= to)
      .reduce((sum, item) => addCents(sum, item.openCents), ZERO_CENTS);
  return {
    currentCents: late(-Infinity, 0),
    days1To30Cents: late(1, 30),
    days31To60Cents: late(31, 60),
    days61To90Cents: late(61, 90),
    over90Cents: late(91, Infinity),
  };
}

function daysFrom(date: BusinessDate, asOf: BusinessDate): number {
  return Temporal.PlainDate.from(date).until(asOf).days;
}
