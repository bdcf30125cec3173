import fc from 'fast-check';
import { cents, type RatePpm } from '#shared/money.ts';
import { aTaxRule } from '#shared/taxes/tax-builders.ts';
import type { TaxRule } from '#shared/taxes/tax-rule.ts';
import { describe, expect, it } from 'vitest';
import { TAXED_CLASSES } from './area-form.ts';
import { aRuleForm, day } from './forms-for-tests.ts';
import { readRule, ruleForm, ruleProblems } from './rule-form.ts';

/** Rules as the store may hold them. */
const rules: fc.Arbitrary<TaxRule> = fc
  .record({
    ratePpm: fc.integer({ min: 0, max: 300_000 }),
    classes: fc.subarray([...TAXED_CLASSES], { minLength: 1 }),
    fromCents: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500_000 })),
    width: fc.option(fc.integer({ min: 1, max: 500_000 })),
    overCents: fc.option(fc.integer({ min: 0, max: 500_000 })),
    span: fc.option(fc.integer({ min: 1, max: 500_000 })),
    conditionPer: fc.constantFrom('article' as const, 'ticket' as const),
    ends: fc.boolean(),
  })
  .map(({ ratePpm, fromCents, width, overCents, span, ends, ...rest }) =>
    aTaxRule({
      ...rest,
      ratePpm: ratePpm as RatePpm,
      fromCents: cents(fromCents),
      toCents: width === null ? null : cents(fromCents + width),
      overCents: overCents === null ? null : cents(overCents),
      underCents: span === null ? null : cents((overCents ?? 0) + span),
      toDate: ends ? day('2030-01-01') : null,
    }),
  );

it('a rule that is opened and not touched is saved as it was', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const { taxAreaId: _area, ...fields } = rule;
      expect(readRule(ruleForm({ ...fields, lastUsedOn: null }))).toEqual(fields);
    }),
    { numRuns: 2000 },
  );
});

describe('a rule that is typed', () => {
  it('says what is missing, field by field, and is no rule until then', () => {
    const form = {
      ...aRuleForm(),
      name: ' ',
      agency: '',
      rate: '',
      classes: [],
      fromDate: undefined,
    };
    expect(ruleProblems(form)).toEqual({
      name: 'nameMissing',
      agency: 'agencyMissing',
      rate: 'rateWrong',
      classes: 'classMissing',
      fromDate: 'dateMissing',
    });
    expect(readRule(form)).toBeUndefined();
  });

  it('needs the amounts that its band and its condition ask for, and no others', () => {
    const form = aRuleForm();
    expect(ruleProblems({ ...form, band: 'upTo' })).toEqual({ toCents: 'amountMissing' });
    expect(ruleProblems({ ...form, band: 'above' })).toEqual({ fromCents: 'amountMissing' });
    const band = { band: 'between', fromCents: cents(160_000), toCents: cents(160_000) } as const;
    expect(ruleProblems({ ...form, ...band })).toEqual({ toCents: 'bandEmpty' });
    expect(ruleProblems({ ...form, condition: 'under' })).toEqual({ underCents: 'amountMissing' });
    const between = { condition: 'between', overCents: cents(5), underCents: cents(5) } as const;
    expect(ruleProblems({ ...form, ...between })).toEqual({ underCents: 'conditionEmpty' });
    const left = { ...form, fromCents: cents(7), toCents: cents(5), overCents: cents(9) };
    expect(readRule(left)).toMatchObject({ fromCents: 0, toCents: null, overCents: null });
  });

  it('ends no earlier than it begins, and no earlier than its last sale', () => {
    const form = { ...aRuleForm(), fromDate: day('2026-01-01'), ends: true };
    expect(ruleProblems(form)).toEqual({ toDate: 'dateMissing' });
    expect(ruleProblems({ ...form, toDate: day('2025-12-31') })).toEqual({ toDate: 'backwards' });
    const used = { ...form, lastUsedOn: day('2026-11-23') };
    expect(ruleProblems({ ...used, toDate: day('2026-11-22') })).toEqual({
      toDate: 'endsBeforeUse',
    });
    expect(ruleProblems({ ...used, toDate: day('2026-11-23') })).toEqual({});
  });
});
