import type { CartId, CustomerId, Id, PieceId, SaleId, SaleLineId, StaffId } from '../ids.ts';
import {
  type Cents,
  negateCents,
  ONE,
  type RatePpm,
  rateOfCents,
  subtractCents,
  type Thousandths,
} from '../money.ts';
import type { PieceTaxClass } from '../stock/piece-tax-class.ts';
import type { TaxClass } from '../taxes/tax-class.ts';
import type { LineKind, ReturnDisposition } from './line-kinds.ts';
import { AT_TAG, type LinePricing, type PriceReason, type TicketPricing } from './price-ways.ts';

/** What is said when something costs other than its tag: how, why, and who allowed it. */
export interface PriceTalk<Pricing> {
  readonly pricing: Pricing;
  readonly reasonCode: PriceReason | null;
  /** The words beside the reason; needed for `other`. */
  readonly priceReason: string | null;
  readonly overrideId: Id<'override'> | null;
}

/** Amounts that are not worked out again: what an earlier sale took, given back. All negative. */
export interface FixedAmounts {
  readonly grossCents: Cents;
  readonly discountCents: Cents;
  readonly netCents: Cents;
  readonly taxCents: Cents;
}

/** A line of the cart. Its id becomes the sale line's id. */
export interface CartLine extends PriceTalk<LinePricing> {
  readonly lineId: SaleLineId;
  readonly kind: Exclude<LineKind, 'price_adjustment'>;
  /** Null for what is not a piece of the stock. */
  readonly pieceId: PieceId | null;
  readonly stockNumber: string;
  readonly description: string;
  readonly oneOfOne: boolean;
  /** Negative on a line that takes something back. */
  readonly quantityThousandths: Thousandths;
  /** What the tag, the price list or the cashier says one costs. */
  readonly tagPriceCents: Cents;
  readonly taxed: boolean;
  readonly taxClass: TaxClass;
  /** The share of a service that is parts. */
  readonly partsPpm: number;
  readonly fixed: FixedAmounts | null;
  readonly links: LineLinks;
}

/** What a line refers to. Left out: nothing of the kind. */
export interface LineLinks {
  /** The line that a return or a trade-up takes back; without it a return is a blind one. */
  readonly originalLineId?: SaleLineId | undefined;
  readonly originalSaleId?: SaleId | undefined;
  readonly originalNumber?: string | undefined;
  readonly disposition?: ReturnDisposition | undefined;
  /** The ID a manager noted for a blind return, and the manager's word for it. */
  readonly blindId?: string | undefined;
  readonly returnOverrideId?: Id<'override'> | undefined;
  /** The line of this cart that a care plan, a wrap or a fee belongs to. */
  readonly forLineId?: SaleLineId | undefined;
  /** What a care plan costs of its piece. Left out: it costs an amount of its own. */
  readonly sharePpm?: RatePpm | undefined;
  readonly serviceCode?: string | undefined;
  readonly giftCardId?: Id<'giftCard'> | undefined;
  readonly giftCardCode?: string | undefined;
  readonly approvalLineId?: Id<'approvalLine'> | undefined;
}

/** A part of a sale that counts for one person, in parts per million; the parts of a sale come to a million. */
export interface SalesShare {
  readonly staffId: StaffId;
  readonly sharePpm: number;
}

/** Where a sale is sent. The tax is that of the destination. */
export interface ShipTo {
  readonly recipient: string;
  readonly address: string;
  readonly phone: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly insuredCents: Cents;
  readonly taxAreaId: Id<'taxArea'>;
}

/** What is being rung up. The store keeps it after every change, so that it survives a power cut and a change of person. */
export interface Cart {
  readonly cartId: CartId;
  readonly customerId: CustomerId | null;
  /** Who sells, apart from who is signed in; null means the person signed in. */
  readonly sellingAs: StaffId | null;
  /** Two or more who share it; null where one sells alone. The first is `sellingAs`. */
  readonly shares: readonly SalesShare[] | null;
  readonly lines: readonly CartLine[];
  /** How the ticket as a whole is priced; null where only its lines are. */
  readonly ticket: PriceTalk<TicketPricing> | null;
  /** The lessor who buys it under a resale certificate. */
  readonly providerId: Id<'financeProvider'> | null;
  readonly shipTo: ShipTo | null;
  readonly quoteId: Id<'quote'> | null;
}

/** The piece as a cart needs it. */
export interface CartPiece {
  readonly pieceId: PieceId;
  readonly stockNumber: string;
  readonly description: string;
  readonly kind: 'piece' | 'counted';
  readonly tagPriceCents: Cents;
  readonly taxed: boolean;
  readonly taxClass: PieceTaxClass;
}

export function emptyCart(cartId: CartId): Cart {
  return {
    cartId,
    customerId: null,
    sellingAs: null,
    shares: null,
    lines: [],
    ticket: null,
    providerId: null,
    shipTo: null,
    quoteId: null,
  };
}

/** A line with nothing special about it; the caller names what is. */
export function plainLine(
  line: Pick<CartLine, 'lineId' | 'kind' | 'description' | 'tagPriceCents' | 'taxClass'> &
    Partial<CartLine>,
): CartLine {
  return {
    pieceId: null,
    stockNumber: '',
    oneOfOne: false,
    quantityThousandths: ONE,
    pricing: AT_TAG,
    reasonCode: null,
    priceReason: null,
    overrideId: null,
    taxed: line.taxClass !== 'none',
    partsPpm: 0,
    fixed: null,
    links: {},
    ...line,
  };
}

