import { newId } from '#electron/store/writer/new-id.ts';
import type { CustomerId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { addPiece, type CartPiece, emptyCart, setCustomer } from '#shared/sales/cart.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { cartTotals, type TicketTerms } from '#shared/sales/cart-totals.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';

/** What the window sends for these pieces, paid in cash. */
export function saleOf(
  pieces: readonly CartPiece[],
  terms: TicketTerms,
  {
    customerId,
    changeCents,
  }: { readonly customerId: CustomerId | null; readonly changeCents: number },
): CompleteSaleInput {
  const empty = setCustomer(emptyCart(newId('cart')), customerId);
  const cart = pieces.reduce(
    (before, piece) => addPiece(before, piece, newId('saleLine')).cart,
    empty,
  );
  const totals = cartTotals(cart, terms, false);
  if (!totals.ok) throw new Error('a sale at its tags has a total');
  const expectedTotalCents = totals.value.totalCents;
  return {
    commandId: newId('command'),
    saleId: newId('sale'),
    cart,
    tenders: [
      plainTender({
        paymentId: newId('payment'),
        kind: 'cash',
        amountCents: cents(expectedTotalCents + changeCents),
      }),
    ],
    expectedTotalCents,
    print: true,
  };
}
