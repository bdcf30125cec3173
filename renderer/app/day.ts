import { dateInZone, type BusinessDate } from '#shared/time.ts';
import { storeZone } from '../i18n/store-zone.ts';

const DAY_MS = 86_400_000;

/** The calendar day at the store. */
export function todayHere(): BusinessDate {
  return dateInZone(Date.now(), storeZone());
}

/** The day so many days later; earlier when negative. */
export function dayBeside(date: BusinessDate, days: number): BusinessDate {
  // Branding: a date has no zone, so it is counted in one without summer time.
  return new Date(atMs(date) + days * DAY_MS).toISOString().slice(0, 10) as BusinessDate;
}

/** How many days `to` is after `from`; negative before it. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return (atMs(to) - atMs(from)) / DAY_MS;
}

function atMs(date: BusinessDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
