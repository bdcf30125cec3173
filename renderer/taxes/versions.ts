import type { Id } from '#shared/ids.ts';
import { checkRuleDates, type RuleDatesRefusal } from '#shared/taxes/rule-dates.ts';
import type { BusinessDate } from '#shared/time.ts';
import { dayBeside } from '../app/day.ts';
import type { RuleForm } from './rule-form.ts';

/** One tax with its versions, the earliest first. */
export interface Series {
  readonly series: string;
  readonly versions: readonly RuleForm[];
}

/** The taxes of a place in the order of their making, each with its versions by date. */
export function seriesOf(rules: readonly RuleForm[]): readonly Series[] {
  return [...Map.groupBy(rules, (rule) => rule.series)].map(([series, versions]) => ({
    series,
    versions: versions.toSorted(byBeginning),
  }));
}

/** A version without a first day yet stands last. */
function byBeginning(a: RuleForm, b: RuleForm): number {
  if (a.fromDate === b.fromDate) return 0;
  if (a.fromDate === undefined || b.fromDate === undefined)
    return a.fromDate === undefined ? 1 : -1;
  return a.fromDate < b.fromDate ? -1 : 1;
}

/** Which days of a tax have no version in force, or two. Versions whose own days are not whole yet are left out. */
export function findBreak(versions: readonly RuleForm[]): RuleDatesRefusal | undefined {
  const dated = versions.flatMap(({ name, series, fromDate, ends, toDate }) => {
    if (fromDate === undefined || (ends && (toDate === undefined || toDate < fromDate))) return [];
    return [{ name, series, fromDate, toDate: ends && toDate ? toDate : null }];
  });
  const checked = checkRuleDates(dated);
  return checked.ok ? undefined : checked.refusal;
}

/** How a gap or an overlap is closed: the earlier version ends the day before the next one begins. */
export interface Mending {
  readonly earlier: RuleForm;
  readonly toDate: BusinessDate;
}

/** Undefined where that would end a version before it begins or before a sale that stands on it. */
export function findMending(versions: readonly RuleForm[]): Mending | undefined {
  for (const [index, earlier] of versions.entries()) {
    const next = versions[index + 1];
    if (next?.fromDate === undefined || earlier.fromDate === undefined) return undefined;
    const toDate = dayBeside(next.fromDate, -1);
    if (earlier.ends && earlier.toDate === toDate) continue;
    const least = earlier.lastUsedOn ?? earlier.fromDate;
    return toDate < least ? undefined : { earlier, toDate };
  }
  return undefined;
}

/** What the version after `last` begins as: the same tax, from a day on that `last` may still end before. */
export function nextVersion(
  last: RuleForm,
  taxRuleId: Id<'taxRule'>,
  today: BusinessDate,
): RuleForm {
  return {
    ...last,
    taxRuleId,
    lastUsedOn: null,
    fromDate: beginningAfter(last, today),
    ends: false,
    toDate: undefined,
  };
}

/** The rules with one more version after `last`, which ends the day before. */
export function withNextVersion(
  rules: readonly RuleForm[],
  last: RuleForm,
  next: RuleForm,
): readonly RuleForm[] {
  const toDate = next.fromDate === undefined ? undefined : dayBeside(next.fromDate, -1);
  const ended = { ...last, ends: true, toDate };
  return [...rules.map((rule) => (rule.taxRuleId === last.taxRuleId ? ended : rule)), next];
}

function beginningAfter(last: RuleForm, today: BusinessDate): BusinessDate {
  if (last.ends && last.toDate !== undefined) return dayBeside(last.toDate, 1);
  const days = [today, last.lastUsedOn, last.fromDate].filter(
    (day) => day !== null && day !== undefined,
  );
  return dayBeside(days.toSorted().at(-1) ?? today, 1);
}

/** Where a version stands on a day. */
export function stateOn(
  form: RuleForm,
  day: BusinessDate,
): 'inForce' | 'coming' | 'ended' | 'open' {
  if (form.fromDate === undefined) return 'open';
  if (day < form.fromDate) return 'coming';
  return form.ends && form.toDate !== undefined && form.toDate < day ? 'ended' : 'inForce';
}
