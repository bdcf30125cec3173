import { ok, refuse, type Result } from '../result.ts';
import type { BusinessDate } from '../time.ts';
import type { TaxRule } from './tax-rule.ts';

/** A rule as far as its days decide. */
export type DatedRule = Pick<TaxRule, 'name' | 'series' | 'fromDate' | 'toDate'>;

/** Which tax has no rate, two rates, or an end before its beginning, and on which days; null: for ever. */
export interface RuleDatesRefusal {
  readonly code: 'TAX_RULE_GAP' | 'TAX_RULE_OVERLAP' | 'TAX_RULE_BACKWARDS';
  readonly name: string;
  readonly fromDate: BusinessDate;
  readonly toDate: BusinessDate | null;
}

/**
 * Accepts rules of which, series by series, exactly one is in force on each day from the first to the last. A series may
 * end for good. Refuses with the first gap or overlap of the first series that has one, and before that with any rule
 * that ends before it begins.
 */
export function checkRuleDates(rules: readonly DatedRule[]): Result<null, RuleDatesRefusal> {
  for (const { name, fromDate, toDate } of rules) {
    if (toDate !== null && toDate < fromDate) {
      return refuse({ code: 'TAX_RULE_BACKWARDS', name, fromDate, toDate });
    }
  }
  for (const series of Map.groupBy(rules, (rule) => rule.series).values()) {
    const refusal = firstBreak(series.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1)));
    if (refusal) return refuse(refusal);
  }
  return ok(null);
}

/** The rules in force on a date; both of their days count. */
export function rulesInForce<Rule extends Pick<TaxRule, 'fromDate' | 'toDate'>>(
  rules: readonly Rule[],
  date: BusinessDate,
): readonly Rule[] {
  return rules.filter(
    ({ fromDate, toDate }) => fromDate <= date && (toDate === null || date <= toDate),
  );
}

function firstBreak(inOrder: readonly DatedRule[]): RuleDatesRefusal | undefined {
  for (const [index, rule] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (!next) return undefined;
    const { name, fromDate } = next;
    if (rule.toDate === null || rule.toDate >= fromDate) {
      const toDate = earlier(rule.toDate, next.toDate);
      return { code: 'TAX_RULE_OVERLAP', name, fromDate, toDate };
    }
    const free = dayBeside(rule.toDate, 1);
    if (free < fromDate) {
      return { code: 'TAX_RULE_GAP', name, fromDate: free, toDate: dayBeside(fromDate, -1) };
    }
  }
  return undefined;
}

function earlier(a: BusinessDate | null, b: BusinessDate | null): BusinessDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function dayBeside(date: BusinessDate, days: 1 | -1): BusinessDate {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10) as BusinessDate;
}
