import type { TaxRuleId } from '../ids.ts';
import { ONE, type RatePpm, ZERO_CENTS } from '../money.ts';
import type { BusinessDate } from '../time.ts';
import { TAX_CLASSES } from './tax-class.ts';
import type { TaxableLine, TaxArea, TaxAreaId, TaxRule, TaxTerms } from './tax-rule.ts';

/** For tests: one taxed ring at nothing. */
export function aTaxableLine(line: Partial<TaxableLine> = {}): TaxableLine {
  return {
    taxClass: 'goods',
    taxed: true,
    quantityThousandths: ONE,
    netCents: ZERO_CENTS,
    partsCents: ZERO_CENTS,
    tradeIn: false,
    ...line,
  };
}

/** For tests: 5 % on everything, always. */
export function aTaxRule(rule: Partial<TaxRule> = {}): TaxRule {
  return {
    taxRuleId: 'rule' as TaxRuleId,
    taxAreaId: 'home' as TaxAreaId,
    name: 'Sales tax',
    agency: 'State',
    ratePpm: 50_000 as RatePpm,
    classes: TAX_CLASSES,
    fromCents: ZERO_CENTS,
    toCents: null,
    overCents: null,
    underCents: null,
    conditionPer: 'article',
    series: 'series',
    fromDate: '2000-01-01' as BusinessDate,
    toDate: null,
    ...rule,
  };
}

/** For tests: a place where all work is taxed and trade-ins change nothing. */
export function aTaxArea(area: Partial<TaxArea> = {}): TaxArea {
  const taxed = { rule: 'labour_taxed', percentPpm: 0 as RatePpm } as const;
  return {
    taxAreaId: 'home' as TaxAreaId,
    name: 'Home',
    state: 'TN',
    tradeIn: 'no',
    services: { restore: taxed, alter: taxed, fabricate: taxed },
    ...area,
  };
}

/** For tests: that place with one rule, rounded per line, nobody exempt. */
export function someTaxTerms(terms: Partial<TaxTerms> = {}): TaxTerms {
  return { area: aTaxArea(), rules: [aTaxRule()], exempt: false, rounding: 'line', ...terms };
}
