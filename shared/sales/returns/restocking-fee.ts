import { type Cents, negateCents, type RatePpm, rateOfCents, ZERO_CENTS } from '../../money.ts';
import type { BusinessDate } from '../../time.ts';

/** What the store keeps of a return, as a part of the net given back, at least `minCents`, after `freeDays` days. */
export interface RestockingRule {
  readonly ratePpm: RatePpm;
  readonly minCents: Cents;
  readonly freeDays: number;
}

export interface ReturnDays {
  readonly soldOn: BusinessDate;
  readonly returnedOn: BusinessDate;
}

/**
 * The fee of a return, zero or more: nothing while the sale is at most `freeDays` days old, else the rule's part of the
 * net, but at least its minimum and never more than the net itself. `netCents` is negative, as on the return lines; the
 * caller sums the lines the fee is for, so that the minimum is taken once. A fee needs a line of its own.
 */
export function restockingFee(rule: RestockingRule, netCents: Cents, days: ReturnDays): Cents {
  return isRestockingFree(rule.freeDays, days) ? ZERO_CENTS : restockingCharge(rule, netCents);
}

/** Whether what comes back today is taken back without a fee. */
export function isRestockingFree(freeDays: number, { soldOn, returnedOn }: ReturnDays): boolean {
  return Temporal.PlainDate.from(soldOn).until(returnedOn).days <= freeDays;
}

/** The fee of a return whose free days are over. */
export function restockingCharge(
  { ratePpm, minCents }: Pick<RestockingRule, 'ratePpm' | 'minCents'>,
  netCents: Cents,
): Cents {
  const backCents = netCents < 0 ? negateCents(netCents) : ZERO_CENTS;
  const feeCents = Math.max(rateOfCents(backCents, ratePpm), minCents);
  return Math.min(feeCents, backCents) as Cents;
}
