import { parkCart, recallCart, saveCart } from '#db/sales/cart/carts.ts';
import { completeSale } from '#db/sales/complete/complete-sale.ts';
import { voidSale } from '#db/sales/void/void-sale.ts';
import { fromReader, gated, sessionOf } from './gate.ts';

const { sales } = gated;

/** Selling: the cart, the sale, its undoing. Carts are local rows and need no changeset. */
export const salesHandlers = {
  openCart: sales.openCart.handler(fromReader('sales.openCart')),
  saveCart: sales.saveCart.handler(({ input, context: { store } }) =>
    store.shop.writer.writeLocal((tx) =>
      saveCart(tx, input.cart, store.now(), store.businessDate()),
    ),
  ),
  park: sales.park.handler(({ context: { store } }) =>
    store.shop.writer.writeLocal((tx) => parkCart(tx, store.now())),
  ),
  recall: sales.recall.handler(({ input, context: { store } }) =>
    store.shop.writer.writeLocal((tx) =>
      recallCart(tx, input.cartId, store.now(), store.businessDate()),
    ),
  ),
  listParked: sales.listParked.handler(fromReader('sales.listParked')),
  terms: sales.terms.handler(fromReader('sales.terms')),
  complete: sales.complete.handler(({ input, context }) => {
    const command = context.store.context('sales.complete', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) =>
      completeSale(tx, command, input),
    );
  }),
  void: sales.void.handler(({ input, context }) => {
    const command = context.store.context('sales.void', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => voidSale(tx, command, input));
  }),
  recent: sales.recent.handler(fromReader('sales.recent')),
  receipt: sales.receipt.handler(fromReader('sales.receipt')),
  find: sales.find.handler(fromReader('sales.find')),
};
