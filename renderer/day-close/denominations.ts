import { cents, type Cents } from '#shared/money.ts';

/** Notes and coins of a US drawer, largest first, as they are counted. */
export const DENOMINATIONS = [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1] as const;

export type Denomination = (typeof DENOMINATIONS)[number];

/** How many of each; one that is left out was not counted. */
export type Counts = Readonly<Partial<Record<Denomination, number>>>;

/** `$100`, `25¢`: the name on the coin. */
export function denominationName(denomination: Denomination): string {
  return denomination >= 100 ? `$${denomination / 100}` : `${denomination}¢`;
}

export function amountOf(denomination: Denomination, count: number | undefined): Cents {
  return cents(denomination * (count ?? 0));
}

/** What was counted; undefined while nothing was. An empty drawer is a 0 typed somewhere. */
export function countedCents(counts: Counts): Cents | undefined {
  const typed = DENOMINATIONS.filter((each) => counts[each] !== undefined);
  if (typed.length === 0) return undefined;
  return cents(typed.reduce((sum, each) => sum + amountOf(each, counts[each]), 0));
}
