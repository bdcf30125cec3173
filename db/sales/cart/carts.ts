import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { CartId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { type Cart, type CartLine, emptyCart, isUntouched, plainLine } from '#shared/sales/cart.ts';
import type { OpenCart, ParkedCart } from '#shared/sales/contract.ts';
import { cartTotals, type TicketTerms } from '#shared/sales/cart-totals.ts';
import { type Cents, extendPrice, ZERO_CENTS } from '#shared/money.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { findExemption } from '../find-exemption.ts';
import { cart } from '../tables.ts';

// Carts are local: they are not facts until they are paid. They are written after every change, so that a power cut,
// a closed window or a change of person loses none of them.

/** The cart being rung up, and who it is for. `fresh` names the cart when there is none yet. */
export function openCart(db: ReadDb, fresh: CartId, businessDate: string): OpenCart {
  const row = activeCart(db).get();
  return withCustomer(db, row ? parse(row.body) : emptyCart(fresh), businessDate);
}

/**
 * Keeps the cart as the window has it. A cart that is neither active nor new (it was paid or parked meanwhile) is
 * refused with `CART_NOT_ACTIVE`, so that a late save cannot bring a paid cart back.
 */
export function saveCart(
  tx: WriteTx,
  next: Cart,
  nowMs: number,
  businessDate: string,
): Result<
  OpenCart,
  { readonly code: 'CART_NOT_ACTIVE' } | { readonly code: 'CUSTOMER_NOT_FOUND' }
> {
  const active = activeCart(tx).get();
  const known = active ?? cartById(tx).get({ cartId: next.cartId });
  if (known && (known.cartId !== next.cartId || known.state !== 'active'))
    return refuse({ code: 'CART_NOT_ACTIVE' });
  if (next.customerId !== null && !findCustomerBrief(tx, next.customerId))
    return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  if (isUntouched(next)) dropCart(tx, next.cartId);
  else putCart(tx).run({ cartId: next.cartId, body: JSON.stringify(next), changedAtMs: nowMs });
  if (!active) forgetPaid(tx).run({ beforeMs: nowMs - DAY_MS });
  tx.touch('cart');
  return ok(withCustomer(tx, next, businessDate));
}

/** Puts the active cart aside. Refuses an empty one. */
export function parkCart(
  tx: WriteTx,
  nowMs: number,
): Result<null, { readonly code: 'CART_EMPTY' }> {
  const active = activeCart(tx).get();
  if (!active || parse(active.body).lines.length === 0) return refuse({ code: 'CART_EMPTY' });
  setState(tx).run({ cartId: active.cartId, state: 'parked', changedAtMs: nowMs });
  tx.touch('cart');
  return ok(null);
}

/** Brings a parked cart back. What was being rung up is parked in its place, or dropped when it has no lines. */
export function recallCart(
  tx: WriteTx,
  cartId: CartId,
  nowMs: number,
  businessDate: string,
): Result<OpenCart, { readonly code: 'CART_NOT_FOUND' }> {
  const wanted = cartById(tx).get({ cartId });
  if (!wanted || wanted.state === 'paid') return refuse({ code: 'CART_NOT_FOUND' });
  const active = activeCart(tx).get();
  if (active && active.cartId !== cartId) {
    if (parse(active.body).lines.length === 0) dropCart(tx, active.cartId);
    else setState(tx).run({ cartId: active.cartId, state: 'parked', changedAtMs: nowMs });
  }
  setState(tx).run({ cartId, state: 'active', changedAtMs: nowMs });
  tx.touch('cart');
  return ok(withCustomer(tx, parse(wanted.body), businessDate));
}

/** Parked carts, oldest first, priced by the terms of a business date. */
export function listParkedCarts(
  db: ReadDb,
  terms: TicketTerms,
  businessDate: string,
): readonly ParkedCart[] {
  return parkedCarts(db)
    .all()
    .map((row) => {
      const parked = parse(row.body);
      const exempt = isExempt(db, parked, businessDate);
      const totals = cartTotals(parked, terms, exempt);
      const customer =
        parked.customerId === null ? undefined : findCustomerBrief(db, parked.customerId);
      return {
        cartId: parked.cartId,
        customerName: customer?.name ?? null,
        firstLine: parked.lines[0]?.description ?? '',
        lineCount: parked.lines.length,
        totalCents: totals.ok ? totals.value.totalCents : ZERO_CENTS,
        parkedAtMs: row.changedAtMs,
      };
    });
}

/** Marks a cart as paid, whatever state it was in, or known at all. */
export function markCartPaid(tx: WriteTx, cartId: string, nowMs: number): void {
  putPaid(tx).run({ cartId, changedAtMs: nowMs });
  tx.touch('cart');
}

/** Forgets a cart that was emptied. */
function dropCart(tx: WriteTx, cartId: string): void {
  deleteCart(tx).run({ cartId });
  tx.touch('cart');
}

/** A cart of an older program lacks what came later. */
function parse(body: string): Cart {
  const cart = JSON.parse(body) as Cart;
  return { ...emptyCart(cart.cartId), ...cart, lines: cart.lines.map(todaysLine) };
}

/** The first program knew goods alone, and a changed price as what one of them costs. */
function todaysLine({ unitCents, ...line }: CartLine & { readonly unitCents?: Cents }): CartLine {
  const today = plainLine({
    ...line,
    kind: line.kind ?? 'item',
    taxClass: line.taxClass ?? 'goods',
  });
  if (unitCents === undefined || unitCents === line.tagPriceCents) return today;
  const cents = extendPrice(unitCents, line.quantityThousandths);
  return { ...today, pricing: { way: 'before_tax', cents }, reasonCode: 'other' };
}

function withCustomer(db: ReadDb, open: Cart, businessDate: string): OpenCart {
  const customer = open.customerId === null ? undefined : findCustomerBrief(db, open.customerId);
  return { cart: open, customer: customer ?? null, exempt: isExempt(db, open, businessDate) };
}

/** A certificate is in force; where one is missing the sale itself will say so. */
function isExempt(db: ReadDb, open: Cart, businessDate: string): boolean {
  const exemption = findExemption(db, open, businessDate);
  return exemption.ok && exemption.value !== null;
}

const DAY_MS = 86_400_000;

const activeCart = prepared((orm) =>
  orm.select().from(cart).where(eq(cart.state, 'active')).limit(1).prepare(),
);

const cartById = prepared((orm) =>
  orm
    .select()
    .from(cart)
    .where(eq(cart.cartId, sql.placeholder('cartId')))
    .prepare(),
);

const parkedCarts = prepared((orm) =>
  orm.select().from(cart).where(eq(cart.state, 'parked')).orderBy(asc(cart.changedAtMs)).prepare(),
);

const putCart = prepared((orm) =>
  orm
    .insert(cart)
    .values({
      cartId: sql.placeholder('cartId'),
      state: 'active',
      body: sql.placeholder('body'),
      changedAtMs: sql.placeholder('changedAtMs'),
    })
    .onConflictDoUpdate({
      target: cart.cartId,
      set: { body: sql`excluded.body`, changedAtMs: sql`excluded.changed_at_ms` },
    })
    .prepare(),
);

const setState = prepared((orm) =>
  orm
    .update(cart)
    .set({
      state: sql`${sql.placeholder('state')}`,
      changedAtMs: sql`${sql.placeholder('changedAtMs')}`,
    })
    .where(eq(cart.cartId, sql.placeholder('cartId')))
    .prepare(),
);

const putPaid = prepared((orm) =>
  orm
    .insert(cart)
    .values({
      cartId: sql.placeholder('cartId'),
      state: 'paid',
      body: '',
      changedAtMs: sql.placeholder('changedAtMs'),
    })
    .onConflictDoUpdate({
      target: cart.cartId,
      set: { state: 'paid', body: '', changedAtMs: sql`excluded.changed_at_ms` },
    })
    .prepare(),
);

const forgetPaid = prepared((orm) =>
  orm
    .delete(cart)
    .where(and(eq(cart.state, 'paid'), lt(cart.changedAtMs, sql.placeholder('beforeMs'))))
    .prepare(),
);

const deleteCart = prepared((orm) =>
  orm
    .delete(cart)
    .where(eq(cart.cartId, sql.placeholder('cartId')))
    .prepare(),
);
