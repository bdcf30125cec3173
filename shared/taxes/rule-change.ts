import type { BusinessDate } from '../time.ts';
import type { TaxRule } from './tax-rule.ts';

/** What a rule is when it is saved: everything but the area, which is saved with it. */
export type TaxRuleFields = Omit<TaxRule, 'taxAreaId'>;

/**
 * True when saving `next` over a version that sales stand on would change what they were taxed by. Only its end may be
 * set, and not before the last day it was used; everything else is a new version in the same series.
 */
export function isRewritten(
  stored: TaxRuleFields,
  next: TaxRuleFields,
  lastUsedOn: BusinessDate,
): boolean {
  if (next.toDate !== null && next.toDate < lastUsedOn) return true;
  return (
    stored.name !== next.name ||
    stored.agency !== next.agency ||
    stored.ratePpm !== next.ratePpm ||
    stored.fromCents !== next.fromCents ||
    stored.toCents !== next.toCents ||
    stored.overCents !== next.overCents ||
    stored.underCents !== next.underCents ||
    stored.conditionPer !== next.conditionPer ||
    stored.series !== next.series ||
    stored.fromDate !== next.fromDate ||
    new Set([...stored.classes, ...next.classes]).size !== stored.classes.length ||
    stored.classes.length !== next.classes.length
  );
}
