import { addCents, type Cents, negateCents, sumCents, ZERO_CENTS } from '#shared/money.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import type { PricedLine } from '#shared/sales/cart-totals.ts';
import type { Ticket } from './ringing.ts';

/**
 * A trade-up is credit on another piece (docs/rules.md, The sale): it pays for pieces of its own ticket and is never paid
 * out, as a return is, less its fee. Refuses with `TRADE_UP_OVER_PURCHASE` and what the pieces of this ticket still take.
 */
export function refusedTradeUp({
  totals,
}: Pick<Ticket, 'totals'>): CompleteSaleRefusal | undefined {
  const creditCents = negateCents(chargedFor(totals.lines, 'trade_up'));
  if (creditCents === ZERO_CENTS) return undefined;
  const leftCents = chargedFor(totals.lines, 'item');
  return creditCents > leftCents ? { code: 'TRADE_UP_OVER_PURCHASE', leftCents } : undefined;
}

/** What lines of a kind cost with their tax. */
function chargedFor(lines: readonly PricedLine[], wanted: PricedLine['kind']): Cents {
  return sumCents(
    lines
      .filter(({ kind }) => kind === wanted)
      .map(({ netCents, taxCents }) => addCents(netCents, taxCents)),
  );
}
