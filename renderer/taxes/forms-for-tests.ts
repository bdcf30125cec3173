import type { TaxRuleId } from '#shared/ids.ts';
import { aTaxRule } from '#shared/taxes/tax-builders.ts';
import type { TaxRule } from '#shared/taxes/tax-rule.ts';
import type { BusinessDate } from '#shared/time.ts';
import { TAXED_CLASSES } from './area-form.ts';
import { type RuleForm, ruleForm } from './rule-form.ts';

export const day = (text: string) => text as BusinessDate;

/** For tests: 5 % on everything, always, as a form. */
export function aRuleForm(
  rule: Partial<TaxRule> & { readonly lastUsedOn?: BusinessDate | null } = {},
): RuleForm {
  const { lastUsedOn = null, ...fields } = rule;
  return ruleForm({ ...aTaxRule({ classes: TAXED_CLASSES, ...fields }), lastUsedOn });
}

/** For tests: one version of a tax, from a day until another. */
export function aVersion(
  id: string,
  fromDate: string,
  toDate: string | null = null,
  lastUsedOn: string | null = null,
): RuleForm {
  return aRuleForm({
    taxRuleId: id as TaxRuleId,
    fromDate: day(fromDate),
    toDate: toDate === null ? null : day(toDate),
    lastUsedOn: lastUsedOn === null ? null : day(lastUsedOn),
  });
}
