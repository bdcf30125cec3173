import type { BusinessDate } from '#shared/time.ts';
import { dayBeside } from '../app/day.ts';
import type { Period } from './use-house-account.ts';

export const PERIOD_CHOICES = ['thisMonth', 'lastMonth', 'days90', 'year'] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

/** The days of a usual statement, both included. */
export function periodOf(choice: PeriodChoice, today: BusinessDate): Period {
  const firstOfMonth = `${today.slice(0, 7)}-01` as BusinessDate;
  if (choice === 'thisMonth') return { fromDate: firstOfMonth, toDate: today };
  if (choice === 'days90') return { fromDate: dayBeside(today, -89), toDate: today };
  if (choice === 'year') return { fromDate: dayBeside(today, -364), toDate: today };
  const toDate = dayBeside(firstOfMonth, -1);
  return { fromDate: `${toDate.slice(0, 7)}-01` as BusinessDate, toDate };
}
