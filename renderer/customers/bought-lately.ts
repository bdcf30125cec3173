import type { CustomerSale } from '#shared/customers/contract.ts';
import { cents, type Cents } from '#shared/money.ts';

/** The list the page has of a customer's sales ends here, newest first. */
const MOST_LISTED = 50;

/**
 * What a customer bought in the twelve months before `today` (`2026-11-23`), void sales left out. Undefined when the list
 * is full and does not reach back that far: a sum that may be too small is not shown.
 */
export function boughtInTwelveMonths(
  sales: readonly CustomerSale[],
  today: string,
): Cents | undefined {
  const since = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const oldest = sales.at(-1)?.businessDate;
  if (sales.length >= MOST_LISTED && oldest !== undefined && oldest > since) return undefined;
  const lately = sales.filter((sale) => !sale.voided && sale.businessDate > since);
  return cents(lately.reduce((sum, sale) => sum + sale.totalCents, 0));
}
