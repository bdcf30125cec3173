import { expect, test } from 'vitest';
import type { Cents, RatePpm } from '../money.ts';
import type { BusinessDate } from '../time.ts';
import { attestedText } from './attested.ts';
import { aTaxArea, aTaxRule } from './tax-builders.ts';
import type { TaxRule } from './tax-rule.ts';

const area = aTaxArea();
const state = aTaxRule({ name: 'State tax' });
const county = aTaxRule({ name: 'County tax' });
const text = attestedText(area, [state, county]);

test('the same taxes are the same text, whatever their order and the name of their place', () => {
  const classes = state.classes.toReversed();
  const renamed = { ...area, name: 'Franklin' };
  expect(attestedText(renamed, [county, { ...state, classes }])).toBe(text);
});

test.each<readonly [string, Partial<TaxRule>]>([
  ['rate', { ratePpm: 50_001 as RatePpm }],
  ['name', { name: 'State sales tax' }],
  ['agency', { agency: 'City' }],
  ['classes', { classes: ['goods'] }],
  ['start of its band', { fromCents: 1 as Cents }],
  ['end of its band', { toCents: 1 as Cents }],
  ['lower threshold', { overCents: 1 as Cents }],
  ['upper threshold', { underCents: 1 as Cents }],
  ['what its threshold looks at', { conditionPer: 'ticket' }],
  ['first day', { fromDate: '2000-01-02' as BusinessDate }],
  ['last day', { toDate: '2030-01-01' as BusinessDate }],
])('another %s of one rule is another text', (_what, change) => {
  expect(attestedText(area, [{ ...state, ...change }, county])).not.toBe(text);
});

test('another rule more or less, for trade-ins or for work is another text', () => {
  const free = { rule: 'labour_free', percentPpm: 0 as RatePpm } as const;
  const others = [
    attestedText(area, [state]),
    attestedText(area, [state, county, county]),
    attestedText({ ...area, tradeIn: 'yes' }, [state, county]),
    attestedText({ ...area, services: { ...area.services, alter: free } }, [state, county]),
  ];
  expect(new Set([...others, text]).size).toBe(5);
});
