import { containsCardNumber } from '#shared/card-number.ts';
import { useTranslation } from 'react-i18next';
import { useScan } from '../../scanner/scan-context.tsx';
import { useStore } from '../../store-client/store-hooks.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import type { PayPartProps } from './pay-handed.tsx';

/** While paying, a scan is a gift card; anything else belongs to the sale, and is said. */
export function PayScan({ state }: PayPartProps) {
  const { t } = useTranslation('sell');
  const { show } = useToasts();
  const store = useStore();
  const { tell } = state;
  useScan(({ code }) => {
    if (containsCardNumber(code)) return show({ text: t('cardWhilePaying'), tone: 'warning' });
    void store.credit.giftCard({ code }).then((card) => {
      if (card === null) return show({ text: t('scanWhilePaying', { code }), tone: 'warning' });
      tell({ type: 'choose', kind: 'gift_card' });
      tell({ type: 'words', words: { giftCardCode: card.code } });
    });
  });
  return null;
}
