import './pay.css';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/messages/dialog.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';
import { PayMain } from './pay-main.tsx';
import { PayScan } from './pay-scan.tsx';
import { PaySide } from './pay-side.tsx';
import { useTill } from './use-till.ts';

/** F9: the money. Complete lies exactly where Pay was; F9 again takes the rest in the chosen tender. */
export function PaySheet() {
  const { t } = useTranslation('pay');
  const { paying, closePay } = useSelling();
  const { cart, totals, customer, terms } = useCart();
  const state = useTill();
  const open = paying && totals !== undefined && cart.lines.length > 0;
  const back = state.due.totalCents < 0;
  return (
    <Sheet
      help="pay"
      open={open}
      title={back ? t('titleBack') : t('title')}
      detail={[terms?.nextNumber, customer?.name].filter(Boolean).join(' · ')}
      backLabel={t('back')}
      onClose={closePay}
      side={open ? <PaySide state={state} /> : <span />}
    >
      {open ? (
        <>
          <PayScan state={state} />
          <PayMain state={state} />
        </>
      ) : null}
    </Sheet>
  );
}
