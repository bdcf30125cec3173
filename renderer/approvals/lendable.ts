import type { Cart, CartLine } from '#shared/sales/cart.ts';
import type { PieceId } from '#shared/ids.ts';

/** A line that can go out on approval: one single piece of the stock that is not out already. */
export interface LendableLine extends CartLine {
  readonly pieceId: PieceId;
}

export function isLendable(line: CartLine): line is LendableLine {
  const { kind, oneOfOne, pieceId, links } = line;
  return kind === 'item' && oneOfOne && pieceId !== null && links.approvalLineId === undefined;
}

/** The cart without the pieces that went out; what belonged to one of them goes with it. */
export function withoutLent(cart: Cart, lent: readonly PieceId[]): Cart {
  const gone = new Set(
    cart.lines
      .filter((line) => isLendable(line) && lent.includes(line.pieceId))
      .map((line) => line.lineId),
  );
  const stays = ({ lineId, links }: CartLine) =>
    !gone.has(lineId) && (links.forLineId === undefined || !gone.has(links.forLineId));
  const lines = cart.lines.filter(stays);
  // Nothing is left to ring up: the next customer begins with an empty ticket.
  return lines.length === 0
    ? { ...cart, lines, customerId: null, ticket: null }
    : { ...cart, lines };
}
