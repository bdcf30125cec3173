import { expect, test } from 'vitest';
import type { CartId, CustomerId, PieceId, SaleLineId, StaffId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { addPiece, type Cart, emptyCart, setCustomer, setSellingAs } from '#shared/sales/cart.ts';
import type { OpenCart } from '#shared/sales/contract.ts';
import { createCartDesk, type KeepAnswer } from './cart-desk.ts';

const ring = (name: string) => (cart: Cart) =>
  addPiece(
    cart,
    {
      pieceId: name as PieceId,
      stockNumber: name,
      description: name,
      kind: 'piece',
      tagPriceCents: 100_00 as Cents,
      taxed: true,
      taxClass: 'goods',
    },
    `line of ${name}` as SaleLineId,
  ).cart;

const soon = () => new Promise((resolve) => setTimeout(resolve));

const keptAs = (cart: Cart): KeepAnswer => ({
  kind: 'kept',
  open: { cart, customer: null, exempt: false },
});

function aDesk() {
  const kept: Cart[] = [];
  const told: string[] = [];
  const loads: PromiseWithResolvers<OpenCart>[] = [];
  let answer: (cart: Cart) => KeepAnswer = keptAs;
  let made = 0;
  const desk = createCartDesk({
    load: () => {
      const load = Promise.withResolvers<OpenCart>();
      loads.push(load);
      return load.promise;
    },
    keep: (cart) => {
      kept.push(cart);
      return Promise.resolve(answer(cart));
    },
    freshCart: () => emptyCart(`fresh ${++made}` as CartId),
    pause: () => Promise.resolve(),
    onTrouble: (kind) => told.push(kind),
  });
  return {
    desk,
    kept,
    told,
    arrive: async (cart: Cart) => {
      loads.at(-1)?.resolve({ cart, customer: null, exempt: false });
      await soon();
    },
    fail: async () => {
      loads.at(-1)?.reject(new Error('starting again'));
      await soon();
    },
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    pieces: () => desk.look().open.cart.lines.map((line) => line.stockNumber),
  };
}

const stored = emptyCart('stored' as CartId);

test('two scans that were looked up at the same time are both in the cart', () => {
  const { desk, pieces } = aDesk();
  desk.change(ring('A'));
  desk.change(ring('B'));
  expect(pieces()).toEqual(['A', 'B']);
});

test('what is scanned before the stored cart arrives joins it, and only that is kept', async () => {
  const { desk, kept, arrive, pieces } = aDesk();
  void desk.reload();
  await soon();
  desk.change(ring('B'));
  expect([pieces(), kept]).toEqual([['B'], []]);
  await arrive(ring('A')(stored));
  expect(pieces()).toEqual(['A', 'B']);
  expect(kept.map((cart) => [cart.cartId, cart.lines.length])).toEqual([['stored', 2]]);
});

test('a change on its way to the disk is there before the cart is read again', async () => {
  const { desk, kept, arrive, pieces } = aDesk();
  desk.change(ring('A'));
  void desk.reload();
  await soon();
  await arrive(kept[0] ?? stored);
  expect(pieces()).toEqual(['A']);
});

test('a store that is starting is asked again', async () => {
  const { desk, fail, arrive } = aDesk();
  void desk.reload();
  await soon();
  await fail();
  await arrive(stored);
  expect(desk.look().open.cart.cartId).toBe('stored');
});

test('one step back, on the screen and on disk; nothing to take back is nothing done', async () => {
  const { desk, kept, pieces } = aDesk();
  desk.change(ring('A'));
  desk.change(ring('B'));
  desk.undo();
  await desk.settled();
  expect(pieces()).toEqual(['A']);
  expect(kept.at(-1)?.lines).toHaveLength(1);
  desk.undo();
  expect([pieces(), desk.look().canUndo]).toEqual([[], false]);
  desk.undo();
  expect(pieces()).toEqual([]);
});

test('a lessor named for a payment and dropped again is no step back', () => {
  const { desk, pieces } = aDesk();
  desk.change(ring('A'));
  desk.change((cart) => ({ ...cart, providerId: 'lessor' as Cart['providerId'] }));
  desk.change((cart) => ({ ...cart, providerId: null }));
  desk.undo();
  expect([pieces(), desk.look().canUndo]).toEqual([[], false]);
});

test('a change that changes nothing is no step and no write', () => {
  const { desk, kept } = aDesk();
  desk.change((cart) => cart);
  expect([desk.look().canUndo, kept]).toEqual([false, []]);
});

test('the store has moved on from this cart: its own is shown, and the cashier is told', async () => {
  const { desk, told, answerWith, arrive, pieces } = aDesk();
  desk.change(ring('A'));
  await soon();
  answerWith(() => ({ kind: 'moved' }));
  desk.change(ring('B'));
  await soon();
  await arrive(ring('C')(emptyCart('other' as CartId)));
  expect([pieces(), told]).toEqual([['C'], ['moved']]);
});

test('a late refusal of a cart that is paid by now changes nothing', async () => {
  const { desk, told, answerWith } = aDesk();
  answerWith(() => ({ kind: 'moved' }));
  desk.change(ring('A'));
  desk.replace();
  await soon();
  expect([told, desk.look().open.cart.lines]).toEqual([[], []]);
});

test('a customer who is gone leaves the sale, the lines stay', async () => {
  const { desk, told, answerWith, pieces } = aDesk();
  desk.change(ring('A'));
  await soon();
  answerWith((cart) => (cart.customerId === null ? keptAs(cart) : { kind: 'customerGone' }));
  desk.change((cart) => setCustomer(cart, 'gone' as CustomerId));
  await soon();
  expect([desk.look().open.cart.customerId, pieces(), told]).toEqual([
    null,
    ['A'],
    ['customerGone'],
  ]);
});

test('what the store will not take is gone again, however much was changed on top', async () => {
  const { desk, told, answerWith, pieces } = aDesk();
  desk.change(ring('A'));
  await soon();
  answerWith(() => ({ kind: 'refused' }));
  desk.change(ring('B'));
  await soon();
  expect([pieces(), told]).toEqual([['A'], ['refused']]);
});

test('note and exemption of the customer come from the store, and stay while lines change', async () => {
  const { desk, answerWith } = aDesk();
  const ana = { customerId: 'ana' as CustomerId, name: 'Ana', town: '', phone: '', phoneLast4: '' };
  const customer = { ...ana, lastVisitOn: null, taxExempt: true, note: 'nickel allergy' };
  answerWith((cart) => ({
    kind: 'kept',
    open: {
      cart,
      customer: cart.customerId === null ? null : customer,
      exempt: cart.customerId !== null,
    },
  }));
  desk.change((cart) => setCustomer(cart, ana.customerId));
  expect(desk.look().open.customer).toBeNull();
  await soon();
  desk.change((cart) => setSellingAs(cart, 'ben' as StaffId));
  expect(desk.look().open).toMatchObject({ customer, exempt: true });
  desk.change((cart) => setCustomer(cart, null));
  expect(desk.look().open).toMatchObject({ customer: null, exempt: false });
});

test('a certificate recorded meanwhile takes the tax off, for this buyer alone, and the lines stay', async () => {
  const { desk } = aDesk();
  desk.change((cart) => setCustomer(cart, 'ana' as CustomerId));
  desk.change(ring('A'));
  await soon();
  const { cart } = desk.look().open;
  const ana = { customerId: 'ana' as CustomerId, name: 'Ana', town: '', phone: '', phoneLast4: '' };
  const customer = { ...ana, lastVisitOn: null, taxExempt: true, note: '' };
  desk.takeBuyer({ cart: setCustomer(cart, 'ben' as CustomerId), customer, exempt: true });
  desk.takeBuyer({ cart: { ...cart, cartId: 'another' as CartId }, customer, exempt: true });
  expect(desk.look().open.exempt).toBe(false);
  desk.takeBuyer({ cart: { ...cart, lines: [] }, customer, exempt: true });
  expect(desk.look()).toMatchObject({ canUndo: true, open: { cart, customer, exempt: true } });
});

test('a fresh cart after payment has another id and no past', () => {
  const { desk } = aDesk();
  const before = desk.look().open.cart.cartId;
  desk.change(ring('A'));
  desk.replace();
  expect(desk.look()).toMatchObject({ canUndo: false, open: { cart: { lines: [] } } });
  expect(desk.look().open.cart.cartId).not.toBe(before);
});

test('the cart says when the disk has it: not while it is on its way, not while the store is out of reach', async () => {
  const { desk, arrive, answerWith } = aDesk();
  void desk.reload();
  await soon();
  await arrive(emptyCart('cart' as CartId));
  expect(desk.look().isKept).toBe(true);
  desk.change(ring('one'));
  expect(desk.look().isKept).toBe(false);
  await soon();
  expect(desk.look().isKept).toBe(true);
  const seen: boolean[] = [];
  answerWith(() => {
    seen.push(desk.look().isKept);
    return seen.length === 1 ? { kind: 'unreached' } : keptAs(desk.look().open.cart);
  });
  desk.change(ring('two'));
  await desk.settled();
  expect([seen, desk.look().isKept]).toEqual([[false, false], true]);
});
