import type { CustomerId, SaleId, StaffId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { type Cart, setCustomer } from '#shared/sales/cart.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import { correctCustomer } from '../sales/corrections/correct-customer.ts';
import { correctSeller } from '../sales/corrections/correct-seller.ts';
import { correctTender } from '../sales/corrections/correct-tender.ts';
import { standingPayments } from '../sales/corrections/standing-payments.ts';
import { findSale, listPayments } from '../sales/find-sale.ts';
import { voidSale } from '../sales/void/void-sale.ts';
import { aCart, aPiece, aSale, sell } from './a-sale.ts';
import { newId, type TestShop } from './a-shop.ts';

/** A sale that was paid and is looked at again. */
export interface Paid {
  readonly saleId: SaleId;
  readonly cart: Cart;
}

/** Rings a cart up; in cash unless told otherwise. */
export function ringUp(shop: TestShop, cart: Cart, tenders?: Parameters<typeof aSale>[2]): Paid {
  const input = aSale(shop, cart, tenders);
  const answer = sell(shop, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return { saleId: input.saleId, cart };
}

/** A piece of $100.00, which costs $108.25 with the test shop's tax. */
export function aPaidSale(
  shop: TestShop,
  tenders?: Parameters<typeof aSale>[2],
  customerId: CustomerId | null = null,
): Paid {
  const piece = aPiece(shop, { stockNumber: `A-${newId('x')}`, priceCents: 10_000 });
  return ringUp(shop, setCustomer(aCart(shop, [piece]), customerId), tenders);
}

/** The payments of a sale that stand. */
export function standingOf(shop: TestShop, saleId: SaleId) {
  const changeCents = (findSale(shop.writer, saleId)?.changeCents ?? 0) as Cents;
  return standingPayments(listPayments(shop.writer, saleId), changeCents);
}

/** Their ids, as a correction names them. */
export function standingIds(shop: TestShop, saleId: SaleId): readonly SaleTender['paymentId'][] {
  return standingOf(shop, saleId).payments.map((row) => row.id as SaleTender['paymentId']);
}

/** Corrects how a sale was paid: all of it, by the manager, unless told otherwise. */
export function correctTenders(
  shop: TestShop,
  saleId: SaleId,
  tenders: readonly SaleTender[],
  over: {
    readonly takeBack?: readonly SaleTender['paymentId'][];
    readonly actor?: TestShop['manager'];
    readonly overrideId?: string;
    readonly nowMs?: number;
  } = {},
) {
  const { actor = shop.manager, overrideId = null, nowMs } = over;
  const when = nowMs === undefined ? {} : { nowMs };
  const context = shop.context('corrections.tender', { actor, ...when });
  const input = {
    commandId: newId('command'),
    saleId,
    reason: 'pressed the wrong key',
    takeBack: over.takeBack ?? standingIds(shop, saleId),
    tenders,
    overrideId: overrideId as SaleTender['overrideId'],
  };
  return shop.writer.write(context, input, (tx) => correctTender(tx, context, input));
}

/** Corrects whose sale it was. */
export function correctBuyer(
  shop: TestShop,
  saleId: SaleId,
  customerId: CustomerId | null,
  over: { readonly actor?: TestShop['manager']; readonly reason?: string } = {},
) {
  const { actor = shop.counter, reason = '' } = over;
  const context = shop.context('corrections.customer', { actor });
  const input = { commandId: newId('command'), saleId, customerId, reason, overrideId: null };
  return shop.writer.write(context, input, (tx) => correctCustomer(tx, context, input));
}

/** Corrects who sold, and in what parts; one alone where one is named. */
export function correctSellers(
  shop: TestShop,
  saleId: SaleId,
  ...people: readonly (readonly [StaffId, number])[]
) {
  const context = shop.context('corrections.seller', { actor: shop.manager });
  const shares = people.map(([staffId, sharePpm]) => ({ staffId, sharePpm }));
  const input = {
    commandId: newId('command'),
    saleId,
    reason: 'sold by the other',
    soldBy: shares[0]?.staffId ?? shop.counter.staffId,
    shares: shares.length > 1 ? shares : null,
    overrideId: null,
  };
  return shop.writer.write(context, input, (tx) => correctSeller(tx, context, input));
}

/** Takes a whole sale back, by the manager. */
export function voidPaid(shop: TestShop, saleId: SaleId) {
  const context = shop.context('sales.void', { actor: shop.manager });
  const input = { saleId, reason: 'wrong ring', overrideId: null };
  return shop.writer.write(context, input, (tx) => voidSale(tx, context, input));
}
