import { type Cents, cents, MAX_AMOUNT_CENTS, portionOfCents } from '../../money.ts';

/** How a new price comes about. Percents in parts per million, negative: down; a markup in thousandths of the cost. */
export type PriceRule =
  | { readonly way: 'percent'; readonly changePpm: number }
  | { readonly way: 'markup'; readonly timesThousandths: number }
  | { readonly way: 'set'; readonly priceCents: Cents };

/** What a price ends on. */
export const PRICE_ENDINGS = [
  'none',
  'dollar',
  'end_95',
  'end_99',
  'five',
  'ten',
  'nine',
  'hundred',
] as const;
export type PriceEnding = (typeof PRICE_ENDINGS)[number];

/** The ending a stored text names; `none` for any other. */
export function endingOf(text: string): PriceEnding {
  return PRICE_ENDINGS.find((ending) => ending === text) ?? 'none';
}

/** A price of each ending is `rest` more than a whole number of `step`. In cents. */
const GRIDS: Readonly<Record<PriceEnding, { readonly step: number; readonly rest: number }>> = {
  none: { step: 1, rest: 0 },
  dollar: { step: 100, rest: 0 },
  end_95: { step: 100, rest: 95 },
  end_99: { step: 100, rest: 99 },
  five: { step: 500, rest: 0 },
  ten: { step: 1000, rest: 0 },
  nine: { step: 1000, rest: 900 },
  hundred: { step: 10_000, rest: 0 },
};

/**
 * The price of this ending that is nearest, the higher of two equally near. Nothing stays nothing, and something never
 * becomes nothing.
 */
export function endPrice(price: Cents, ending: PriceEnding): Cents {
  if (price <= 0) return cents(Math.max(0, price));
  const { step, rest } = GRIDS[ending];
  const nearest = Math.floor((price - rest + step / 2) / step) * step + rest;
  return cents(nearest > 0 ? nearest : nearest + step);
}

/** True for a price that ends as asked. */
export function hasEnding(price: Cents, ending: PriceEnding): boolean {
  const { step, rest } = GRIDS[ending];
  return price % step === rest;
}

export interface PricedPiece {
  readonly tagPriceCents: Cents;
  /** Null where nobody knows it. */
  readonly costCents: Cents | null;
}

/**
 * What a piece costs under a rule. Undefined where the rule needs a cost that nobody knows, or the price would pass the
 * largest that a ticket takes.
 */
export function priceUnder(
  piece: PricedPiece,
  rule: PriceRule,
  ending: PriceEnding,
): Cents | undefined {
  const exact = exactPrice(piece, rule);
  if (exact === undefined || exact > MAX_AMOUNT_CENTS) return undefined;
  const ended = endPrice(exact, ending);
  return ended > MAX_AMOUNT_CENTS ? undefined : ended;
}

function exactPrice({ tagPriceCents, costCents }: PricedPiece, rule: PriceRule): Cents | undefined {
  switch (rule.way) {
    case 'percent':
      return portionOfCents(tagPriceCents, 1_000_000 + rule.changePpm, 1_000_000);
    case 'markup':
      return costCents === null
        ? undefined
        : portionOfCents(costCents, rule.timesThousandths, 1000);
    case 'set':
      return rule.priceCents;
  }
}

/** What is left of a price after the cost, in parts per million of the price; null where cost or price is unknown. */
export function marginPpm(price: Cents, cost: Cents | null): number | null {
  return cost === null || price === 0 ? null : Math.round(((price - cost) * 1_000_000) / price);
}
