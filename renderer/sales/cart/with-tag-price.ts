import type { Cart, CartLine } from '#shared/sales/cart.ts';

/** What the tag of a piece, or the key of a service, says now: its price and its tax. */
export type NewTag = Pick<CartLine, 'tagPriceCents' | 'taxed' | 'taxClass' | 'partsPpm'>;

/** The cart with what a line's tag says now. What was agreed for the line is agreed from the new tag on. */
export function withTagPrice(cart: Cart, lineId: string, tag: NewTag): Cart {
  const { tagPriceCents, taxed, taxClass, partsPpm } = tag;
  const now = { tagPriceCents, taxed, taxClass, partsPpm, overrideId: null };
  return {
    ...cart,
    lines: cart.lines.map((line) => (line.lineId === lineId ? { ...line, ...now } : line)),
  };
}
