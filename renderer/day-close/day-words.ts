import type { BusinessDate } from '#shared/time.ts';
import type { Format } from '../i18n/format.ts';

/** `Monday, November 23, 2026`. Branding: the store answers business dates and nothing else. */
export function dayInWords(date: string, format: Format): string {
  return format.businessDate(date as BusinessDate);
}
