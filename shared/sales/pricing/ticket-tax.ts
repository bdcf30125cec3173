import {
  type Cents,
  negateCents,
  portionOfCents,
  sumCents,
  type Thousandths,
  ZERO_CENTS,
} from '../../money.ts';
import type { TaxableLine, TaxTerms } from '../../taxes/tax-rule.ts';
import { type LineTax, taxTicket } from '../../taxes/tax-ticket.ts';
import { elementAt } from './element-at.ts';
import type { PricedLine } from './priced-line.ts';
import type { TicketLine } from './ticket.ts';

const UNTAXED: LineTax = { taxCents: ZERO_CENTS, parts: [] };

/**
 * What the tax rules say of each line at its price before tax. What comes back is not shown to them, its tax is the
 * original's; a trade-up is shown as a credit, which lowers the base where the area says so.
 */
export function taxLines(priced: readonly PricedLine[], terms: TaxTerms): readonly LineTax[] {
  const shown = priced.filter(({ line }) => line.fixed === null || isTradeIn(line));
  const taxes = taxTicket(shown.map(taxable), terms);
  let position = 0;
  return priced.map((each) => {
    if (each !== shown[position]) return UNTAXED;
    position += 1;
    return elementAt(taxes, position - 1);
  });
}

/** The tax that the rules give for all lines together; never negative, for returned tax is not theirs. */
export function taxOfAll(priced: readonly PricedLine[], terms: TaxTerms): Cents {
  return sumCents(taxLines(priced, terms).map((each) => each.taxCents));
}

/** A trade-up whose stored amounts already give tax back is a return to the tax: it may not lower the base as well. */
function isTradeIn(line: TicketLine): boolean {
  return line.kind === 'trade_up' && line.fixed?.taxCents === 0;
}

function taxable({ line, netCents }: PricedLine): TaxableLine {
  const tradeIn = isTradeIn(line);
  const baseCents = tradeIn ? negateCents(netCents) : netCents;
  return {
    taxClass: line.taxClass,
    taxed: line.taxed,
    quantityThousandths: Math.abs(line.quantityThousandths) as Thousandths,
    netCents: baseCents,
    partsCents: portionOfCents(baseCents, line.partsPpm, 1_000_000),
    tradeIn,
  };
}
