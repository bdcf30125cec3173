import { findSale, listPayments } from '#db/sales/find-sale.ts';
import { returnsOfSale } from '#db/testing/ticket-lines.ts';
import { cents } from '#shared/money.ts';
import { addLine, type Cart, emptyCart } from '#shared/sales/cart.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import type { Counter } from './counter.ts';

/** A ticket that takes a whole sale back, and gives its money back to the tenders that paid it. */
export function takeBackOf(
  { writer, newId }: Counter,
  saleId: string,
): { readonly cart: Cart; readonly tenders: readonly SaleTender[] } {
  const cart = returnsOfSale(writer, saleId).reduce(addLine, emptyCart(newId('cart')));
  let changeCents = findSale(writer, saleId)?.changeCents ?? 0;
  const tenders = listPayments(writer, saleId).flatMap((paid) => {
    const change = paid.tender === 'cash' ? changeCents : 0;
    changeCents -= change;
    const backCents = paid.amountCents - change;
    if (backCents === 0) return [];
    const giftCardId = paid.giftCardId as SaleTender['giftCardId'];
    return plainTender({
      paymentId: newId('payment'),
      kind: paid.tender,
      amountCents: cents(0 - backCents),
      brand: paid.brand,
      giftCardId,
      refundOfSaleId: saleId as SaleTender['refundOfSaleId'],
    });
  });
  return { cart, tenders };
}
