import { formatCents, type Cents } from '#shared/money.ts';
import { dateInZone, type BusinessDate, type InstantMs } from '#shared/time.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { intlLocale } from './i18n.ts';
import { storeZone, useStoreZone } from './store-zone.ts';

/** Amounts, counts and times in the language of the window. Times are in the store's zone, as on its papers. */
export interface Format {
  readonly money: (amount: Cents) => string;
  readonly count: (value: number) => string;
  /** `1:48 PM` */
  readonly time: (atMs: InstantMs) => string;
  /** `Nov 23` this year, `Nov 23, 2024` in another. */
  readonly day: (atMs: InstantMs, nowMs: InstantMs) => string;
  /** `Nov 23, 2026, 1:48 PM` */
  readonly dateTime: (atMs: InstantMs) => string;
  /** `Nov 23, 2026`; a business date has no zone. */
  readonly date: (date: BusinessDate) => string;
  /** `Monday, November 23, 2026` */
  readonly businessDate: (date: BusinessDate) => string;
}

export function formatFor(locale: string, timeZone = storeZone()): Format {
  const intl = intlLocale(locale);
  const count = new Intl.NumberFormat(intl);
  const time = new Intl.DateTimeFormat(intl, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  const day = new Intl.DateTimeFormat(intl, { month: 'short', day: 'numeric', timeZone });
  const dayOfYear = new Intl.DateTimeFormat(intl, { dateStyle: 'medium', timeZone });
  const dateTime = new Intl.DateTimeFormat(intl, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const date = new Intl.DateTimeFormat(intl, { dateStyle: 'medium', timeZone: 'UTC' });
  const businessDate = new Intl.DateTimeFormat(intl, { dateStyle: 'full', timeZone: 'UTC' });
  const yearOf = (atMs: InstantMs) => dateInZone(atMs, timeZone).slice(0, 4);
  return {
    money: (amount) => formatCents(amount, intl),
    count: (value) => count.format(value),
    time: (atMs) => time.format(atMs),
    day: (atMs, nowMs) => (yearOf(atMs) === yearOf(nowMs) ? day : dayOfYear).format(atMs),
    dateTime: (atMs) => dateTime.format(atMs),
    date: (day) => date.format(Date.parse(`${day}T00:00:00Z`)),
    businessDate: (day) => businessDate.format(Date.parse(`${day}T00:00:00Z`)),
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const zone = useStoreZone();
  return useMemo(() => formatFor(i18n.language, zone), [i18n.language, zone]);
}
