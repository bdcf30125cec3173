import type { Cents, Thousandths } from '../../money.ts';
import { naiveTax } from '../../taxes/naive-tax.ts';
import type { TaxableLine, TaxTerms } from '../../taxes/tax-rule.ts';
import { taxTicket } from '../../taxes/tax-ticket.ts';
import type { TicketPricing } from '../price-ways.ts';
import type { TicketLineTotals } from './ticket-totals.ts';
import type { Ticket, TicketLine } from './ticket.ts';

// For tests: a ticket priced a second time, slowly and in big whole numbers, as one would on paper. Quoted totals are
// found by trying every price. It shares no arithmetic with the one that sells.

const nearest = (over: bigint, under: bigint) => Number((over * 2n + under) / (under * 2n));

export const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);

/** Largest remainder: one cent after the other to whoever is furthest behind their exact share, the earlier first. */
export function divide(total: number, weights: readonly number[]): number[] {
  const all = BigInt(sum(weights));
  if (all === 0n) return weights.map(() => 0);
  const size = BigInt(Math.abs(total));
  const given = weights.map((weight) => (size * BigInt(weight)) / all);
  const behind = (at: number) => size * BigInt(weights[at] ?? 0) - (given[at] ?? 0n) * all;
  for (let left = size - given.reduce((a, b) => a + b, 0n); left > 0n; left -= 1n) {
    let furthest = 0;
    for (let at = 1; at < weights.length; at += 1) if (behind(at) > behind(furthest)) furthest = at;
    given[furthest] = (given[furthest] ?? 0n) + 1n;
  }
  return given.map((part) => Number(part) * (total < 0 ? -1 : 1) + 0);
}

const isSold = (line: TicketLine) =>
  line.fixed === null && ['item', 'service', 'gift_wrap', 'care_plan'].includes(line.kind);

function naiveGross(line: TicketLine): number {
  if (line.fixed) return line.fixed.grossCents;
  return nearest(BigInt(line.tagPriceCents) * BigInt(line.quantityThousandths), 1000n);
}

/** The price of an amount by one of the ways that need no tax. */
function priceOf(pricing: TicketPricing | { way: 'tag' }, gross: number): number {
  switch (pricing.way) {
    case 'tag':
      return gross;
    case 'percent_off':
      return gross - Math.min(gross, nearest(BigInt(gross) * BigInt(pricing.ratePpm), 1_000_000n));
    case 'amount_off':
      return gross > pricing.cents ? gross - pricing.cents : 0;
    case 'before_tax':
    case 'out_the_door':
      return pricing.cents;
  }
}

/** What each line costs by itself; one that is quoted out the door stands at what it was quoted. */
export const naiveOwnNets = (ticket: Ticket): number[] =>
  ticket.lines.map((line) => line.fixed?.netCents ?? priceOf(line.pricing, naiveGross(line)));

/** What each line costs when the sold ones come to `sold` together. */
export function naiveNetsAt(ticket: Ticket, ownNets: readonly number[], sold: number): number[] {
  const weights = ticket.lines.map((line, at) => (isSold(line) ? (ownNets[at] ?? 0) : 0));
  const all = sum(weights);
  const equal = ticket.lines.map((line) => (isSold(line) ? 1 : 0));
  const shares = divide(all - sold, all > 0 ? weights : equal);
  return ownNets.map((net, at) => net - (shares[at] ?? 0));
}

/** What the sold lines come to by a way that needs no tax. */
function naiveSold(ticket: Ticket, ownNets: readonly number[]): number {
  const all = sum(ownNets.filter((_, at) => ticket.lines[at] && isSold(ticket.lines[at])));
  if (ticket.pricing === null || !ticket.lines.some(isSold)) return all;
  return priceOf(ticket.pricing, all);
}

/** The lines that the tax looks at: what is sold, and credits for what is traded in. */
function seenByTax(ticket: Ticket, nets: readonly number[]) {
  return ticket.lines.flatMap((line, at) => {
    const tradeIn = line.kind === 'trade_up' && line.fixed?.taxCents === 0;
    if (line.fixed && !tradeIn) return [];
    const net = Math.abs(nets[at] ?? 0);
    const taxable: TaxableLine = {
      taxClass: line.taxClass,
      taxed: line.taxed,
      quantityThousandths: Math.abs(line.quantityThousandths) as Thousandths,
      netCents: net as Cents,
      partsCents: nearest(BigInt(net) * BigInt(line.partsPpm), 1_000_000n) as Cents,
      tradeIn,
    };
    return [{ at, taxable }];
  });
}

/** The tax of each line at these prices, in fractions; a line that comes back has what was stored. */
export function naiveTaxes(ticket: Ticket, nets: readonly number[], terms: TaxTerms): number[] {
  const seen = seenByTax(ticket, nets);
  const taxes = naiveTax(
    seen.map((each) => each.taxable),
    terms,
  );
  return ticket.lines.map((line, at) => {
    const position = seen.findIndex((each) => each.at === at);
    return (line.fixed?.taxCents ?? 0) + (taxes[position]?.taxCents ?? 0);
  });
}

