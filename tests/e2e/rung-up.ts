import type { CustomerId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { emptyCart, plainLine } from '#shared/sales/cart.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';
import { mustDo, newId, type StoreClient } from './prepared-shop.ts';

export interface WholeTender extends Partial<Omit<SaleTender, 'kind' | 'amountCents'>> {
  readonly kind: SaleTender['kind'];
}

/** Rings up goods without a tag or tax, paid by one tender in full. */
export async function ringUp(
  client: StoreClient,
  customerId: CustomerId | null,
  amountCents: number,
  tender: WholeTender,
): Promise<void> {
  const price = amountCents as Cents;
  const line = plainLine({
    lineId: newId('saleLine'),
    kind: 'item',
    description: 'Estate brooch',
    tagPriceCents: price,
    taxClass: 'none',
  });
  const cart = { ...emptyCart(newId('cart')), customerId, lines: [line] };
  mustDo(
    await client.sales.complete({
      commandId: newId('command'),
      saleId: newId('sale'),
      cart: { ...cart, shares: null },
      tenders: [plainTender({ paymentId: newId('payment'), amountCents: price, ...tender })],
      expectedTotalCents: price,
      print: false,
    }),
  );
}
