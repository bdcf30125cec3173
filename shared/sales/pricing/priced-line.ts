import { type Cents, extendPrice, subtractCents } from '../../money.ts';
import { linePrice } from './line-pricing.ts';
import type { TicketLine } from './ticket.ts';

/** A line with its price before tax as far as it is found. */
export interface PricedLine {
  readonly line: TicketLine;
  readonly grossCents: Cents;
  readonly netCents: Cents;
}

/**
 * A line at its own price before tax. One that is quoted out the door stands at its quoted total until its tax is known.
 * A negative price or quantity that is no fixed amount, or fixed amounts that do not add up, are bugs and throw.
 */
export function priceLine(line: TicketLine): PricedLine {
  if (line.fixed !== null) {
    const { grossCents, discountCents, netCents } = line.fixed;
    if (subtractCents(grossCents, discountCents) !== netCents)
      throw new RangeError(`fixed amounts of line ${line.lineId} do not add up`);
    return { line, grossCents, netCents };
  }
  const grossCents = extendPrice(line.tagPriceCents, line.quantityThousandths);
  if (line.pricing.way !== 'out_the_door')
    return { line, grossCents, netCents: linePrice(line.pricing, grossCents).netCents };
  // Checks the gross and the quoted total like those of every other way.
  const quoted = linePrice({ way: 'before_tax', cents: line.pricing.cents }, grossCents);
  return { line, grossCents, netCents: quoted.netCents };
}
