import type { Cents, RatePpm } from '../../money.ts';

/** From which share of a line's gross a changed price needs a reason, and from which a manager too. Settings of the store. */
export interface PriceLimits {
  readonly reasonFromPpm: RatePpm;
  readonly overrideFromPpm: RatePpm;
}

/** What a changed price needs. An override never comes without its reason. */
export type PriceNeeds = 'nothing' | 'reason' | 'override';

/**
 * What the price of a line needs before the sale may be stored: nothing, a reason, or a manager's override with its
 * reason. `discountCents` is all the line costs less, its share of the ticket discount included; negative above the
 * tag, which is looked at like a discount of that size. The tag price never needs anything.
 */
export function priceCheck(
  line: { readonly grossCents: Cents; readonly discountCents: Cents },
  limits: PriceLimits,
): PriceNeeds {
  if (line.discountCents === 0) return 'nothing';
  if (reaches(line, limits.overrideFromPpm)) return 'override';
  return reaches(line, limits.reasonFromPpm) ? 'reason' : 'nothing';
}

function reaches(
  line: { readonly grossCents: Cents; readonly discountCents: Cents },
  limitPpm: RatePpm,
): boolean {
  // Big numbers: a limit of 100 % of a dear line leaves the exact range of ordinary ones.
  const changed = BigInt(Math.abs(line.discountCents)) * 1_000_000n;
  return changed >= BigInt(limitPpm) * BigInt(Math.abs(line.grossCents));
}
