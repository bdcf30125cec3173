import type { Id, SaleLineId } from '../../ids.ts';
import { type Cents, extendPrice, negateCents, type Thousandths, ZERO_CENTS } from '../../money.ts';
import { type Cart, type CartLine, type CartPiece, plainLine, removeLine } from '../cart.ts';
import type { ReturnDisposition } from '../line-kinds.ts';
import type { ReturnableLine, ReturnableTicket } from './contract.ts';
import { returnAmounts, type SoldLine, tradeUpCredit } from './return-amounts.ts';
import { restockingCharge } from './restocking-fee.ts';

/** What of a line the customer brings back, and what becomes of it. */
export interface ChosenReturn {
  readonly kind: 'return' | 'trade_up';
  /** Positive. */
  readonly quantityThousandths: Thousandths;
  readonly disposition: ReturnDisposition;
}

/** Amounts of the whole line that comes back by a choice; all of them negative. M10. */
export function chosenAmounts(
  { tradeUpPpm }: Pick<ReturnableTicket, 'tradeUpPpm'>,
  line: Pick<ReturnableLine, 'sold' | 'returnedThousandths' | 'saleLineId'>,
  { kind, quantityThousandths }: Pick<ChosenReturn, 'kind' | 'quantityThousandths'>,
): SoldLine {
  const part = { returnedBeforeThousandths: line.returnedThousandths, quantityThousandths };
  if (kind === 'return') return returnAmounts(line.sold, part);
  const credit = tradeUpCredit({ ...line.sold, saleLineId: line.saleLineId }, part, tradeUpPpm);
  return {
    quantityThousandths: credit.quantityThousandths,
    grossCents: credit.netCents,
    discountCents: ZERO_CENTS,
    netCents: credit.netCents,
    taxCents: ZERO_CENTS,
    taxes: [],
  };
}

/** What the store keeps of a chosen return today; a trade-up is no return, and free. */
export function chosenFee(
  ticket: Pick<ReturnableTicket, 'restocking' | 'tradeUpPpm'>,
  line: Pick<ReturnableLine, 'sold' | 'returnedThousandths' | 'saleLineId'>,
  chosen: Pick<ChosenReturn, 'kind' | 'quantityThousandths'>,
): Cents {
  if (ticket.restocking === null || chosen.kind === 'trade_up') return ZERO_CENTS;
  return restockingCharge(ticket.restocking, chosenAmounts(ticket, line, chosen).netCents);
}

/** What may be credited on another piece: goods of ours, where the store has such a programme. */
export function mayTradeUp(
  { tradeUpPpm }: Pick<ReturnableTicket, 'tradeUpPpm'>,
  { kind, pieceId }: Pick<ReturnableLine, 'kind' | 'pieceId'>,
): boolean {
  return tradeUpPpm > 0 && kind === 'item' && pieceId !== null;
}

/** The line of the cart that takes something back, with the amounts the sale had stored. */
export function returnLine(
  ticket: Pick<ReturnableTicket, 'saleId' | 'number' | 'tradeUpPpm'>,
  line: ReturnableLine,
  chosen: ChosenReturn,
  lineId: SaleLineId,
): CartLine {
  const { grossCents, discountCents, netCents, taxCents } = chosenAmounts(ticket, line, chosen);
  return plainLine({
    lineId,
    kind: chosen.kind,
    pieceId: line.pieceId,
    stockNumber: line.stockNumber,
    description: line.description,
    oneOfOne: line.oneOfOne,
    quantityThousandths: (0 - chosen.quantityThousandths) as Thousandths,
    tagPriceCents: line.tagPriceCents,
    taxed: line.taxed,
    taxClass: line.taxClass,
    fixed: { grossCents, discountCents, netCents, taxCents },
    links: {
      originalLineId: line.saleLineId,
      originalSaleId: ticket.saleId,
      originalNumber: ticket.number,
      ...(line.pieceId !== null && { disposition: chosen.disposition }),
    },
  });
}

/** What the store keeps of a return, as a line of its own that goes when its return goes. */
export function feeLine(
  forLineId: SaleLineId,
  feeCents: Cents,
  lineId: SaleLineId,
  description: string,
): CartLine {
  return plainLine({
    lineId,
    kind: 'restocking_fee',
    description,
    tagPriceCents: feeCents,
    taxClass: 'none',
    links: { forLineId },
  });
}

/** Goods that come back without their receipt: a piece of the stock, or what only the customer knows. */
export interface BlindGoods {
  readonly piece: CartPiece | null;
  readonly description: string;
  /** What one of them brings, before tax. */
  readonly priceCents: Cents;
  /** Positive. */
  readonly quantityThousandths: Thousandths;
  readonly disposition: ReturnDisposition;
  /** The kind of ID that was seen, and the end of its number. */
  readonly blindId: string;
}

/** The line of the cart that takes them back, at today's tax. A manager's word for it names the line and `blindCents`. */
export function blindLine(
  { piece, ...goods }: BlindGoods,
  lineId: SaleLineId,
  overrideId: Id<'override'> | null,
): CartLine {
  return plainLine({
    lineId,
    kind: 'return',
    pieceId: piece?.pieceId ?? null,
    stockNumber: piece?.stockNumber ?? '',
    description: piece?.description ?? goods.description,
    oneOfOne: piece?.kind === 'piece',
    quantityThousandths: (0 - goods.quantityThousandths) as Thousandths,
    tagPriceCents: goods.priceCents,
    taxed: piece?.taxed ?? true,
    taxClass: piece?.taxClass ?? 'goods',
    links: {
      ...(piece && { disposition: goods.disposition }),
      blindId: goods.blindId,
      ...(overrideId !== null && { returnOverrideId: overrideId }),
    },
  });
}

/** What a manager allows for a blind return: what it brings before tax, positive. */
export function blindCents(goods: Pick<BlindGoods, 'priceCents' | 'quantityThousandths'>): Cents {
  return extendPrice(goods.priceCents, goods.quantityThousandths);
}

/** The cart without what it takes back of a sale: the desk puts in anew what was chosen. */
export function withoutReturnsOf(cart: Cart, saleId: string): Cart {
  return cart.lines
    .filter((line) => line.links.originalSaleId === saleId)
    .reduce((rest, line) => removeLine(rest, line.lineId), cart);
}

/** What a cart takes back of a line already: its choice, for a desk that is opened again. */
export function chosenBefore(cart: Cart, saleLineId: string): ChosenReturn | undefined {
  const line = cart.lines.find((each) => each.links.originalLineId === saleLineId);
  if (!line || (line.kind !== 'return' && line.kind !== 'trade_up')) return undefined;
  return {
    kind: line.kind,
    quantityThousandths: (0 - line.quantityThousandths) as Thousandths,
    disposition: line.links.disposition ?? 'stock',
  };
}

/** What chosen returns bring back in all, less the fees that are kept: positive, with tax. */
export function broughtBackCents(amounts: readonly SoldLine[], feeCents: Cents): Cents {
  const back = amounts.reduce((sum, { netCents, taxCents }) => sum + netCents + taxCents, 0);
  return negateCents((back + feeCents) as Cents);
}
