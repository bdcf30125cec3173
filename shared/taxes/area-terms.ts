import type { TaxArea, TaxRule } from './tax-rule.ts';

/** A place with the rules in force there on one day. */
export interface AreaTerms {
  readonly area: TaxArea;
  readonly rules: readonly TaxRule[];
}
