import type { TaxRuleId } from '#shared/ids.ts';
import { type Cents, ZERO_CENTS } from '#shared/money.ts';
import type { StoredTaxRule, TaxRuleDraft } from '#shared/taxes/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { parseRate, rateText } from '../app/tax-rate.ts';

export type TaxedClass = TaxRuleDraft['classes'][number];

/** Which part of one article's price a rate falls on. */
export const BANDS = ['whole', 'upTo', 'above', 'between'] as const;
/** For which prices the rule holds at all. */
export const CONDITIONS = ['always', 'over', 'under', 'between'] as const;

/** A version of a tax as its form holds it. Undefined: empty, or typed and no value yet. */
export interface RuleForm {
  readonly taxRuleId: TaxRuleId;
  readonly series: TaxRuleDraft['series'];
  readonly name: string;
  readonly agency: string;
  /** As typed: `2.25`. */
  readonly rate: string;
  readonly classes: readonly TaxedClass[];
  readonly band: (typeof BANDS)[number];
  readonly fromCents: Cents | undefined;
  readonly toCents: Cents | undefined;
  readonly condition: (typeof CONDITIONS)[number];
  readonly overCents: Cents | undefined;
  readonly underCents: Cents | undefined;
  readonly conditionPer: TaxRuleDraft['conditionPer'];
  readonly fromDate: BusinessDate | undefined;
  readonly ends: boolean;
  readonly toDate: BusinessDate | undefined;
  /** The last business date a sale was taxed by it; null: it may still be changed or taken away. */
  readonly lastUsedOn: BusinessDate | null;
}

export type RuleProblem =
  | 'nameMissing'
  | 'agencyMissing'
  | 'rateWrong'
  | 'classMissing'
  | 'amountMissing'
  | 'bandEmpty'
  | 'conditionEmpty'
  | 'dateMissing'
  | 'backwards'
  | 'endsBeforeUse';
export type RuleProblems = Readonly<Partial<Record<keyof RuleForm, RuleProblem>>>;

/** A rule of the store, or of an example with an id and dates, as a form. */
export function ruleForm(rule: Omit<StoredTaxRule, 'taxAreaId'>): RuleForm {
  const { fromCents, toCents, overCents, underCents, toDate } = rule;
  return {
    taxRuleId: rule.taxRuleId,
    // Branding: the store keeps the series it was given as plain text.
    series: rule.series as RuleForm['series'],
    name: rule.name,
    agency: rule.agency,
    rate: rateText(rule.ratePpm),
    classes: rule.classes.flatMap((each) => (each === 'none' ? [] : [each])),
    band: bandOf(fromCents, toCents),
    fromCents: fromCents === 0 ? undefined : fromCents,
    toCents: toCents ?? undefined,
    condition: conditionOf(overCents, underCents),
    overCents: overCents ?? undefined,
    underCents: underCents ?? undefined,
    conditionPer: rule.conditionPer,
    fromDate: rule.fromDate,
    ends: toDate !== null,
    toDate: toDate ?? undefined,
    lastUsedOn: rule.lastUsedOn,
  };
}

/** What the form says as a rule; undefined while something is missing or wrong. */
export function readRule(form: RuleForm): TaxRuleDraft | undefined {
  const ratePpm = parseRate(form.rate);
  const { fromDate } = form;
  if (ratePpm === undefined || fromDate === undefined || hasProblems(form)) return undefined;
  return {
    taxRuleId: form.taxRuleId,
    series: form.series,
    name: form.name.trim(),
    agency: form.agency.trim(),
    ratePpm,
    classes: [...form.classes],
    fromCents: hasFrom(form) ? (form.fromCents ?? ZERO_CENTS) : ZERO_CENTS,
    toCents: hasTo(form) ? (form.toCents ?? null) : null,
    overCents: hasOver(form) ? (form.overCents ?? null) : null,
    underCents: hasUnder(form) ? (form.underCents ?? null) : null,
    conditionPer: form.conditionPer,
    fromDate,
    toDate: form.ends ? (form.toDate ?? null) : null,
  };
}

/** What is wrong, field by field. The store looks again. */
export function ruleProblems(form: RuleForm): RuleProblems {
  return {
    ...(form.name.trim() === '' && { name: 'nameMissing' }),
    ...(form.agency.trim() === '' && { agency: 'agencyMissing' }),
    ...(parseRate(form.rate) === undefined && { rate: 'rateWrong' }),
    ...(form.classes.length === 0 && { classes: 'classMissing' }),
    ...bandProblems(form),
    ...conditionProblems(form),
    ...dateProblems(form),
  };
}

export function hasProblems(form: RuleForm): boolean {
  return Object.keys(ruleProblems(form)).length > 0;
}

export const hasFrom = ({ band }: RuleForm) => band === 'above' || band === 'between';
export const hasTo = ({ band }: RuleForm) => band === 'upTo' || band === 'between';
export const hasOver = ({ condition }: RuleForm) => condition === 'over' || condition === 'between';
export const hasUnder = ({ condition }: RuleForm) =>
  condition === 'under' || condition === 'between';

function bandProblems(form: RuleForm): RuleProblems {
  const { fromCents, toCents } = form;
  const from = hasFrom(form) ? fromCents : ZERO_CENTS;
  if (from === undefined || (hasFrom(form) && from === 0)) return { fromCents: 'amountMissing' };
  if (!hasTo(form)) return {};
  if (toCents === undefined) return { toCents: 'amountMissing' };
  return from < toCents ? {} : { toCents: 'bandEmpty' };
}

function conditionProblems(form: RuleForm): RuleProblems {
  const { overCents, underCents } = form;
  const over = hasOver(form) ? overCents : ZERO_CENTS;
  if (over === undefined) return { overCents: 'amountMissing' };
  if (!hasUnder(form)) return {};
  if (underCents === undefined) return { underCents: 'amountMissing' };
  return over < underCents ? {} : { underCents: 'conditionEmpty' };
}

function dateProblems({ fromDate, toDate, ends, lastUsedOn }: RuleForm): RuleProblems {
  if (fromDate === undefined) return { fromDate: 'dateMissing' };
  if (!ends) return {};
  if (toDate === undefined) return { toDate: 'dateMissing' };
  if (toDate < fromDate) return { toDate: 'backwards' };
  return lastUsedOn !== null && toDate < lastUsedOn ? { toDate: 'endsBeforeUse' } : {};
}

function bandOf(fromCents: Cents, toCents: Cents | null): RuleForm['band'] {
  if (toCents === null) return fromCents === 0 ? 'whole' : 'above';
  return fromCents === 0 ? 'upTo' : 'between';
}

function conditionOf(overCents: Cents | null, underCents: Cents | null): RuleForm['condition'] {
  if (overCents === null) return underCents === null ? 'always' : 'under';
  return underCents === null ? 'over' : 'between';
}
