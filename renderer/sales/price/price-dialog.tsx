import './price.css';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';
import { PriceForm } from './price-form.tsx';

/** P: what one line costs; D: what the whole ticket costs. Four ways, with the result while one types. */
export function PriceDialog() {
  const { t } = useTranslation('price');
  const { cart, terms } = useCart();
  const { dialog, closeDialog } = useSelling();
  const line =
    dialog?.kind === 'price' ? cart.lines.find((each) => each.lineId === dialog.lineId) : undefined;
  const ofTicket = dialog?.kind === 'ticketPrice';
  const open = terms !== undefined && (line !== undefined || ofTicket);
  return (
    <Dialog
      help="price"
      open={open}
      title={ofTicket ? t('ofTicket') : t('ofLine')}
      width="wide"
      onClose={closeDialog}
    >
      {open ? (
        <PriceForm
          key={line?.lineId ?? cart.cartId}
          line={line}
          ticketTerms={terms.ticket}
          onClose={closeDialog}
        />
      ) : null}
    </Dialog>
  );
}
