import { describe, expect, test } from 'vitest';
import { exemptionCertificateFields, saveTaxAreaInput, taxRuleDraft } from './contract.ts';
import { type StateExample, STATE_EXAMPLES } from './state-examples.ts';
import { isRewritten } from './rule-change.ts';

const id = (last: string) => `0199b5c0-0000-7000-8000-00000000000${last}`;
const aDraft = {
  taxRuleId: id('1'),
  series: id('2'),
  name: 'Local tax',
  agency: 'County',
  ratePpm: 22_500,
  classes: ['goods'],
  fromCents: 0,
  toCents: 160_000,
  overCents: null,
  underCents: null,
  conditionPer: 'article',
  fromDate: '2026-01-01',
  toDate: null,
};
const problemsOf = (change: object) =>
  taxRuleDraft.safeParse({ ...aDraft, ...change }).error?.issues.map((issue) => issue.message);

describe('a rule that is typed', () => {
  test('is taken as it stands', () => {
    const draft = taxRuleDraft.parse(aDraft);
    expect(draft).toEqual(aDraft);
    expect(isRewritten(draft, draft, draft.fromDate)).toBe(false);
  });

  test('may not have a band or a threshold with nothing in it', () => {
    expect(problemsOf({ fromCents: 160_000 })).toEqual(['TAX_BAND_EMPTY']);
    expect(problemsOf({ overCents: 5, underCents: 5 })).toEqual(['TAX_CONDITION_EMPTY']);
    expect(problemsOf({ underCents: 0 })).toEqual(['TAX_CONDITION_EMPTY']);
    expect(problemsOf({ overCents: 5, underCents: 6 })).toBeUndefined();
  });

  test('falls on some class, on each once, and never on what is not taxed', () => {
    expect(problemsOf({ classes: [] })).toEqual(['TAX_CLASS_REQUIRED']);
    expect(problemsOf({ classes: ['goods', 'goods'] })).toEqual(['TAX_CLASS_TWICE']);
    expect(problemsOf({ classes: ['none'] })).toHaveLength(1);
  });

  test('begins on a day that exists and has a rate of at most 30 %', () => {
    expect(problemsOf({ fromDate: '2026-02-29' })).toHaveLength(1);
    expect(problemsOf({ ratePpm: 300_001 })).toHaveLength(1);
    expect(problemsOf({ ratePpm: 82_500.5 })).toHaveLength(1);
  });
});

test('a certificate needs its number and the state that gave it', () => {
  const paper = {
    exemptionCertificateId: id('1'),
    customerId: id('2'),
    kind: 'resale',
    number: '101-123456',
    state: 'CA',
    expiresOn: null,
  };
  expect(exemptionCertificateFields.safeParse(paper).success).toBe(true);
  expect(exemptionCertificateFields.safeParse({ ...paper, number: ' ' }).success).toBe(false);
  expect(exemptionCertificateFields.safeParse({ ...paper, state: '' }).success).toBe(false);
});

test.each(STATE_EXAMPLES.map((example): [string, StateExample] => [example.name, example]))(
  'the example of %s can be saved as it is',
  (_name, { rules, source: _source, status: _status, fromDate, ...area }) => {
    const input = {
      commandId: id('0'),
      isNew: true,
      area: { ...area, taxAreaId: id('1') },
      rules: rules.map((rule, index) => ({
        ...rule,
        taxRuleId: id(`${index}`),
        series: id(`${index}`),
        fromDate,
        toDate: null,
      })),
    };
    expect(saveTaxAreaInput.safeParse(input).error).toBeUndefined();
  },
);
