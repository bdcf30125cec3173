import { type Cents, subtractCents, type Thousandths, ZERO_CENTS } from '../money.ts';
import { type Exact, excessOver, product, roundToCents } from './exact.ts';
import type { TaxRule } from './tax-rule.ts';

const WHOLE = 1000;

/** What of an amount a rule's rate falls on, and what its cap left out. In cents. */
export interface RuleBase {
  readonly baseCents: Cents;
  readonly excessCents: Cents;
}

/**
 * The part of an amount that lies in the rule's band, article by article: `quantityThousandths` articles share the
 * amount evenly, a broken one counts for its part. Rounded to the cent once.
 */
export function baseInBand(
  amountCents: Cents,
  quantityThousandths: Thousandths,
  { fromCents, toCents }: TaxRule,
): RuleBase {
  if (fromCents === 0 && toCents === null) {
    return { baseCents: amountCents, excessCents: ZERO_CENTS };
  }
  const amount = product(amountCents, WHOLE);
  const below = lesser(amount, product(fromCents, quantityThousandths));
  const upTo = toCents === null ? amount : lesser(amount, product(toCents, quantityThousandths));
  const excessCents = subtractCents(amountCents, roundToCents(upTo, WHOLE));
  if (upTo <= below) return { baseCents: ZERO_CENTS, excessCents };
  return { baseCents: roundToCents(excessOver(upTo, below), WHOLE), excessCents };
}

/** True when the price is inside the rule's threshold: at least `overCents` and less than `underCents` for one article. */
export function meetsCondition(
  priceCents: Cents,
  quantityThousandths: Thousandths,
  { overCents, underCents }: TaxRule,
): boolean {
  if (overCents === null && underCents === null) return true;
  const price = product(priceCents, WHOLE);
  if (overCents !== null && price < product(overCents, quantityThousandths)) return false;
  return underCents === null || price < product(underCents, quantityThousandths);
}

function lesser(a: Exact, b: Exact): Exact {
  return b < a ? b : a;
}
