import { cents, formatCents, formatRate, type RatePpm } from '../money.ts';
import type { PaperLocale } from './paper.ts';
import { fillText, paperTexts } from './texts/paper-texts.ts';

/**
 * An amount as papers print it, `-$1,234.50`, in either language the way the United States write it. The minus is a
 * hyphen, for the true minus sign is in no code page of a receipt printer.
 */
export function paperAmount(amountCents: number): string {
  return formatCents(cents(amountCents)).replace('−', '-');
}

/** `8.25 %`. */
export function paperRate(ratePpm: number): string {
  return formatRate(ratePpm as RatePpm);
}

/** Thousandths as a count: `2`, `1.5`, `0.125`. */
export function paperQuantity(thousandths: number): string {
  return String(thousandths / 1000);
}

/** A business date, `2026-11-23` → `Nov 23, 2026` or `23 nov 2026`. */
export function paperDate(date: string, locale: PaperLocale): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const texts = paperTexts(locale);
  const months = texts.months.split(' ');
  return fillText(texts.date, {
    year,
    month: months[Number(month) - 1] ?? month,
    day: String(Number(day)),
  });
}

/**
 * An instant on the store's wall clock with the zone's short name, `Nov 23, 2026, 3:42 PM CST`. Put together from
 * numbers, so that every machine writes the same letters whatever its language data. Throws on an unknown zone.
 */
export function paperInstant(atMs: number, zone: string, locale: PaperLocale): string {
  const clock = clockParts(atMs, zone);
  const date = paperDate(clock.date, locale);
  return fillText(paperTexts(locale).dateTime, {
    ...clockTexts(clock, locale),
    date,
    zone: clock.zone,
  });
}

/** The time of day on the store's wall clock, `3:42 PM`. */
export function paperTime(atMs: number, zone: string, locale: PaperLocale): string {
  return fillText(paperTexts(locale).time, clockTexts(clockParts(atMs, zone), locale));
}

interface ClockParts {
  readonly date: string;
  readonly hour: number;
  readonly minute: string;
  readonly zone: string;
}

function clockTexts(
  { hour, minute }: ClockParts,
  locale: PaperLocale,
): Record<'hour' | 'minute' | 'half', string> {
  const texts = paperTexts(locale);
  return {
    hour: String(hour % 12 === 0 ? 12 : hour % 12),
    minute,
    half: hour < 12 ? texts.am : texts.pm,
  };
}

function clockParts(atMs: number, zone: string): ClockParts {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).formatToParts(atMs);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')) % 24,
    minute: part('minute'),
    zone: part('timeZoneName'),
  };
}
