import type { SaleLineId } from '../../ids.ts';
import { type Cents, negateCents, ONE, type Thousandths, ZERO_CENTS } from '../../money.ts';
import { AT_TAG } from '../price-ways.ts';
import type { Ticket, TicketLine } from './ticket.ts';

/** For tests: one taxed ring at nothing. */
export function aTicketLine(line: Partial<TicketLine> = {}): TicketLine {
  return {
    lineId: 'line' as SaleLineId,
    kind: 'item',
    quantityThousandths: ONE,
    tagPriceCents: ZERO_CENTS,
    pricing: AT_TAG,
    taxClass: 'goods',
    taxed: true,
    partsPpm: 0,
    fixed: null,
    ...line,
  };
}

/** For tests: a line that takes back what was sold for `netCents` with `taxCents`. */
export function aLineBack(
  kind: 'return' | 'trade_up',
  netCents: Cents,
  taxCents: Cents,
  line: Partial<TicketLine> = {},
): TicketLine {
  const grossCents = negateCents(netCents);
  return aTicketLine({
    kind,
    quantityThousandths: -1000 as Thousandths,
    tagPriceCents: netCents,
    fixed: {
      grossCents,
      discountCents: ZERO_CENTS,
      netCents: grossCents,
      taxCents: negateCents(taxCents),
    },
    ...line,
  });
}

/** For tests: lines numbered 1, 2, 3, and no price for the whole. */
export function aTicket(lines: readonly TicketLine[], pricing: Ticket['pricing'] = null): Ticket {
  return {
    lines: lines.map((line, index) => ({ ...line, lineId: `${index + 1}` as SaleLineId })),
    pricing,
  };
}
