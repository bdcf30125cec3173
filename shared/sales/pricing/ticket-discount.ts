import {
  addCents,
  allocateCents,
  type Cents,
  subtractCents,
  sumCents,
  ZERO_CENTS,
} from '../../money.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { TaxTerms } from '../../taxes/tax-rule.ts';
import { DISCOUNTABLE } from '../line-kinds.ts';
import type { TicketPricing } from '../price-ways.ts';
import { elementAt } from './element-at.ts';
import { linePrice } from './line-pricing.ts';
import {
  isAdjustable,
  type OutTheDoorNotPossible,
  type OutTheDoorPrice,
  outTheDoor,
} from './out-the-door.ts';
import type { PricedLine } from './priced-line.ts';
import type { TicketNotPossible } from './quoted-lines.ts';
import { taxOfAll } from './ticket-tax.ts';

/** What the price of a whole ticket takes from each line. */
export interface TicketDiscount {
  /** In the order of the lines; negative where the price was raised. */
  readonly sharesCents: readonly Cents[];
  /** What no price makes of a total quoted for the ticket: 0 to 2 cents. */
  readonly adjustmentCents: Cents;
}

/**
 * Spreads the price of a whole ticket over its discountable lines by largest remainder of their own prices, so that no
 * line falls below zero. A percentage, an amount off and a price before tax speak of those lines together; out the door
 * is the total of the ticket, with every line and all tax. Refuses with `OUT_THE_DOOR_NOT_POSSIBLE` and the nearest
 * totals when no discount makes that total within two cents.
 */
export function ticketDiscount(
  priced: readonly PricedLine[],
  pricing: TicketPricing | null,
  terms: TaxTerms,
): Result<TicketDiscount, TicketNotPossible> {
  if (pricing?.way === 'out_the_door') return discountToTotal(priced, pricing.cents, terms);
  const baseCents = sumCents(priced.filter(isDiscountable).map((each) => each.netCents));
  const discountCents = pricing === null ? ZERO_CENTS : linePrice(pricing, baseCents).discountCents;
  return ok({ sharesCents: spread(discountCents, priced), adjustmentCents: ZERO_CENTS });
}

/** The lines at the prices that the shares leave. */
export function lessShares(
  priced: readonly PricedLine[],
  sharesCents: readonly Cents[],
): readonly PricedLine[] {
  return priced.map((each, index) => {
    const share = elementAt(sharesCents, index);
    return share === 0 ? each : { ...each, netCents: subtractCents(each.netCents, share) };
  });
}

/** The discount that makes the whole ticket come to a quoted total. */
function discountToTotal(
  priced: readonly PricedLine[],
  quotedCents: Cents,
  terms: TaxTerms,
): Result<TicketDiscount, TicketNotPossible> {
  const baseCents = sumCents(priced.filter(isDiscountable).map((each) => each.netCents));
  const sharesAt = (netCents: Cents) => spread(subtractCents(baseCents, netCents), priced);
  const taxAt = (netCents: Cents) => taxOfAll(lessShares(priced, sharesAt(netCents)), terms);
  const besidesCents = besides(priced);
  const targetCents = subtractCents(quotedCents, besidesCents);
  const price = priced.some(isDiscountable)
    ? outTheDoor(targetCents, taxAt)
    : onlyPrice(targetCents, taxAt(ZERO_CENTS));
  if (price.ok) {
    const { netCents, adjustmentCents } = price.value;
    return ok({ sharesCents: sharesAt(netCents), adjustmentCents });
  }
  const { code, belowCents, aboveCents } = price.refusal;
  return refuse({
    code,
    lineId: null,
    belowCents: belowCents === null ? null : addCents(belowCents, besidesCents),
    aboveCents: aboveCents === null ? null : addCents(aboveCents, besidesCents),
  });
}

/** What no discount moves: lines that are what they are, and the tax that comes back with returns. */
function besides(priced: readonly PricedLine[]): Cents {
  return sumCents(
    priced.flatMap((each) => [
      isDiscountable(each) ? ZERO_CENTS : each.netCents,
      each.line.fixed?.taxCents ?? ZERO_CENTS,
    ]),
  );
}

/** A ticket without a line to discount comes to its tax and what is besides; quoted another total, it is refused. */
function onlyPrice(
  targetCents: Cents,
  taxCents: Cents,
): Result<OutTheDoorPrice, OutTheDoorNotPossible> {
  const adjustmentCents = subtractCents(targetCents, taxCents);
  if (isAdjustable(adjustmentCents)) return ok({ netCents: ZERO_CENTS, taxCents, adjustmentCents });
  return refuse({
    code: 'OUT_THE_DOOR_NOT_POSSIBLE',
    belowCents: adjustmentCents > 0 ? taxCents : null,
    aboveCents: adjustmentCents > 0 ? null : taxCents,
  });
}

function isDiscountable({ line }: PricedLine): boolean {
  return line.fixed === null && DISCOUNTABLE.has(line.kind);
}

/** Largest remainder over the prices of the discountable lines; where all of those are free, evenly. */
function spread(discountCents: Cents, priced: readonly PricedLine[]): readonly Cents[] {
  if (discountCents === 0) return priced.map(() => ZERO_CENTS);
  const prices = priced.map((each) => (isDiscountable(each) ? each.netCents : 0));
  if (prices.some((price) => price > 0)) return allocateCents(discountCents, prices);
  const free = priced.map((each) => (isDiscountable(each) ? 1 : 0));
  return free.some((weight) => weight > 0)
    ? allocateCents(discountCents, free)
    : priced.map(() => ZERO_CENTS);
}
