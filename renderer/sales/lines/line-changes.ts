import type { SaleLineId } from '#shared/ids.ts';
import type { Thousandths } from '#shared/money.ts';
import { type Cart, changeLine, removeLine } from '#shared/sales/cart.ts';
import { AT_TAG } from '#shared/sales/price-ways.ts';

/**
 * Another quantity. An amount was agreed for the line as it was, not for more or fewer of it: the tag price holds again
 * (`toTag`). A percentage goes on holding.
 */
export function withQuantity(
  cart: Cart,
  lineId: SaleLineId,
  quantityThousandths: Thousandths,
): { readonly cart: Cart; readonly toTag: boolean } {
  const line = cart.lines.find((each) => each.lineId === lineId);
  const toTag = line !== undefined && !['tag', 'percent_off'].includes(line.pricing.way);
  const tag = { pricing: AT_TAG, reasonCode: null, priceReason: null };
  return {
    cart: changeLine(cart, lineId, { quantityThousandths, ...(toTag && tag) }),
    toTag,
  };
}

/** The cart without a line and what belongs to it. Without its shipping line it is not sent anywhere. */
export function withoutLine(cart: Cart, lineId: SaleLineId): Cart {
  const next = removeLine(cart, lineId);
  const ships = next.lines.some((line) => line.kind === 'shipping');
  return ships || next.shipTo === null ? next : { ...next, shipTo: null };
}
