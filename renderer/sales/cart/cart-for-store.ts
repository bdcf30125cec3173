import type { Cart } from '#shared/sales/cart.ts';

/** The cart as it crosses to the store, whose input owns its lists. */
export function cartForStore(cart: Cart) {
  return { ...cart, lines: [...cart.lines], shares: cart.shares && [...cart.shares] };
}
