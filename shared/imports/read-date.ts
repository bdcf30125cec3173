import type { BusinessDate } from '../time.ts';
import { unguarded } from './read-cell.ts';

/** Longer than any way of writing a day and its time. */
const LONGEST_DATE = 40;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T ])/;
const AMERICAN = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?=$|[ ,])/;
const IN_WORDS = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?=$|[ ,])/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A day as American exports write it: `2026-08-22`, `8/22/2026`, `8/22/26`, `Aug 22, 2026`, each with or without a time
 * behind it. Undefined for what is no day of the calendar, for a day before 1950, which programs write where they know
 * none, and for `22/8/2026`: the file's other days would be read wrongly.
 */
export function readDate(raw: string): BusinessDate | undefined {
  if (raw.length > LONGEST_DATE) return undefined;
  const text = unguarded(raw).normalize('NFKC').trim();
  const iso = ISO.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = AMERICAN.exec(text);
  if (american) return dayOf(fullYear(american[3]), Number(american[1]), Number(american[2]));
  const words = IN_WORDS.exec(text);
  if (!words) return undefined;
  const month = MONTHS.indexOf((words[1] ?? '').slice(0, 3).toLowerCase()) + 1;
  return dayOf(Number(words[3]), month, Number(words[2]));
}

/** `15:43:58` of `15:43`, `3:43:58 PM` or a time behind a day; undefined for none. */
export function readTime(raw: string): string | undefined {
  const match = /(?:^|[T ])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)? ?([ap]m)?/i.exec(
    raw.slice(0, LONGEST_DATE).normalize('NFKC').trim(),
  );
  if (!match) return undefined;
  const [, hours = '', minutes = '', seconds = '00', half] = match;
  const hour = (Number(hours) % (half ? 12 : 24)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

function fullYear(year = ''): number {
  if (year.length === 4) return Number(year);
  return Number(year) < 50 ? 2000 + Number(year) : 1900 + Number(year);
}

function dayOf(year: number, month: number, day: number): BusinessDate | undefined {
  if (year < 1950 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}` as BusinessDate;
}
