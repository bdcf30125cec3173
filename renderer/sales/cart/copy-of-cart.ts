import type { SaleLineId } from '#shared/ids.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import { freshId } from '../fresh-id.ts';

/**
 * The same goods under new ids: an undone sale keeps its own. What belongs to a line belongs to its copy; a manager's
 * word was for the old line, or the old ticket, alone.
 */
export function copyOfCart(cart: Cart): Cart {
  const ids = new Map(cart.lines.map(({ lineId }) => [lineId, freshId('saleLine')]));
  const copyOf = (lineId: SaleLineId) => ids.get(lineId) ?? lineId;
  const lines = cart.lines.map((line): CartLine => {
    const { forLineId, returnOverrideId: _word, ...links } = line.links;
    return {
      ...line,
      lineId: copyOf(line.lineId),
      overrideId: null,
      links: { ...links, ...(forLineId !== undefined && { forLineId: copyOf(forLineId) }) },
    };
  });
  const ticket = cart.ticket && { ...cart.ticket, overrideId: null };
  return { ...cart, cartId: freshId('cart'), lines, ticket };
}
