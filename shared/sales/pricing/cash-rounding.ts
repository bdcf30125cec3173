import { type Cents, cents, ZERO_CENTS } from '../../money.ts';

export const CASH_ROUNDINGS = ['off', 'nearest_5'] as const;

/** How a store rounds what is paid in cash: not at all, or to the nearest five cents, up and down alike. */
export type CashRounding = (typeof CASH_ROUNDINGS)[number];

/** A total and how it is met. Negative amounts leave the shop. */
export interface CashPart {
  /** What the sale comes to; tax is on this amount, never on the rounded one. */
  readonly totalCents: Cents;
  /** What all tenders but cash pay of it. */
  readonly otherTendersCents: Cents;
  /** Whether the rest is settled in cash; a rest nobody has paid yet is not cash. */
  readonly cashUsed: boolean;
}

/**
 * What cash rounding adds to a total, −2 to +2 cents: payments − change = total + rounding.
 * Only what is settled in cash is rounded, a refund in cash like a sale; without cash it is zero.
 */
export function cashRounding(rule: CashRounding, part: CashPart): Cents {
  if (rule === 'off' || !part.cashUsed) return ZERO_CENTS;
  const over = (part.totalCents - part.otherTendersCents) % 5;
  // The rest keeps the sign of the amount, so that a refund goes the mirrored way.
  if (Math.abs(over) <= 2) return cents(0 - over);
  return cents(Math.sign(over) * 5 - over);
}
