import { useFormat } from '../i18n/format.ts';

/** A business date as lists show it, `Nov 23`. It has no zone, so its noon here stands for it. */
export function useShortDay(): (businessDate: string) => string {
  const format = useFormat();
  return (businessDate) => format.day(Date.parse(`${businessDate}T12:00:00`), Date.now());
}
