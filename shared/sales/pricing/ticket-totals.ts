import type { SaleLineId } from '../../ids.ts';
import { addCents, type Cents, subtractCents, sumCents, ZERO_CENTS } from '../../money.ts';
import { ok, type Result } from '../../result.ts';
import type { TaxTerms } from '../../taxes/tax-rule.ts';
import type { LineTax, TaxPart } from '../../taxes/tax-ticket.ts';
import { elementAt } from './element-at.ts';
import { isAdjustable } from './out-the-door.ts';
import { priceLine, type PricedLine } from './priced-line.ts';
import { priceQuotedLines, quotedCents, type TicketNotPossible } from './quoted-lines.ts';
import { lessShares, ticketDiscount } from './ticket-discount.ts';
import { taxLines } from './ticket-tax.ts';
import type { Ticket } from './ticket.ts';

/** What a line comes to, in cents. M1: gross − discount = net, and discount = line discount + ticket discount. */
export interface TicketLineTotals {
  readonly lineId: SaleLineId;
  /** Quantity × tag price. */
  readonly grossCents: Cents;
  /** What the line's own price takes off; negative above the tag. */
  readonly lineDiscountCents: Cents;
  /** Its share of the ticket's price; negative where that raises it. */
  readonly ticketDiscountCents: Cents;
  readonly discountCents: Cents;
  readonly netCents: Cents;
  readonly taxCents: Cents;
  /** What each rule took. Empty for fixed lines: theirs are the original's. */
  readonly taxParts: readonly TaxPart[];
}

/** A cent or two that no price makes of a quoted total: an untaxed line of its own, net = gross = this. */
export interface PriceAdjustment {
  /** The line it belongs to, or null for the whole ticket. */
  readonly lineId: SaleLineId | null;
  readonly adjustmentCents: Cents;
}

export interface TicketTotals {
  /** In the order of the ticket's lines. */
  readonly lines: readonly TicketLineTotals[];
  readonly adjustments: readonly PriceAdjustment[];
  /** The sum of the adjustments. */
  readonly adjustmentCents: Cents;
  /** All gross amounts, the adjustments among them. */
  readonly subtotalCents: Cents;
  readonly discountCents: Cents;
  readonly taxCents: Cents;
  readonly totalCents: Cents;
}

/**
 * Prices a ticket: each line its own way, then the price of the whole, then tax. M1: subtotal − discount + tax = total,
 * an adjustment counting as a line of its own. Fixed lines come to what they were given as. A price for the whole ticket
 * also falls on lines that were quoted out the door; what is left of their quote needs no adjustment then. Refuses with
 * `OUT_THE_DOOR_NOT_POSSIBLE` and the nearest totals when a quoted total cannot be made. Pure; throws on negative prices.
 */
export function ticketTotals(
  ticket: Ticket,
  terms: TaxTerms,
): Result<TicketTotals, TicketNotPossible> {
  const own = priceQuotedLines(ticket.lines.map(priceLine), terms);
  if (!own.ok) return own;
  const whole = ticketDiscount(own.value, ticket.pricing, terms);
  if (!whole.ok) return whole;
  const { sharesCents, adjustmentCents } = whole.value;
  const priced = lessShares(own.value, sharesCents);
  const taxes = taxLines(priced, terms);
  const lines = priced.map((each, index) =>
    lineTotals(each, elementAt(sharesCents, index), elementAt(taxes, index)),
  );
  const adjustments =
    ticket.pricing?.way === 'out_the_door'
      ? [{ lineId: null, adjustmentCents }]
      : priced.map((each, index) => lineAdjustment(each, elementAt(lines, index)));
  return ok(
    sumUp(
      lines,
      adjustments.filter((each) => each.adjustmentCents !== 0),
    ),
  );
}

function lineTotals(
  { line, grossCents, netCents }: PricedLine,
  ticketDiscountCents: Cents,
  tax: LineTax,
): TicketLineTotals {
  const discountCents = subtractCents(grossCents, netCents);
  return {
    lineId: line.lineId,
    grossCents,
    lineDiscountCents: subtractCents(discountCents, ticketDiscountCents),
    ticketDiscountCents,
    discountCents,
    netCents,
    taxCents: addCents(tax.taxCents, line.fixed?.taxCents ?? ZERO_CENTS),
    taxParts: tax.parts,
  };
}

/** What a line lacks to its quoted total, as long as the ticket's price has not moved it. */
function lineAdjustment(priced: PricedLine, totals: TicketLineTotals): PriceAdjustment {
  const { lineId, netCents, taxCents, ticketDiscountCents } = totals;
  const missingCents = subtractCents(
    quotedCents(priced) ?? ZERO_CENTS,
    addCents(netCents, taxCents),
  );
  const applies =
    quotedCents(priced) !== null && ticketDiscountCents === 0 && isAdjustable(missingCents);
  return { lineId, adjustmentCents: applies ? missingCents : ZERO_CENTS };
}

function sumUp(
  lines: readonly TicketLineTotals[],
  adjustments: readonly PriceAdjustment[],
): TicketTotals {
  const adjustmentCents = sumCents(adjustments.map((each) => each.adjustmentCents));
  const grossCents = sumCents(lines.map((line) => line.grossCents));
  const subtotalCents = addCents(grossCents, adjustmentCents);
  const discountCents = sumCents(lines.map((line) => line.discountCents));
  const taxCents = sumCents(lines.map((line) => line.taxCents));
  const totalCents = addCents(subtractCents(subtotalCents, discountCents), taxCents);
  return {
    lines,
    adjustments,
    adjustmentCents,
    subtotalCents,
    discountCents,
    taxCents,
    totalCents,
  };
}
