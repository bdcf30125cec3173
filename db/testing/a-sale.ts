import type { CompleteSaleInput, SaleTender } from '#shared/sales/contract.ts';
import { addPiece as addToCart, type Cart, type CartLine, emptyCart } from '#shared/sales/cart.ts';
import { cartTotals } from '#shared/sales/cart-totals.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import type { PieceId } from '#shared/ids.ts';
import type { Cents, Thousandths } from '#shared/money.ts';
import { addPiece } from '../stock/add-piece.ts';
import { findPieceForSale } from '../stock/find-piece.ts';
import { newId, type TestShop } from './a-shop.ts';
import { findExemption } from '../sales/find-exemption.ts';
import { findTicketTerms } from '../sales/ticket-terms.ts';
import { completeSale } from '../sales/complete/complete-sale.ts';

/** Puts a piece into the test shop's stock. */
export function aPiece(
  shop: TestShop,
  piece: {
    readonly stockNumber: string;
    readonly priceCents: number;
    readonly taxed?: boolean;
    readonly quantityThousandths?: number;
  },
): PieceId {
  const pieceId = newId('piece');
  const quantityThousandths = (piece.quantityThousandths ?? 1000) as Thousandths;
  const context = shop.context('stock.add', { actor: shop.manager });
  const fields = {
    stockNumber: piece.stockNumber,
    description: `Ring ${piece.stockNumber}`,
    category: 'Rings',
    vendor: 'Stuller',
    vendorStyle: '',
    serial: '',
    costCents: 1000 as Cents,
    tagPriceCents: piece.priceCents as Cents,
    taxed: piece.taxed ?? true,
    taxClass: 'goods' as const,
    kind: quantityThousandths === 1000 ? ('piece' as const) : ('counted' as const),
  };
  const added = shop.writer.write(context, null, (tx) =>
    addPiece(tx, context, { pieceId, fields, quantityThousandths, businessDate: shop.today }),
  );
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  return pieceId;
}

/** A cart with these pieces, as scanned. */
export function aCart(shop: TestShop, pieceIds: readonly PieceId[]): Cart {
  return pieceIds.reduce(
    (cart, pieceId) => {
      const piece = findPieceForSale(shop.writer, pieceId);
      if (!piece) throw new Error('no such piece');
      return addToCart(cart, piece, newId('saleLine')).cart;
    },
    emptyCart(newId('cart')),
  );
}

/** What a cart comes to under the test shop's terms, as the screen prices it. */
export function cartTotalCents(shop: TestShop, cart: Cart): Cents {
  const totals = cartFigures(shop, cart);
  if (!totals.ok) throw new Error(JSON.stringify(totals.refusal));
  return totals.value.totalCents;
}

/** A cart as the screen prices it, or why no price makes a quoted total. */
export function cartFigures(shop: TestShop, cart: Cart): ReturnType<typeof cartTotals> {
  const exemption = findExemption(shop.writer, cart, shop.today);
  const exempt = exemption.ok && exemption.value !== null;
  return cartTotals(cart, findTicketTerms(shop.writer, shop.today), exempt);
}

/** A tender with nothing special about it. */
export function aTender(
  kind: TenderKind,
  amountCents: number,
  over: Partial<SaleTender> = {},
): SaleTender {
  const paymentId = newId('payment');
  return plainTender({ paymentId, kind, amountCents: amountCents as Cents, ...over });
}

/** What the window sends for a cart paid with these tenders; the exact amount in cash when none are named. */
export function aSale(
  shop: TestShop,
  cart: Cart,
  tenders?: readonly (readonly [TenderKind, number] | SaleTender)[],
): CompleteSaleInput {
  const expectedTotalCents = cartTotalCents(shop, cart);
  const paid = tenders ?? [['cash', expectedTotalCents] as const];
  return {
    commandId: newId('command'),
    saleId: newId('sale'),
    cart,
    tenders: paid.map((tender) => ('kind' in tender ? tender : aTender(tender[0], tender[1]))),
    expectedTotalCents,
    print: true,
  };
}

/** A cart of these lines. */
export function aTicket(lines: readonly CartLine[], over: Partial<Cart> = {}): Cart {
  return { ...emptyCart(newId('cart')), lines, ...over };
}

/** The lines of a piece, as scanned. */
export function pieceLine(shop: TestShop, pieceId: PieceId): CartLine {
  const [line] = aCart(shop, [pieceId]).lines;
  if (!line) throw new Error('a piece without a line');
  return line;
}

/** As `sell`, where nothing is refused. */
export function rung(shop: TestShop, input: CompleteSaleInput, over?: Parameters<typeof sell>[2]) {
  const sold = sell(shop, input, over);
  if (!sold.ok) throw new Error(`the sale was refused: ${JSON.stringify(sold.refusal)}`);
  return sold.value;
}

/** Rings a sale up, by default as the counter. */
export function sell(
  shop: TestShop,
  input: CompleteSaleInput,
  over: Parameters<TestShop['context']>[1] = {},
) {
  const context = shop.context('sales.complete', { commandId: input.commandId, ...over });
  return shop.writer.write(context, input, (tx) => completeSale(tx, context, input));
}
