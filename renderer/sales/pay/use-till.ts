import { type Cents, ZERO_CENTS } from '#shared/money.ts';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import { refundStep } from '../returns/refund-step.ts';
import { type RefundState, useRefund } from '../returns/use-refund.ts';
import { useSelling } from '../selling-context.tsx';
import type { Step } from './next-step.ts';
import { type Due, leftToPay } from './payments.ts';
import type { Purse } from './purse.ts';
import { emptyTill, nextStep, type Till, tillAfter, type TillEvent } from './till.ts';
import { useCashAdvice } from './use-cash-advice.ts';
import { useLessor } from './use-lessor.ts';
import { usePurse } from './use-purse.ts';
import type { CashAdvice } from './cash-report.ts';

export interface TillState {
  readonly till: Till;
  readonly due: Due;
  /** What is left in the tender being typed: in cash it is rounded. */
  readonly leftCents: Cents;
  readonly purse: Purse;
  /** What taking the next payment would do; undefined while what stands in the amount field is no amount. */
  readonly step: Step | undefined;
  /** Where the money of a negative ticket goes. */
  readonly refund: RefundState;
  /** What the law asks about the cash that is offered. */
  readonly cashAdvice: CashAdvice | undefined;
  /** Somebody went on with cash that needs a name: a new object each time. */
  readonly nameAsked: object | undefined;
  readonly tell: (event: TillEvent) => void;
  /** Takes the next payment: a part joins the list, what covers the rest completes the sale. */
  readonly take: () => void;
}

/** The till of one sale: it stays when the sheet is closed and opened again, and is new for another cart. */
export function useTill(): TillState {
  const { cart, totals, terms } = useCart();
  const { paying } = useSelling();
  const [till, tell] = useReducer(tillAfter, undefined, () => emptyTill(freshId('payment')));
  const [cartId, setCartId] = useState(cart.cartId);
  if (cartId !== cart.cartId) {
    setCartId(cart.cartId);
    tell({ type: 'fresh', nextId: freshId('payment') });
  }
  const due: Due = {
    totalCents: totals?.totalCents ?? ZERO_CENTS,
    rounding: terms?.ticket.cashRounding ?? 'off',
  };
  const purse = usePurse(paying, till.next.giftCardCode);
  const refund = useRefund(paying, { due, till, tell });
  const step = due.totalCents < 0 ? refund.step : nextStep(till, due, purse);
  useLessor(paying, till);
  const cashAdvice = useCashAdvice(paying, step);
  const { take, nameAsked } = useTaking({ till, due, purse, step, cashAdvice, tell });
  const leftCents = leftToPay(due, till.payments, till.next.kind);
  return { till, due, leftCents, purse, step, refund, cashAdvice, nameAsked, tell, take };
}

type Taking = Pick<TillState, 'till' | 'due' | 'purse' | 'step' | 'cashAdvice' | 'tell'>;

/** Taking waits for what the store is still looking up, and stops at cash that the law wants a name for. */
function useTaking({ till, due, purse, step, cashAdvice, tell }: Taking) {
  const { settled } = useCart();
  const { complete, command } = useSelling();
  const waits = useRef(false);
  const [asked, setAsked] = useState<object>();
  const nameless = cashAdvice?.kind === 'nameless';
  const take = () => {
    waits.current = step?.kind === 'pending';
    if (waits.current) return;
    command.reset();
    setAsked(nameless ? {} : undefined);
    if (nameless) return;
    if (step?.kind !== 'covers') return tell({ type: 'take', step, freshId: freshId('payment') });
    // A lessor that was just chosen takes the tax off: what is due is known when the store has heard of it.
    const ready = step.payments.some((paid) => paid.kind === 'lease') ? settled() : undefined;
    void Promise.resolve(ready).then(() =>
      complete((totalCents) => paymentsAt(till, { ...due, totalCents }, purse), false),
    );
  };
  const latest = useRef(take);
  latest.current = take;
  const pending = step?.kind === 'pending';
  useEffect(() => {
    if (!pending && waits.current) latest.current();
  }, [pending]);
  return { take, nameAsked: nameless ? asked : undefined };
}

/** What a refund gives stands in its plan, and nothing goes back by itself. */
function stepAt(till: Till, due: Due, purse: Purse): Step | undefined {
  return due.totalCents < 0 ? refundStep(due, till.payments) : nextStep(till, due, purse);
}

/** The payments for what the sale comes to now. */
function paymentsAt(till: Till, due: Due, purse: Purse) {
  const step = stepAt(till, due, purse);
  return step?.kind === 'covers' || step?.kind === 'part' ? step.payments : till.payments;
}
