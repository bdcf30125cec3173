import type { Id, SaleLineId } from '#shared/ids.ts';
import { type Cart, type CartLine, type CartPiece, plainLine } from '#shared/sales/cart.ts';

/** The line of a piece that a customer keeps, at its tag. */
export function boughtLine(
  piece: CartPiece,
  approvalLineId: Id<'approvalLine'>,
  lineId: SaleLineId,
): CartLine {
  const { pieceId, stockNumber, description, tagPriceCents, taxed, taxClass } = piece;
  return plainLine({
    lineId,
    kind: 'item',
    pieceId,
    stockNumber,
    description,
    oneOfOne: true,
    tagPriceCents,
    taxed,
    taxClass,
    links: { approvalLineId },
  });
}

/** The cart with pieces that are kept; one that is in it already stays one. */
export function withBought(cart: Cart, lines: readonly CartLine[]): Cart {
  const fresh = lines.filter(({ links }) =>
    cart.lines.every((line) => line.links.approvalLineId !== links.approvalLineId),
  );
  return fresh.length === 0 ? cart : { ...cart, lines: [...cart.lines, ...fresh] };
}
