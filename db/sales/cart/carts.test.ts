import { afterEach, expect, test } from 'vitest';
import { aCart, aPiece } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { findTicketTerms } from '../ticket-terms.ts';
import { emptyCart, setCustomer } from '#shared/sales/cart.ts';
import { listParkedCarts, openCart, parkCart, recallCart, saveCart } from './carts.ts';

let shop: TestShop;
afterEach(() => shop.close());

const aFullCart = () =>
  aCart(shop, [aPiece(shop, { stockNumber: `A-${newId('x')}`, priceCents: 10_000 })]);
const save = (cart: ReturnType<typeof aFullCart>) =>
  shop.writer.writeLocal((tx) => saveCart(tx, cart, 1, shop.today));
const park = () => shop.writer.writeLocal((tx) => parkCart(tx, 2));
const open = () => openCart(shop.writer, newId('cart'), shop.today).cart;
const parked = () =>
  listParkedCarts(shop.writer, findTicketTerms(shop.writer, shop.today), shop.today);

test('a cart survives a restart as it was', () => {
  shop = aShop();
  const cart = aFullCart();
  save(cart);
  shop = shop.reopen();
  expect(open()).toEqual(cart);
});

test('parked carts wait, oldest first, priced with tax; recall brings one back and parks the other', () => {
  shop = aShop();
  const [first, second] = [aFullCart(), aFullCart()];
  save(first);
  park();
  save(second);
  expect(parked()).toMatchObject([{ cartId: first.cartId, lineCount: 1, totalCents: 10_825 }]);
  const recalled = shop.writer.writeLocal((tx) => recallCart(tx, first.cartId, 3, shop.today));
  expect(recalled).toMatchObject({ ok: true, value: { cart: first } });
  expect(open()).toEqual(first);
  expect(parked().map((each) => each.cartId)).toEqual([second.cartId]);
});

test('an empty cart is not parked, an unknown one not recalled', () => {
  shop = aShop();
  expect(park()).toEqual({ ok: false, refusal: { code: 'CART_EMPTY' } });
  expect(shop.writer.writeLocal((tx) => recallCart(tx, newId('cart'), 3, shop.today))).toEqual({
    ok: false,
    refusal: { code: 'CART_NOT_FOUND' },
  });
});

test('a cart for somebody unknown is refused; an emptied cart is forgotten', () => {
  shop = aShop();
  const cart = aFullCart();
  expect(save(setCustomer(cart, newId('customer')))).toEqual({
    ok: false,
    refusal: { code: 'CUSTOMER_NOT_FOUND' },
  });
  save(cart);
  save(emptyCart(cart.cartId));
  expect(open().cartId).not.toBe(cart.cartId);
});

test('a save of a parked cart is refused: another window has moved on', () => {
  shop = aShop();
  const cart = aFullCart();
  save(cart);
  park();
  expect(save(cart)).toEqual({ ok: false, refusal: { code: 'CART_NOT_ACTIVE' } });
});
