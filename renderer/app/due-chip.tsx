import type { BusinessDate } from '#shared/time.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Chip } from '../ui/messages/chip.tsx';
import { daysBetween, todayHere } from './day.ts';
import { useShortDay } from './use-short-day.ts';

/** How a day stands to today. */
export type DueState = 'late' | 'today' | 'tomorrow' | 'later';

export function dueState(dueOn: string, today: string): DueState {
  // Branding: the store answers business dates and nothing else.
  const days = daysBetween(today as BusinessDate, dueOn as BusinessDate);
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : 'later';
}

const TONES = { late: 'danger', today: 'warning', tomorrow: 'info', later: undefined } as const;

/** The day something is due, in words that say how urgent it is: "Late 2 d", "Today", "Dec 4". */
export function DueChip({ dueOn }: { readonly dueOn: string }) {
  const { t } = useTranslation('common');
  const shortDay = useShortDay();
  const format = useFormat();
  const today = todayHere();
  const state = dueState(dueOn, today);
  const tone = TONES[state];
  const daysLate = daysBetween(dueOn as BusinessDate, today);
  const words = {
    late: () => t('due.late', { days: format.count(daysLate) }),
    today: () => t('due.today'),
    tomorrow: () => t('due.tomorrow'),
    later: () => shortDay(dueOn),
  };
  return <Chip {...(tone && { tone })}>{words[state]()}</Chip>;
}
