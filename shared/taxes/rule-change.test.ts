import { expect, test } from 'vitest';
import type { Cents, RatePpm } from '../money.ts';
import type { BusinessDate } from '../time.ts';
import { isRewritten } from './rule-change.ts';
import { aTaxRule } from './tax-builders.ts';
import type { TaxRule } from './tax-rule.ts';

const day = (text: string) => text as BusinessDate;
const stored = aTaxRule({ classes: ['goods', 'bullion'] });
const rewrites = (change: Partial<TaxRule>) =>
  isRewritten(stored, { ...stored, ...change }, day('2026-11-23'));

test('a used version may end, on the last day it was used or later, and live on again', () => {
  expect(rewrites({})).toBe(false);
  expect(rewrites({ toDate: day('2026-11-23') })).toBe(false);
  expect(rewrites({ toDate: day('2026-11-22') })).toBe(true);
  const ended = { ...stored, toDate: day('2026-12-31') };
  expect(isRewritten(ended, stored, day('2026-11-23'))).toBe(false);
});

test('its classes may stand in another order and may not change', () => {
  expect(rewrites({ classes: ['bullion', 'goods'] })).toBe(false);
  expect(rewrites({ classes: ['goods'] })).toBe(true);
  expect(rewrites({ classes: ['goods', 'part'] })).toBe(true);
  expect(rewrites({ classes: ['goods', 'bullion', 'part'] })).toBe(true);
});

test.each<Partial<TaxRule>>([
  { name: 'City tax' },
  { agency: 'City' },
  { ratePpm: 50_001 as RatePpm },
  { fromCents: 1 as Cents },
  { toCents: 1 as Cents },
  { overCents: 1 as Cents },
  { underCents: 1 as Cents },
  { conditionPer: 'ticket' },
  { series: 'another' },
  { fromDate: day('2000-01-02') },
])('what a sale was taxed by stays: %o', (change) => {
  expect(rewrites(change)).toBe(true);
});
