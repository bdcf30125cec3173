import { type Cents, rateOfCents, subtractCents, ZERO_CENTS } from '../../money.ts';
import type { LinePricing } from '../price-ways.ts';

/** The ways that need no tax to find the price. */
export type UntaxedPricing = Exclude<LinePricing, { readonly way: 'out_the_door' }>;

export interface LinePrice {
  /** Gross − net; negative when the price was raised above the tag. */
  readonly discountCents: Cents;
  readonly netCents: Cents;
}

/**
 * The price of `grossCents` before tax. A percentage is rounded half away from zero, once (docs/rules.md, Money);
 * a discount stops at the price, so that nothing costs less than nothing. A negative gross, rate or amount is a
 * bug and throws: what comes back is priced by its original, never here.
 */
export function linePrice(pricing: UntaxedPricing, grossCents: Cents): LinePrice {
  const wantedCents = discountOf(pricing, notNegative(grossCents));
  const discountCents = wantedCents > grossCents ? grossCents : wantedCents;
  return { discountCents, netCents: subtractCents(grossCents, discountCents) };
}

function discountOf(pricing: UntaxedPricing, grossCents: Cents): Cents {
  switch (pricing.way) {
    case 'tag':
      return ZERO_CENTS;
    case 'percent_off':
      return rateOfCents(grossCents, notNegative(pricing.ratePpm));
    case 'amount_off':
      return notNegative(pricing.cents);
    case 'before_tax':
      return subtractCents(grossCents, notNegative(pricing.cents));
  }
}

function notNegative<Amount extends number>(amount: Amount): Amount {
  if (amount < 0) throw new RangeError(`not a price or discount: ${amount}`);
  return amount;
}
