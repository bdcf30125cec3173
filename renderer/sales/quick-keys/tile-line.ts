import type { SaleLineId } from '#shared/ids.ts';
import {
  type Cents,
  extendPrice,
  ONE,
  rateOfCents,
  subtractCents,
  type Thousandths,
} from '#shared/money.ts';
import type { PricedTicket } from '#shared/sales/cart-totals.ts';
import { addLine, type Cart, type CartLine, changeLine, plainLine } from '#shared/sales/cart.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';

/** As much as a description holds. */
const MOST_WORDS = 200;

export type TileOutcome =
  | { readonly kind: 'changed'; readonly cart: Cart }
  /** It goes with a piece, and there is none to go with. */
  | { readonly kind: 'needsPiece' }
  /** The piece has one already: this line. */
  | { readonly kind: 'there'; readonly lineId: SaleLineId };

export interface TilePress {
  readonly tile: ServiceTile;
  readonly lineId: SaleLineId;
  /** The line the cashier has in hand. */
  readonly chosen: CartLine | undefined;
  readonly totals: PricedTicket | undefined;
}

/** What pressing a tile does to the cart: a service once more, a wrap or a care plan for the piece in hand. */
export function pressTile(cart: Cart, press: TilePress): TileOutcome {
  const { tile } = press;
  if (tile.kind === 'service') return { kind: 'changed', cart: addService(cart, press) };
  const piece = pieceInHand(cart, press.chosen);
  if (!piece && tile.kind === 'care_plan') return { kind: 'needsPiece' };
  const there = cart.lines.find(
    (line) => isOfTile(line, tile) && line.links.forLineId === piece?.lineId,
  );
  if (there) return { kind: 'there', lineId: there.lineId };
  return { kind: 'changed', cart: addLine(cart, tiedLine(press, piece)) };
}

/** True where the tile is part of the cart already. */
export function isInCart(cart: Cart, tile: ServiceTile): boolean {
  return cart.lines.some((line) => isOfTile(line, tile));
}

/** The piece that a wrap or a plan is for: the chosen line, what the chosen line belongs to, else the newest piece. */
export function pieceInHand(cart: Cart, chosen: CartLine | undefined): CartLine | undefined {
  const items = cart.lines.filter((line) => line.kind === 'item');
  const wanted = [chosen?.lineId, chosen?.links.forLineId];
  return items.find((line) => wanted.includes(line.lineId)) ?? items.at(-1);
}

/** What a tile costs for a piece: a share of what the piece costs here, or its own price. */
export function tilePrice(
  tile: ServiceTile,
  piece: CartLine | undefined,
  totals: PricedTicket | undefined,
): Cents {
  if (tile.kind !== 'care_plan' || tile.pricePpm === 0 || !piece) return tile.priceCents;
  const priced = totals?.lines.find((line) => line.lineId === piece.lineId);
  // The discount of the whole ticket may still change, the price of the piece stands.
  const cents = priced
    ? subtractCents(priced.grossCents, priced.lineDiscountCents)
    : extendPrice(piece.tagPriceCents, piece.quantityThousandths);
  return rateOfCents(cents, tile.pricePpm);
}

function addService(cart: Cart, { tile, lineId }: TilePress): Cart {
  const there = cart.lines.find((line) => isOfTile(line, tile) && line.pricing.way === 'tag');
  if (!there) return addLine(cart, lineOf(tile, lineId, tile.priceCents));
  const quantityThousandths = (there.quantityThousandths + ONE) as Thousandths;
  return changeLine(cart, there.lineId, { quantityThousandths });
}

function tiedLine({ tile, lineId, totals }: TilePress, piece: CartLine | undefined): CartLine {
  const line = lineOf(tile, lineId, tilePrice(tile, piece, totals));
  if (!piece) return line;
  // A plan without its piece on the paper is a plan for nothing.
  const description =
    tile.kind === 'care_plan'
      ? `${tile.name}: ${piece.description}`.slice(0, MOST_WORDS)
      : tile.name;
  const share = tile.kind === 'care_plan' && tile.pricePpm > 0 && { sharePpm: tile.pricePpm };
  return { ...line, description, links: { ...line.links, forLineId: piece.lineId, ...share } };
}

function lineOf(tile: ServiceTile, lineId: SaleLineId, tagPriceCents: Cents): CartLine {
  const { kind, name, taxClass, taxed, partsPpm, code } = tile;
  return plainLine({
    lineId,
    kind,
    description: name,
    tagPriceCents,
    taxClass,
    taxed,
    partsPpm,
    links: { serviceCode: code },
  });
}

function isOfTile(line: CartLine, tile: ServiceTile): boolean {
  return line.kind === tile.kind && line.links.serviceCode === tile.code;
}
