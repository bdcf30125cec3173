import type { Cents } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { AmountDue } from '../../ui/figures/money.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { NearestTotals } from '../price/nearest-totals.tsx';
import { withQuotedTotal } from '../price/price-preview.ts';
import { useSelling } from '../selling-context.tsx';
import { CartSums } from './cart-sums.tsx';
import { TicketPriceRow } from './ticket-price-row.tsx';

/** The sums of the cart, and Pay always at the bottom right. */
export function CartFoot() {
  const { t } = useTranslation('sell');
  const { cart, totals, notPossible } = useCart();
  const { openPay, paying } = useSelling();
  // The sheet opens as soon as the sums are there, also when F9 was pressed before them.
  const canPay = cart.lines.length > 0 && notPossible === undefined;
  const back = (totals?.totalCents ?? 0) < 0;
  useCommands([
    {
      id: 'sell.pay',
      chord: 'F9',
      label: back ? 'sell:giveBack' : 'sell:keys.pay',
      when: () => canPay && !paying,
      run: openPay,
    },
  ]);
  return (
    <div className="cart-foot">
      <QuotedTotal />
      <CartSums />
      <TicketPriceRow />
      <AmountDue label={t('sums.total')} amount={totals?.totalCents ?? (0 as Cents)} size="total" />
      <Button kind="primary" size={56} wide hint="F9" disabled={!canPay} onClick={openPay}>
        {t(back ? 'giveBack' : 'pay')}
      </Button>
    </div>
  );
}

/** A line or a customer that came later can make a quoted total impossible: the nearest ones are offered here. */
function QuotedTotal() {
  const { notPossible, change } = useCart();
  if (notPossible === undefined) return null;
  return (
    <NearestTotals
      refusal={notPossible}
      onChoose={(cents) => change((now) => withQuotedTotal(now, notPossible.lineId, cents))}
    />
  );
}
