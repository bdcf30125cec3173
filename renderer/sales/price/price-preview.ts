import type { SaleLineId } from '#shared/ids.ts';
import { type Cents, sumCents } from '#shared/money.ts';
import {
  cartTotals,
  type PricedLine,
  type PricedTicket,
  type TicketTerms,
  withPlansFollowing,
} from '#shared/sales/cart-totals.ts';
import { type Cart, changeLine, type PriceTalk, setTicketPricing } from '#shared/sales/cart.ts';
import { DISCOUNTABLE } from '#shared/sales/line-kinds.ts';
import type { LinePricing } from '#shared/sales/price-ways.ts';
import { priceCheck, type PriceNeeds } from '#shared/sales/pricing/price-check.ts';
import type { TicketNotPossible } from '#shared/sales/pricing/quoted-lines.ts';

/** What is priced: one line, or (null) the ticket as a whole. */
export type PriceTarget = SaleLineId | null;

/** The cart as it would be; without a reason or an override when it goes back to the tag. */
export function withTalk(cart: Cart, target: PriceTarget, talk: PriceTalk<LinePricing>): Cart {
  const { pricing } = talk;
  if (pricing.way === 'tag') {
    const nothing = { reasonCode: null, priceReason: null, overrideId: null };
    return target === null
      ? setTicketPricing(cart, null)
      : changeLine(cart, target, { pricing, ...nothing });
  }
  return target === null
    ? setTicketPricing(cart, { ...talk, pricing })
    : changeLine(cart, target, talk);
}

/** What the line, or the ticket, comes to. */
export interface PriceFigures {
  readonly grossCents: Cents;
  readonly discountCents: Cents;
  readonly netCents: Cents;
  readonly taxCents: Cents;
  /** The cent or two that no price makes of a quoted total. */
  readonly adjustmentCents: Cents;
  readonly totalCents: Cents;
}

export type PricePreview =
  | {
      readonly kind: 'possible';
      readonly figures: PriceFigures;
      readonly ticketTotalCents: Cents;
      readonly needs: PriceNeeds;
      /** What a manager's word is given for: the net of the line, or the total of the ticket. */
      readonly overrideCents: Cents;
    }
  | { readonly kind: 'notPossible'; readonly refusal: TicketNotPossible };

/** What a price would come to, the same way as the sale itself is priced. */
export function previewPrice(
  cart: Cart,
  target: PriceTarget,
  talk: PriceTalk<LinePricing>,
  terms: TicketTerms,
  exempt: boolean,
): PricePreview {
  const told = withPlansFollowing(withTalk(cart, target, talk), terms, exempt);
  const priced = cartTotals(told, terms, exempt);
  if (!priced.ok) return { kind: 'notPossible', refusal: priced.refusal };
  const ticket = priced.value;
  const lines = ticket.lines.filter((line) =>
    target === null ? DISCOUNTABLE.has(line.kind) : line.lineId === target,
  );
  const figures = target === null ? ticketFigures(ticket) : lineFigures(ticket, lines);
  return {
    kind: 'possible',
    figures,
    ticketTotalCents: ticket.totalCents,
    needs: needsOf(lines, terms),
    overrideCents: target === null ? ticket.totalCents : figures.netCents,
  };
}

/** The most that any of the lines needs. */
function needsOf(lines: readonly PricedLine[], terms: TicketTerms): PriceNeeds {
  const needs = lines.map((line) => priceCheck(line, terms));
  if (needs.includes('override')) return 'override';
  return needs.includes('reason') ? 'reason' : 'nothing';
}

function lineFigures(ticket: PricedTicket, lines: readonly PricedLine[]): PriceFigures {
  const [line] = lines;
  if (!line) throw new Error('a price for a line that is not there');
  const adjustmentCents = sumCents(
    ticket.adjustments
      .filter((each) => each.lineId === line.lineId)
      .map((each) => each.adjustmentCents),
  );
  const { grossCents, discountCents, netCents, taxCents } = line;
  const totalCents = sumCents([netCents, taxCents, adjustmentCents]);
  return { grossCents, discountCents, netCents, taxCents, adjustmentCents, totalCents };
}

function ticketFigures(ticket: PricedTicket): PriceFigures {
  const adjustmentCents = sumCents(ticket.adjustments.map((each) => each.adjustmentCents));
  const { discountCents, taxCents, totalCents } = ticket;
  const grossCents = (ticket.subtotalCents - adjustmentCents) as Cents;
  const netCents = (grossCents - discountCents) as Cents;
  return { grossCents, discountCents, netCents, taxCents, adjustmentCents, totalCents };
}

/** Another total for what was quoted out the door; the reason stays, a manager's word was for the other total. */
export function withQuotedTotal(cart: Cart, target: PriceTarget, cents: Cents): Cart {
  const said = target === null ? cart.ticket : cart.lines.find((line) => line.lineId === target);
  if (!said) return cart;
  const { reasonCode, priceReason } = said;
  const pricing = { way: 'out_the_door', cents } as const;
  return withTalk(cart, target, { pricing, reasonCode, priceReason, overrideId: null });
}
