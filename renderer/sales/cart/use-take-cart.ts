import type { CartId } from '#shared/ids.ts';
import type { Cart } from '#shared/sales/cart.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import type { CartState } from './cart-context.tsx';
import { copyOfCart } from './copy-of-cart.ts';

/** Puts a cart on the counter that was kept elsewhere, under fresh ids. What was being rung up is parked first. */
export function useTakeCart(state: CartState | undefined): (cart: Cart) => Promise<boolean> {
  const park = useCommand((store, _cartId: CartId, commandId) => store.sales.park({ commandId }));
  return async (taken) => {
    if (state === undefined) return false;
    await state.settled(); // the store parks what its disk holds
    const now = state.read().cart;
    if (now.lines.length > 0) {
      const answer = await park.run(now.cartId);
      if (answer?.ok !== true) return false;
      state.replace();
    }
    state.change(({ cartId }) => ({ ...copyOfCart(taken), cartId }));
    return true;
  };
}
