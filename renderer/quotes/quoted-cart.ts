import type { PieceId } from '#shared/ids.ts';
import type { Cart, CartLine, CartPiece } from '#shared/sales/cart.ts';
import { AT_TAG } from '#shared/sales/price-ways.ts';

/**
 * What was quoted once, at the prices of today: pieces at their tag, and nothing that was agreed then. A piece that is
 * no longer known is left out; what is no piece costs what it did.
 */
export function atTodaysPrices(cart: Cart, pieces: ReadonlyMap<PieceId, CartPiece>): Cart {
  const lines = cart.lines.flatMap((line): CartLine[] => {
    const plain = {
      ...line,
      pricing: AT_TAG,
      reasonCode: null,
      priceReason: null,
      overrideId: null,
    };
    if (line.pieceId === null) return [plain];
    const piece = pieces.get(line.pieceId);
    if (!piece) return [];
    const { stockNumber, description, tagPriceCents, taxed, taxClass } = piece;
    return [{ ...plain, stockNumber, description, tagPriceCents, taxed, taxClass }];
  });
  return { ...cart, lines, ticket: null, quoteId: null };
}
