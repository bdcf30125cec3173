import { cents, type Cents } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Chip } from '../ui/messages/chip.tsx';

/** "Short $5.00", "Over $1.00" or "Exact": the word first, the colour only repeats it. */
export function OverShort({ amount }: { readonly amount: Cents }) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  if (amount === 0) return <Chip tone="success">{t('exact')}</Chip>;
  const text = format.money(cents(Math.abs(amount)));
  return amount < 0 ? (
    <Chip tone="danger">{t('short', { amount: text })}</Chip>
  ) : (
    <Chip tone="warning">{t('over', { amount: text })}</Chip>
  );
}
