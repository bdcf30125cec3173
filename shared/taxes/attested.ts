import { SERVICE_CLASSES, TAX_CLASSES } from './tax-class.ts';
import type { TaxArea, TaxRule } from './tax-rule.ts';

/**
 * What an owner confirms of a place, as one text: what is taxed how, at which rates, from when until when. The same
 * taxes are the same text, in whatever order they stand. The name of the place and ids are no part of it.
 */
export function attestedText(
  { tradeIn, services }: Pick<TaxArea, 'tradeIn' | 'services'>,
  rules: readonly TaxRule[],
): string {
  const work = SERVICE_CLASSES.map((each) => {
    const { rule, percentPpm } = services[each];
    return [each, rule, percentPpm];
  });
  return JSON.stringify([tradeIn, work, rules.map(ruleText).toSorted()]);
}

function ruleText(rule: TaxRule): string {
  return JSON.stringify([
    rule.name,
    rule.agency,
    rule.ratePpm,
    TAX_CLASSES.filter((each) => rule.classes.includes(each)),
    [rule.fromCents, rule.toCents],
    [rule.overCents, rule.underCents, rule.conditionPer],
    [rule.fromDate, rule.toDate],
  ]);
}
