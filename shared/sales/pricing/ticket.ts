import type { CartLine } from '../cart.ts';
import type { TicketPricing } from '../price-ways.ts';

/**
 * A line of the cart as far as its price hangs on it. Without fixed amounts it is priced here, and then quantity and tag
 * price are not negative; with them (returns, trade-ups) it comes to exactly those.
 */
export type TicketLine = Pick<
  CartLine,
  | 'lineId'
  | 'kind'
  | 'quantityThousandths'
  | 'tagPriceCents'
  | 'pricing'
  | 'taxClass'
  | 'taxed'
  | 'partsPpm'
  | 'fixed'
>;

/** What is priced: the lines as they stand, and the price of the whole where one was given. */
export interface Ticket {
  readonly lines: readonly TicketLine[];
  readonly pricing: TicketPricing | null;
}
