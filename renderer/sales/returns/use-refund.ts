import type { Cart } from '#shared/sales/cart.ts';
import type { RefundPlanRefusal, RefundProposal } from '#shared/sales/returns/contract.ts';
import type { Result } from '#shared/result.ts';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../store-client/failure.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { cartForStore } from '../cart/cart-for-store.ts';
import { freshId } from '../fresh-id.ts';
import type { Step } from '../pay/next-step.ts';
import type { Due } from '../pay/payments.ts';
import type { Till, TillEvent } from '../pay/till.ts';
import { plannedPayments } from './refund-rows.ts';
import { leftToGive, refundStep } from './refund-step.ts';

/** The store's plan for a refund, and what giving it back would do. */
export interface RefundState {
  /** Undefined until the store has answered for the cart as it is. */
  readonly plan: Result<RefundProposal, RefundPlanRefusal> | undefined;
  readonly failure: Failure | undefined;
  readonly step: Step;
}

/**
 * Asks the store where the money of a negative cart goes, and puts its plan into the till. What somebody divided another
 * way stays while it still comes out even. Complete waits for the plan.
 */
export function useRefund(
  open: boolean,
  { due, till, tell }: { readonly due: Due; readonly till: Till; tell(event: TillEvent): void },
): RefundState {
  const { cart } = useCart();
  const enabled = open && due.totalCents < 0;
  const asked = usePlan(cart, enabled);
  const answer = asked.data;
  const isOfNow = answer?.ok === false || answer?.value.totalCents === due.totalCents;
  const plan = enabled && isOfNow ? answer : undefined;
  const proposal = plan?.ok === true ? plan.value : undefined;
  const seeded = useSeed(proposal, { due, till, tell });
  const step: Step =
    plan?.ok === false
      ? { kind: 'problem', problem: plan.refusal }
      : proposal === undefined || !seeded
        ? { kind: 'pending' }
        : refundStep(due, till.payments);
  return { plan, failure: asked.failure, step };
}

function usePlan(cart: Cart, enabled: boolean) {
  return useStoreQuery({
    key: ['returns.plan', cart],
    tables: [
      'sale',
      'payment',
      'payment_resolution',
      'check_event',
      'sale_correction',
      'sale_void',
      'override_grant',
      'drawer_session',
      'day_close',
    ],
    enabled,
    read: (store) => store.returns.plan({ cart: cartForStore(cart) }),
  });
}

/** Whether the plan, or what was made of it, stands in the till. */
function useSeed(
  proposal: RefundProposal | undefined,
  { due, till, tell }: { readonly due: Due; readonly till: Till; tell(event: TillEvent): void },
): boolean {
  const key = proposal && JSON.stringify(proposal);
  const [seeded, setSeeded] = useState<string>();
  const seed = useRef<() => void>(() => undefined);
  seed.current = () => {
    if (proposal === undefined || seeded === key) return;
    setSeeded(key);
    const even = till.payments.length > 0 && leftToGive(due, till.payments) === 0;
    if (even && till.payments.every(({ amountCents }) => amountCents < 0)) return;
    const payments = plannedPayments(proposal, () => freshId('payment'));
    tell({ type: 'payments', payments, freshId: freshId('payment') });
  };
  useEffect(() => seed.current(), [key]);
  return key !== undefined && seeded === key;
}
