import type { SaleId } from '#shared/ids.ts';
import { UNDO_OFFER_MS, UNDONE_AT_ONCE } from '#shared/sales/undo-at-once.ts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { useCommand, useStore } from '../store-client/store-hooks.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import type { CartState } from './cart/cart-context.tsx';
import { copyOfCart } from './cart/copy-of-cart.ts';
import { freshId } from './fresh-id.ts';
import type { JustSold } from './selling-context.tsx';

/** Eight seconds to take F10 back. The goods return to the cart; a sale that was begun meanwhile is parked, not lost. */
export function useUndoOffer(
  cart: CartState | undefined,
  onUndone: () => void,
): (sold: JustSold) => void {
  const { t } = useTranslation('sell');
  const { show } = useToasts();
  const format = useFormat();
  const store = useStore();
  const latest = useRef(cart);
  latest.current = cart;
  const voidIt = useCommand((client, saleId: SaleId, commandId) =>
    client.sales.void({ commandId, saleId, reason: UNDONE_AT_ONCE, overrideId: null }),
  );
  const bringBack = async (sold: JustSold) => {
    const now = latest.current;
    if (!now) return;
    if (now.read().cart.lines.length > 0) {
      await now.settled();
      await store.sales.park({ commandId: freshId('command') });
      show({ text: t('begunParked') });
    }
    now.replace();
    now.change(() => copyOfCart(sold.cart));
  };
  const undo = async (sold: JustSold) => {
    const answer = await voidIt.run(sold.saleId);
    if (answer?.ok === true) {
      onUndone();
      await bringBack(sold);
    } else show({ text: t('undoFailed', { number: sold.number }), tone: 'danger' });
  };
  return (sold) =>
    show({
      text: t('soldToast', { number: sold.number, total: format.money(sold.totalCents) }),
      tone: 'success',
      seconds: UNDO_OFFER_MS / 1000,
      action: { label: t('undo'), run: () => void undo(sold) },
    });
}
