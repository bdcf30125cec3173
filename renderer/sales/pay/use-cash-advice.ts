import { ZERO_CENTS } from '#shared/money.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { type CashAdvice, cashAdvice, reportableCents } from './cash-report.ts';
import type { Step } from './next-step.ts';

/** What the law asks about the cash that is offered, with what the customer paid in cash before. */
export function useCashAdvice(open: boolean, step: Step | undefined): CashAdvice | undefined {
  const { cart, totals } = useCart();
  const { customerId } = cart;
  const offered = step?.kind === 'covers' || step?.kind === 'part' ? step.payments : [];
  const changeCents = step?.kind === 'covers' ? step.changeCents : ZERO_CENTS;
  const cashCents =
    open && totals ? reportableCents(offered, changeCents, cart, totals) : ZERO_CENTS;
  const meter = useStoreQuery({
    key: ['form8300.meter', customerId, cashCents],
    tables: ['payment', 'sale_void', 'form_8300_filing', 'customer'],
    enabled: open && customerId !== null && cashCents > 0,
    keepLast: true,
    read: (store) => {
      if (customerId === null) throw new Error('nobody was asked about');
      return store.form8300.meter({ customerId, cashCents });
    },
  }).data;
  return cashAdvice(cashCents, meter?.meter, customerId !== null);
}
