import { formatRate } from '#shared/money.ts';
import type { PriceTalk } from '#shared/sales/cart.ts';
import type { LinePricing } from '#shared/sales/price-ways.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

/** What was agreed and why, in a line: `10 % off · Price match, online quote`. Empty at the tag price. */
export function useTalkWords(): (talk: PriceTalk<LinePricing>) => string {
  const { t } = useTranslation('price');
  const format = useFormat();
  const price = (pricing: LinePricing): string => {
    if (pricing.way === 'tag') return '';
    return pricing.way === 'percent_off'
      ? t('said.percent_off', { rate: formatRate(pricing.ratePpm) })
      : t(`said.${pricing.way}`, { amount: format.money(pricing.cents) });
  };
  return ({ pricing, reasonCode, priceReason }) => {
    if (pricing.way === 'tag') return '';
    const reason = reasonCode === null || reasonCode === 'other' ? '' : t(`reason.${reasonCode}`);
    const why = [reason, priceReason ?? ''].filter(Boolean).join(', ');
    return [price(pricing), why].filter(Boolean).join(' · ');
  };
}