/** Adds a scanned piece. One of one is in a cart at most once (`added` false says it was there); counted goods add up. */
export function addPiece(
  cart: Cart,
  piece: CartPiece,
  lineId: SaleLineId,
): { readonly cart: Cart; readonly added: boolean } {
  const sold = cart.lines.filter((line) => line.kind === 'item' && line.pieceId === piece.pieceId);
  if (sold.some((line) => line.oneOfOne)) return { cart, added: false };
  const there = sold.find((line) => line.pricing.way === 'tag');
  if (there) {
    const quantityThousandths = (there.quantityThousandths + ONE) as Thousandths;
    return { cart: changeLine(cart, there.lineId, { quantityThousandths }), added: true };
  }
  const { pieceId, stockNumber, description, tagPriceCents, taxed, taxClass } = piece;
  const line = plainLine({
    lineId,
    kind: 'item',
    pieceId,
    stockNumber,
    description,
    oneOfOne: piece.kind === 'piece',
    tagPriceCents,
    taxed,
    taxClass,
  });
  return { cart: addLine(cart, line), added: true };
}

/** Adds an item that is not in stock: a description and a price. */
export function addTypedItem(
  cart: Cart,
  item: {
    readonly lineId: SaleLineId;
    readonly description: string;
    readonly priceCents: Cents;
    readonly taxed: boolean;
  },
): Cart {
  const { lineId, description, priceCents, taxed } = item;
  return addLine(
    cart,
    plainLine({
      lineId,
      kind: 'item',
      description,
      tagPriceCents: priceCents,
      taxed,
      taxClass: 'goods',
    }),
  );
}

export function addLine(cart: Cart, line: CartLine): Cart {
  return { ...cart, lines: [...cart.lines, line] };
}

/**
 * Changes fields of one line; an unknown line changes nothing. An override was given for what the line came to: another
 * quantity or price needs a new one.
 */
export function changeLine(
  cart: Cart,
  lineId: SaleLineId,
  fields: Partial<
    Pick<
      CartLine,
      | 'quantityThousandths'
      | 'tagPriceCents'
      | 'pricing'
      | 'reasonCode'
      | 'priceReason'
      | 'overrideId'
      | 'description'
      | 'links'
    >
  >,
): Cart {
  return {
    ...cart,
    lines: cart.lines.map((line) =>
      line.lineId === lineId ? { ...line, overrideId: null, ...fields } : line,
    ),
  };
}

/**
 * The cart with its care plans at their share of what their pieces cost here by now: a customer who was let down on the
 * ring pays for a plan on that price, and one who chose two pays for two. A discount of the whole ticket is no price of
 * the piece. What was agreed for the plan itself stays agreed, but a manager's word was for the old price. The same cart
 * where nothing changes. `figures` are what the lines of this cart come to, in cents.
 */
export function followPieces(
  cart: Cart,
  figures: readonly {
    readonly lineId: SaleLineId;
    readonly grossCents: Cents;
    readonly lineDiscountCents: Cents;
  }[],
): Cart {
  return cart.lines.reduce((now, { lineId, kind, links, tagPriceCents }) => {
    const { sharePpm, forLineId } = links;
    const piece = figures.find((line) => line.lineId === forLineId);
    if (kind !== 'care_plan' || sharePpm === undefined || !piece) return now;
    const priceCents = rateOfCents(
      subtractCents(piece.grossCents, piece.lineDiscountCents),
      sharePpm,
    );
    return priceCents === tagPriceCents
      ? now
      : changeLine(now, lineId, { tagPriceCents: priceCents });
  }, cart);
}

/** Takes a line out, and with it what belongs to it: its care plan, its wrap, the fee of its return. */
export function removeLine(cart: Cart, lineId: SaleLineId): Cart {
  const gone = (line: CartLine) => line.lineId === lineId || line.links.forLineId === lineId;
  return { ...cart, lines: cart.lines.filter((line) => !gone(line)) };
}

export function setCustomer(cart: Cart, customerId: CustomerId | null): Cart {
  return { ...cart, customerId };
}

/** One person sells alone; null: whoever is signed in. */
export function setSellingAs(cart: Cart, sellingAs: StaffId | null): Cart {
  return { ...cart, sellingAs, shares: null };
}

/** Two or more share the sale; the first of them is who it is sold by. */
export function setShares(cart: Cart, shares: readonly SalesShare[]): Cart {
  return {
    ...cart,
    sellingAs: shares[0]?.staffId ?? null,
    shares: shares.length > 1 ? shares : null,
  };
}

/** Prices the ticket as a whole, or (null) no longer. */
export function setTicketPricing(cart: Cart, ticket: PriceTalk<TicketPricing> | null): Cart {
  return { ...cart, ticket };
}

/** What a line takes back, as the amounts of a line: everything turned round. */
export function takenBack(amounts: FixedAmounts): FixedAmounts {
  const { grossCents, discountCents, netCents, taxCents } = amounts;
  return {
    grossCents: negateCents(grossCents),
    discountCents: negateCents(discountCents),
    netCents: negateCents(netCents),
    taxCents: negateCents(taxCents),
  };
}

/** Nothing at all: a cart that was never begun. */
export function isUntouched(cart: Cart): boolean {
  return (
    cart.lines.length === 0 &&
    cart.customerId === null &&
    cart.sellingAs === null &&
    cart.shipTo === null &&
    cart.providerId === null
  );
}
