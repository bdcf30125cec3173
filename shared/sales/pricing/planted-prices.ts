import type { Cents } from '../../money.ts';
import { ok, type Result } from '../../result.ts';
import type { TaxTerms } from '../../taxes/tax-rule.ts';
import type { SomeTotals } from './naive-ticket.ts';
import type { TicketNotPossible } from './quoted-lines.ts';
import { ticketTotals } from './ticket-totals.ts';
import type { Ticket } from './ticket.ts';

// For tests: mistakes to plant into the prices of a ticket, which the laws must catch.

/** `ticketTotals`, or what is planted in its place. */
export type Prices = (ticket: Ticket, terms: TaxTerms) => Result<SomeTotals, TicketNotPossible>;

/** Plants a change into what a ticket comes to. */
export function changed(change: (totals: SomeTotals) => SomeTotals): Prices {
  return (ticket, terms) => {
    const totals = ticketTotals(ticket, terms);
    return totals.ok ? ok(change(totals.value)) : totals;
  };
}

/** The missing cent goes into the first line's tax instead of a line of its own. */
export function bendTax(totals: SomeTotals): SomeTotals {
  const { lines, adjustmentCents, taxCents, subtotalCents } = totals;
  const [first, ...rest] = lines;
  if (!first) return totals;
  return {
    ...totals,
    lines: [{ ...first, taxCents: first.taxCents + adjustmentCents }, ...rest],
    adjustments: [],
    adjustmentCents: 0,
    taxCents: taxCents + adjustmentCents,
    subtotalCents: subtotalCents - adjustmentCents,
  };
}

/** The adjustment is named, and counted nowhere. */
export function dropAdjustment(totals: SomeTotals): SomeTotals {
  return { ...totals, subtotalCents: totals.subtotalCents - totals.adjustmentCents };
}

/** The ticket, quoted so many cents more. */
export function requoted(ticket: Ticket, byCents: number): Ticket {
  if (ticket.pricing?.way !== 'out_the_door') return ticket;
  const cents = (ticket.pricing.cents + byCents) as Cents;
  return { ...ticket, pricing: { way: 'out_the_door', cents } };
}
