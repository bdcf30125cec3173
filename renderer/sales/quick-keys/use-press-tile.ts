import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import { useSelling } from '../selling-context.tsx';
import { pressTile } from './tile-line.ts';

/** One press is one line. Shipping asks where to; a care plan needs a piece. */
export function usePressTile(): (tile: ServiceTile) => void {
  const { t } = useTranslation('services');
  const { cart, totals, change, chosenLine, chooseLine } = useCart();
  const { openDialog, forgetSold } = useSelling();
  const { show } = useToasts();
  return (tile) => {
    forgetSold();
    if (tile.kind === 'shipping') return openDialog({ kind: 'shipping', tile });
    const lineId = freshId('saleLine');
    const press = { tile, lineId, chosen: chosenLine, totals };
    const outcome = pressTile(cart, press);
    switch (outcome.kind) {
      case 'changed':
        // Done again on the cart of that moment: a scan may have come in between.
        return change((now) => {
          const next = pressTile(now, press);
          return next.kind === 'changed' ? next.cart : now;
        });
      case 'there':
        return chooseLine(outcome.lineId);
      case 'needsPiece':
        return void show({ text: t('needsPiece', { name: tile.name }), tone: 'warning' });
    }
  };
}
