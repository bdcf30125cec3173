import type { SaleLineId, TaxRuleId } from '../../ids.ts';
import {
  type Cents,
  cents,
  negateCents,
  portionOfCents,
  type RatePpm,
  rateOfCents,
  subtractCents,
  sumCents,
  type Thousandths,
} from '../../money.ts';

/** A tax row as the sale stored it: the rule, its rate, and what it fell on. */
export interface StoredTax {
  readonly taxRuleId: TaxRuleId;
  readonly ratePpm: RatePpm;
  readonly baseCents: Cents;
  readonly excessCents: Cents;
  readonly taxCents: Cents;
}

/** A line as the sale stored it. Amounts of the whole line; its tax rows sum to its tax, or there are none. */
export interface SoldLine {
  readonly quantityThousandths: Thousandths;
  readonly grossCents: Cents;
  readonly discountCents: Cents;
  readonly netCents: Cents;
  readonly taxCents: Cents;
  readonly taxes: readonly StoredTax[];
}

/** What part of a line comes back, and how much of it came back before. */
export interface ReturnedPart {
  readonly returnedBeforeThousandths: Thousandths;
  readonly quantityThousandths: Thousandths;
}

/** What may still come back of a line. M9: a line is returned at most its quantity; nothing is left of one over-returned. */
export function returnable(sold: Thousandths, returnedBefore: Thousandths): Thousandths {
  return Math.max(0, sold - returnedBefore) as Thousandths;
}

/**
 * Amounts of a `return` line, all of them negative: what the line has given back with these pieces, less what it had
 * given back before them. Each return is the difference of two portions of the whole, so that the returns of a line sum
 * to the line to the cent in whatever pieces it comes back (M10). Gross, net, and each tax row are portioned; the
 * discount is gross − net and the tax the sum of its rows, so that every return line adds up in itself. A discount of
 * a fractional piece may be off its exact share by a cent.
 *
 * Stored tax is used, never today's rules. Throws where more comes back than `returnable` says.
 */
export function returnAmounts(line: SoldLine, part: ReturnedPart): SoldLine {
  const give = pieceOf(line.quantityThousandths, part);
  const grossCents = give(line.grossCents);
  const netCents = give(line.netCents);
  const taxes = line.taxes.map((tax) => ({
    ...tax,
    baseCents: give(tax.baseCents),
    excessCents: give(tax.excessCents),
    taxCents: give(tax.taxCents),
  }));
  const rowsCents = sumCents(line.taxes.map((tax) => tax.taxCents));
  if (taxes.length > 0 && rowsCents !== line.taxCents)
    throw new RangeError('the tax rows of a line do not sum to its tax');
  return {
    quantityThousandths: (0 - part.quantityThousandths) as Thousandths,
    grossCents,
    discountCents: subtractCents(grossCents, netCents),
    netCents,
    taxCents: taxes.length > 0 ? sumCents(taxes.map((tax) => tax.taxCents)) : give(line.taxCents),
    taxes,
  };
}

/** A `trade_up` line: its credit, and the line it was paid with. */
export interface TradeUpCredit {
  readonly originalLineId: SaleLineId;
  readonly quantityThousandths: Thousandths;
  /** Negative. A trade-up has neither discount nor tax of its own: gross = net. */
  readonly netCents: Cents;
}

/**
 * The credit of a trade-up programme: `rate` of what was paid for the line, without tax. In parts it behaves like a
 * return (M10): the credits of all parts sum to the credit of the whole. The quantity counts as come back.
 */
export function tradeUpCredit(
  line: SoldLine & { readonly saleLineId: SaleLineId },
  part: ReturnedPart,
  rate: RatePpm,
): TradeUpCredit {
  const creditCents = rateOfCents(line.netCents, rate);
  return {
    originalLineId: line.saleLineId,
    quantityThousandths: (0 - part.quantityThousandths) as Thousandths,
    netCents: pieceOf(line.quantityThousandths, part)(creditCents),
  };
}

/** Takes the part's share of an amount of the whole line, negated. */
function pieceOf(whole: Thousandths, part: ReturnedPart): (amount: Cents) => Cents {
  const from = part.returnedBeforeThousandths;
  const to = from + part.quantityThousandths;
  if (from < 0 || part.quantityThousandths <= 0 || to > whole)
    throw new RangeError(`no return of ${from} to ${to} of ${whole} thousandths`);
  const upTo = (amount: Cents, count: number) => portionOfCents(amount, count, whole);
  return (amount) => negateCents(cents(upTo(amount, to) - upTo(amount, from)));
}
