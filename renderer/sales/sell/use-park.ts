import type { CartId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';
import { useParked } from './recall-dialog.tsx';

/** F8: a cart with lines is parked, with eight seconds to bring it back; an empty one opens the list. */
export function usePark() {
  const { t } = useTranslation('sell');
  const { cart, replace, settled } = useCart();
  const { openDialog, inTurn } = useSelling();
  const { show } = useToasts();
  const { recall } = useParked();
  const command = useCommand((store, _cartId: CartId, commandId) =>
    store.sales.park({ commandId }),
  );
  const hasLines = cart.lines.length > 0;
  const park = async () => {
    const { cartId } = cart;
    await settled(); // the store parks what its disk holds
    const answer = await command.run(cartId);
    if (answer?.ok !== true) return;
    replace();
    show({ text: t('parkedToast'), action: { label: t('undo'), run: () => void recall(cartId) } });
  };
  return {
    hasLines,
    run: () => (hasLines ? inTurn(park) : openDialog({ kind: 'recall' })),
    refusal: command.refusal,
    failure: command.failure,
  };
}
