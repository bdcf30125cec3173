import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BusinessDate } from '../time.ts';
import { checkRuleDates, type DatedRule, rulesInForce } from './rule-dates.ts';

const day = (text: string) => text as BusinessDate;
const from = (fromDate: string, toDate: string | null = null, series = 'state'): DatedRule => ({
  name: 'State tax',
  series,
  fromDate: day(fromDate),
  toDate: toDate === null ? null : day(toDate),
});
const refusalOf = (rules: readonly DatedRule[]) => {
  const checked = checkRuleDates(rules);
  return checked.ok ? null : checked.refusal;
};

describe('the dates of one tax', () => {
  test('may follow one another day by day, over months, years and a leap day', () => {
    const rules = [
      from('2024-03-01'),
      from('2023-01-01', '2023-12-31'),
      from('2024-01-01', '2024-02-29'),
    ];
    expect(checkRuleDates(rules)).toEqual({ ok: true, value: null });
  });

  test('may end for good, and may be a single day', () => {
    expect(refusalOf([from('2024-01-01', '2024-01-01')])).toBeNull();
    expect(refusalOf([])).toBeNull();
  });

  test('may not leave a gap: it is named from its first to its last day', () => {
    const rules = [from('2024-01-01', '2024-06-30'), from('2024-07-02')];
    expect(refusalOf(rules)).toEqual({
      code: 'TAX_RULE_GAP',
      name: 'State tax',
      fromDate: '2024-07-01',
      toDate: '2024-07-01',
    });
  });

  test('may not overlap: the days that have two rates are named', () => {
    const rules = [from('2024-01-01', '2024-07-02'), from('2024-07-01', '2025-01-01')];
    expect(refusalOf(rules)).toEqual({
      code: 'TAX_RULE_OVERLAP',
      name: 'State tax',
      fromDate: '2024-07-01',
      toDate: '2024-07-02',
    });
  });

  test('two that never end overlap for ever', () => {
    expect(refusalOf([from('2024-01-01'), from('2025-01-01')])).toEqual({
      code: 'TAX_RULE_OVERLAP',
      name: 'State tax',
      fromDate: '2025-01-01',
      toDate: null,
    });
    expect(refusalOf([from('2024-01-01'), from('2024-01-01')])?.code).toBe('TAX_RULE_OVERLAP');
  });

  test('one inside another overlaps, although a later one follows well', () => {
    const rules = [
      from('2024-01-01', '2024-12-31'),
      from('2024-03-01', '2024-03-31'),
      from('2024-04-01'),
    ];
    expect(refusalOf(rules)).toMatchObject({
      code: 'TAX_RULE_OVERLAP',
      fromDate: '2024-03-01',
      toDate: '2024-03-31',
    });
  });

  test('may not run backwards', () => {
    expect(refusalOf([from('2024-02-01', '2024-01-31')])).toEqual({
      code: 'TAX_RULE_BACKWARDS',
      name: 'State tax',
      fromDate: '2024-02-01',
      toDate: '2024-01-31',
    });
  });

  test('are nothing to another tax', () => {
    expect(refusalOf([from('2024-01-01'), from('2020-01-01', null, 'city')])).toBeNull();
    const broken = [
      from('2024-01-01'),
      from('2020-01-01', null, 'city'),
      from('2021-01-01', null, 'city'),
    ];
    expect(refusalOf(broken)?.code).toBe('TAX_RULE_OVERLAP');
  });
});

test('in force are those whose days include the date, both ends counted', () => {
  const rules = [from('2024-01-01', '2024-06-30'), from('2024-07-01')];
  const on = (date: string) => rulesInForce(rules, day(date)).map((rule) => rule.fromDate);
  expect(on('2023-12-31')).toEqual([]);
  expect(on('2024-01-01')).toEqual(['2024-01-01']);
  expect(on('2024-06-30')).toEqual(['2024-01-01']);
  expect(on('2024-07-01')).toEqual(['2024-07-01']);
  expect(on('2099-01-01')).toEqual(['2024-07-01']);
});

describe('against a calendar', () => {
  const DAYS = 40;
  const calendar = Array.from({ length: DAYS }, (_, index) =>
    day(new Date(Date.UTC(2024, 1, 10 + index)).toISOString().slice(0, 10)),
  );
  const aRule = fc
    .tuple(fc.nat({ max: DAYS - 1 }), fc.option(fc.nat({ max: DAYS - 1 }), { freq: 4 }))
    .map(([first, last]) => from(calendar[first] ?? '', last === null ? null : calendar[last]));

  /** Counts for each day how many versions are in force: between the first and the last day it must be one. */
  const naiveCode = (rules: readonly DatedRule[]) => {
    if (rules.some(({ fromDate, toDate }) => toDate !== null && toDate < fromDate)) {
      return 'TAX_RULE_BACKWARDS';
    }
    const counts = calendar.map((date) => rulesInForce(rules, date).length);
    const lived = counts.slice(
      counts.findIndex((count) => count > 0),
      counts.findLastIndex((count) => count > 0) + 1,
    );
    const wrong = lived.find((count) => count !== 1);
    return wrong === undefined ? null : wrong === 0 ? 'TAX_RULE_GAP' : 'TAX_RULE_OVERLAP';
  };
  const agrees = (check: typeof refusalOf) =>
    fc.property(fc.array(aRule, { maxLength: 4 }), (rules) => {
      expect(check(rules)?.code ?? null).toBe(naiveCode(rules));
    });

  test('exactly one version is in force on every day, or the first wrong day is refused', () => {
    fc.assert(agrees(refusalOf), { numRuns: 3000 });
  });

  test('a gap of one day let through is caught (planted)', () => {
    const lax = (rules: readonly DatedRule[]) => {
      const refusal = refusalOf(rules);
      return refusal?.code === 'TAX_RULE_GAP' && refusal.fromDate === refusal.toDate
        ? null
        : refusal;
    };
    expect(fc.check(agrees(lax), { numRuns: 3000 }).failed).toBe(true);
  });
});
