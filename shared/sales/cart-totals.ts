import type { SaleLineId } from '../ids.ts';
import { type Cents, extendPrice, negateCents, type RatePpm, type Thousandths } from '../money.ts';
import { ok, type Result } from '../result.ts';
import type { AreaTerms } from '../taxes/area-terms.ts';
import type { TaxTerms } from '../taxes/tax-rule.ts';
import { type TaxPart, taxTicket } from '../taxes/tax-ticket.ts';
import { type Cart, type CartLine, followPieces } from './cart.ts';
import { DISCOUNTABLE, type LineKind } from './line-kinds.ts';
import { AT_TAG, type LinePricing } from './price-ways.ts';
import type { CashRounding } from './pricing/cash-rounding.ts';
import type { TicketNotPossible } from './pricing/quoted-lines.ts';
import { type PriceAdjustment, ticketTotals } from './pricing/ticket-totals.ts';

/** What the store sells by, on one business date. */
export interface TicketTerms {
  readonly homeAreaId: string;
  /** Home and everywhere the store ships to. */
  readonly areas: readonly AreaTerms[];
  readonly taxRounding: 'line' | 'document';
  readonly cashRounding: CashRounding;
  /** From this share of a line's price on, a changed price needs a reason, or a manager. */
  readonly reasonFromPpm: RatePpm;
  readonly overrideFromPpm: RatePpm;
  /** A sale of this much and more needs a customer; null: never. */
  readonly customerFromCents: Cents | null;
}

/** A line as it is charged. What takes back is negative. */
export interface PricedLine {
  readonly lineId: SaleLineId;
  readonly kind: LineKind;
  readonly quantityThousandths: Thousandths;
  readonly tagPriceCents: Cents;
  readonly grossCents: Cents;
  readonly lineDiscountCents: Cents;
  /** Its part of what the ticket as a whole was let down by. */
  readonly ticketDiscountCents: Cents;
  readonly discountCents: Cents;
  readonly netCents: Cents;
  readonly taxCents: Cents;
  readonly taxes: readonly TaxPart[];
}

/** M1: subtotal − discount + tax = total. Negative: money goes back. */
export interface PricedTicket {
  readonly lines: readonly PricedLine[];
  /** The cent or two that no price makes of a quoted total, as lines of their own. */
  readonly adjustments: readonly PriceAdjustment[];
  readonly subtotalCents: Cents;
  readonly discountCents: Cents;
  readonly taxCents: Cents;
  readonly totalCents: Cents;
}

/** The place whose tax a cart falls under: where it is sent, else here. Undefined for a place that is not set up. */
export function areaOfCart(cart: Cart, terms: TicketTerms): AreaTerms | undefined {
  const wanted = cart.shipTo?.taxAreaId ?? terms.homeAreaId;
  return terms.areas.find(({ area }) => area.taxAreaId === wanted);
}

/** What is known of the tax of lines that come back: the stored rows, negative. */
export type ReturnedTaxes = ReadonlyMap<string, readonly TaxPart[]>;

/**
 * Prices a cart under the terms of its place: the same on the screen and in the store. Refuses only a price out the door
 * that no price before tax makes. A cart for a place that is not set up is priced without tax; the store refuses it.
 */
export function cartTotals(
  cart: Cart,
  terms: TicketTerms,
  exempt: boolean,
  returned: ReturnedTaxes = new Map(),
): Result<PricedTicket, TicketNotPossible> {
  const place = areaOfCart(cart, terms) ?? NOWHERE;
  const taxTerms: TaxTerms = { ...place, exempt, rounding: terms.taxRounding };
  const blind = new Map(
    cart.lines.filter(isBlindReturn).map((line) => [line.lineId, blindTax(line, taxTerms)]),
  );
  const lines = cart.lines.map((line) => ({
    ...line,
    partsPpm: line.partsPpm as RatePpm,
    pricing: pricingOf(line),
    ...fixedOf(line, blind),
  }));
  const totals = ticketTotals({ lines, pricing: cart.ticket?.pricing ?? null }, taxTerms);
  if (!totals.ok) return totals;
  const priced = totals.value.lines.map((figures, index): PricedLine => {
    const { lineId, kind, quantityThousandths, tagPriceCents } = cart.lines[index] ?? missing();
    const { taxParts, ...amounts } = figures;
    const taxes = returned.get(lineId) ?? blind.get(lineId) ?? taxParts;
    return { ...amounts, lineId, kind, quantityThousandths, tagPriceCents, taxes };
  });
  return ok({ ...totals.value, lines: priced });
}

/** A cart after a change, its care plans at their share of what the pieces cost now. As it was, while it has no price. */
export function withPlansFollowing(cart: Cart, terms: TicketTerms, exempt: boolean): Cart {
  if (!cart.lines.some((line) => line.links.sharePpm !== undefined)) return cart;
  const totals = cartTotals(cart, terms, exempt);
  return totals.ok ? followPieces(cart, totals.value.lines) : cart;
}

/** A gift card, a fee or a payment on account is what it is: nobody talks about its price. */
export function pricingOf({ kind, pricing }: Pick<CartLine, 'kind' | 'pricing'>): LinePricing {
  return DISCOUNTABLE.has(kind) ? pricing : AT_TAG;
}

function isBlindReturn(line: CartLine): boolean {
  return line.kind === 'return' && line.links.originalLineId === undefined;
}

/** Goods without their receipt take today's tax back with them. */
function blindTax(line: CartLine, terms: TaxTerms): readonly TaxPart[] {
  const quantityThousandths = (0 - line.quantityThousandths) as Thousandths;
  const netCents = extendPrice(line.tagPriceCents, quantityThousandths);
  const [tax] = taxTicket(
    [
      {
        taxClass: line.taxClass,
        taxed: line.taxed,
        quantityThousandths,
        netCents,
        partsCents: 0 as Cents,
        tradeIn: false,
      },
    ],
    terms,
  );
  return (tax?.parts ?? []).map((part) => ({
    ...part,
    baseCents: negateCents(part.baseCents),
    excessCents: negateCents(part.excessCents),
    taxCents: negateCents(part.taxCents),
  }));
}

function fixedOf(
  line: CartLine,
  blind: ReadonlyMap<SaleLineId, readonly TaxPart[]>,
): Pick<CartLine, 'fixed'> {
  const parts = blind.get(line.lineId);
  if (!parts) return { fixed: line.fixed };
  const netCents = extendPrice(line.tagPriceCents, line.quantityThousandths);
  const taxCents = parts.reduce((sum, part) => sum + part.taxCents, 0) as Cents;
  return { fixed: { grossCents: netCents, discountCents: 0 as Cents, netCents, taxCents } };
}

const NOWHERE: Omit<TaxTerms, 'exempt' | 'rounding'> = {
  area: {
    taxAreaId: '' as TaxTerms['area']['taxAreaId'],
    name: '',
    state: '',
    tradeIn: 'no',
    services: {
      restore: { rule: 'labour_taxed', percentPpm: 0 as RatePpm },
      alter: { rule: 'labour_taxed', percentPpm: 0 as RatePpm },
      fabricate: { rule: 'labour_taxed', percentPpm: 0 as RatePpm },
    },
  },
  rules: [],
};

function missing(): never {
  throw new Error('figures of a line that is not there');
}
