import type { BusinessDate } from '#shared/time.ts';
import { expect, it, vi } from 'vitest';
import { formatFor } from '../i18n/format.ts';
import { tellStoreZone } from '../i18n/store-zone.ts';
import { dayBeside, daysBetween, todayHere } from './day.ts';

const day = (text: string) => text as BusinessDate;

it('counts days over months, leap days and the change to summer time', () => {
  expect(dayBeside(day('2026-12-31'), 1)).toBe('2027-01-01');
  expect(dayBeside(day('2024-03-01'), -1)).toBe('2024-02-29');
  expect(dayBeside(day('2026-03-08'), 1)).toBe('2026-03-09');
  expect(daysBetween(day('2026-03-07'), day('2026-03-09'))).toBe(2);
  expect(daysBetween(day('2026-11-23'), day('2026-11-11'))).toBe(-12);
});

it('says days and times as they are at the store, wherever the computer thinks it is', () => {
  vi.useFakeTimers({ now: Date.UTC(2027, 0, 1, 4, 30) });
  tellStoreZone('America/Chicago');
  expect(todayHere()).toBe('2026-12-31');
  const chicago = formatFor('en');
  expect(chicago.dateTime(Date.now())).toBe('Dec 31, 2026, 10:30 PM');
  expect(chicago.day(Date.now(), Date.UTC(2026, 5, 1))).toBe('Dec 31');
  tellStoreZone('Asia/Tokyo');
  expect(todayHere()).toBe('2027-01-01');
  expect(formatFor('en').time(Date.now())).toBe('1:30 PM');
  vi.useRealTimers();
});