/** The same by the tax that sells, for trying every price: `taxTicket` has its own proof against the fractions. */
export function quickTaxes(ticket: Ticket, nets: readonly number[], terms: TaxTerms): number[] {
  const seen = seenByTax(ticket, nets);
  const taxes = taxTicket(
    seen.map((each) => each.taxable),
    terms,
  );
  const each = ticket.lines.map((line): number => line.fixed?.taxCents ?? 0);
  for (const [position, { at }] of seen.entries())
    each[at] = (each[at] ?? 0) + (taxes[position]?.taxCents ?? 0);
  return each;
}

export interface NearestTotals {
  readonly below: number | null;
  readonly above: number | null;
}

/** Tries every price from nothing up: the nearest total within the target, and the nearest above. */
export function tryAll(
  target: number,
  upTo: number,
  totalAt: (net: number) => number,
): NearestTotals {
  let [below, above]: [number | null, number | null] = [null, null];
  for (let net = 0; net <= upTo; net += 1) {
    const total = totalAt(net);
    if (total <= target && (below === null || total > below)) below = total;
    if (total > target && (above === null || total < above)) above = total;
  }
  return { below, above };
}

/** The totals of the whole ticket that are nearest to a quote, whatever is taken off what is sold. */
export function nearestTicketTotals(ticket: Ticket, quote: number, terms: TaxTerms): NearestTotals {
  const own = naiveOwnNets(ticket);
  const besides = ticket.lines.map((line, at) =>
    isSold(line) ? 0 : (own[at] ?? 0) + (line.fixed?.taxCents ?? 0),
  );
  // Tax is never negative: what is sold for more than the quote asks comes to more.
  const upTo = ticket.lines.some(isSold) ? Math.max(0, quote - sum(besides)) + 2 : 0;
  return tryAll(quote, upTo, (sold) => {
    const nets = naiveNetsAt(ticket, own, sold);
    return sum(nets) + sum(quickTaxes(ticket, nets, terms));
  });
}

/** What a ticket comes to at these prices and taxes. */
export function naiveSums(ticket: Ticket, nets: readonly number[], taxes: readonly number[]) {
  const own = naiveOwnNets(ticket);
  const gross = ticket.lines.map(naiveGross);
  return {
    lines: nets.map((netCents, at) => ({
      lineId: `${at + 1}`,
      grossCents: gross[at] ?? 0,
      lineDiscountCents: (gross[at] ?? 0) - (own[at] ?? 0),
      ticketDiscountCents: (own[at] ?? 0) - netCents,
      discountCents: (gross[at] ?? 0) - netCents,
      netCents,
      taxCents: taxes[at] ?? 0,
    })),
    adjustments: [],
    adjustmentCents: 0,
    subtotalCents: sum(gross),
    discountCents: sum(gross) - sum(nets),
    taxCents: sum(taxes),
    totalCents: sum(nets) + sum(taxes),
  };
}

/** What each line costs in the end, where no price needs tax to be found. */
export function naiveNets(ticket: Ticket): number[] {
  const own = naiveOwnNets(ticket);
  return naiveNetsAt(ticket, own, naiveSold(ticket, own));
}

/** A ticket without quoted totals, in full. */
export function naiveTotals(ticket: Ticket, terms: TaxTerms) {
  const nets = naiveNets(ticket);
  return naiveSums(ticket, nets, naiveTaxes(ticket, nets, terms));
}

type Figures = Readonly<
  Record<'adjustmentCents' | 'subtotalCents' | 'discountCents' | 'taxCents' | 'totalCents', number>
>;
type LineFigures = Readonly<Record<Exclude<keyof TicketLineTotals, 'lineId' | 'taxParts'>, number>>;

/** What `ticketTotals` answers, as loosely as a law and what is planted against it need. */
export interface SomeTotals extends Figures {
  readonly lines: readonly LineFigures[];
  readonly adjustments: readonly { readonly adjustmentCents: number }[];
}

/** Where M1 does not hold, on a line or on the whole, an adjustment counting as a line: by how much. */
export function gapsOf(totals: SomeTotals): number[] {
  const { lines, adjustments, adjustmentCents } = totals;
  return [
    ...lines.map((line) => line.grossCents - line.discountCents - line.netCents),
    ...lines.map((line) => line.lineDiscountCents + line.ticketDiscountCents - line.discountCents),
    sum(adjustments.map((each) => each.adjustmentCents)) - adjustmentCents,
    sum(lines.map((line) => line.grossCents)) + adjustmentCents - totals.subtotalCents,
    sum(lines.map((line) => line.discountCents)) - totals.discountCents,
    sum(lines.map((line) => line.taxCents)) - totals.taxCents,
    totals.subtotalCents - totals.discountCents + totals.taxCents - totals.totalCents,
  ].filter((gap) => gap !== 0);
}
