import type { BusinessDate } from '#shared/time.ts';
import { expect, it } from 'vitest';
import { periodOf } from './periods.ts';

const day = (text: string) => text as BusinessDate;

it('last month is the whole month before, also over the turn of the year', () => {
  expect(periodOf('lastMonth', day('2027-01-15'))).toEqual({
    fromDate: '2026-12-01',
    toDate: '2026-12-31',
  });
  expect(periodOf('lastMonth', day('2024-03-31'))).toEqual({
    fromDate: '2024-02-01',
    toDate: '2024-02-29',
  });
});

it('this month and the last ninety days end today', () => {
  expect(periodOf('thisMonth', day('2026-11-23'))).toEqual({
    fromDate: '2026-11-01',
    toDate: '2026-11-23',
  });
  expect(periodOf('days90', day('2026-11-23'))).toEqual({
    fromDate: '2026-08-26',
    toDate: '2026-11-23',
  });
});
