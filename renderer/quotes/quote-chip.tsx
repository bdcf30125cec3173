import type { QuoteSummary } from '#shared/sales/quotes/contract.ts';
import { useTranslation } from 'react-i18next';
import { useShortDay } from '../app/use-short-day.ts';
import { Chip } from '../ui/messages/chip.tsx';

/** Whether a quote still holds, in words. */
export function QuoteChip({ quote }: { readonly quote: QuoteSummary }) {
  const { t } = useTranslation('quotes');
  const shortDay = useShortDay();
  if (quote.soldAs !== null) return <Chip tone="success">{t('sold')}</Chip>;
  const day = shortDay(quote.expiresOn);
  if (quote.expired) return <Chip tone="danger">{t('expired', { day })}</Chip>;
  return <Chip tone="accent">{t('holds', { day })}</Chip>;
}
