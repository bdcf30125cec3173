import { useEffect } from 'react';
import { useCart } from '../cart/cart-context.tsx';
import type { Till } from './till.ts';

/**
 * A lease is a sale to the lessor, which buys without tax: the cart names it while it pays, and only then. A lessor that
 * is left in a cart would take the tax off a sale that somebody else pays.
 */
export function useLessor(paying: boolean, till: Till): void {
  const { cart, change } = useCart();
  const lessorId = paying ? lessorOf(till) : null;
  const named = cart.providerId;
  useEffect(() => {
    if (lessorId !== named) change((now) => ({ ...now, providerId: lessorId }));
  }, [lessorId, named, change]);
}

/** The lessor that has paid, or is about to. */
export function lessorOf({ payments, next }: Pick<Till, 'payments' | 'next'>) {
  const paid = payments.find((payment) => payment.kind === 'lease');
  if (paid) return paid.providerId;
  return next.kind === 'lease' ? (next.providerId ?? null) : null;
}
