import { type Cents, subtractCents, sumCents } from '#shared/money.ts';
import type { PricedTicket } from '#shared/sales/cart-totals.ts';
import type { TaxRule } from '#shared/taxes/tax-rule.ts';

/** What one rule takes of a ticket. */
export interface TaxSum {
  readonly rule: TaxRule;
  readonly taxCents: Cents;
}

export interface TaxSums {
  readonly ofRules: readonly TaxSum[];
  /** Tax that no rule of the place accounts for: what comes back with returned goods. */
  readonly besidesCents: Cents;
}

/** The tax of a ticket by rule, in the order of the rules of its place. A rule that takes nothing is left out. */
export function taxSums(totals: PricedTicket, rules: readonly TaxRule[]): TaxSums {
  const parts = totals.lines.flatMap((line) => line.taxes);
  const ofRules = rules
    .map((rule) => ({
      rule,
      taxCents: sumCents(
        parts.filter((part) => part.taxRuleId === rule.taxRuleId).map((part) => part.taxCents),
      ),
    }))
    .filter(({ taxCents }) => taxCents !== 0);
  const named = sumCents(ofRules.map(({ taxCents }) => taxCents));
  return { ofRules, besidesCents: subtractCents(totals.taxCents, named) };
}
