import { readGiftCardCode } from '#shared/gift-cards/code.ts';
import { refuse, ok, type Result } from '#shared/result.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import { findPieceForSale, type PieceForSale } from '../../stock/find-piece.ts';
import type { Actor } from '../../write-path/command-context.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import {
  type ApprovalLineRow,
  findApproval,
  findApprovalLine,
  isApprovalLineOpen,
} from '../approvals/find-approval.ts';
import { findGiftCard, findGiftCardByCode } from '../../gift-cards/balances.ts';
import { numberOfSaleOf } from '../find-sale.ts';
import { listTiles } from '../tiles/list-tiles.ts';
import { readReturn } from './check-returns.ts';
import type { GoodsOfTicket, ReturnedLine } from './ringing.ts';

/** What checking the lines needs to know beside them. */
export interface LineCheck {
  readonly db: ReadDb;
  readonly actor: Actor;
  readonly cart: Cart;
  readonly businessDate: string;
  readonly tradeUpPpm: number;
  /** The lines of the quote that is being kept: their tags are the ones that were promised. */
  readonly quoted: readonly CartLine[];
}

/** Checks every line against the stock and what came before it. The first thing that is wrong refuses the sale. */
export function readGoods(check: LineCheck): Result<GoodsOfTicket, CompleteSaleRefusal> {
  const pieces = new Map<string, PieceForSale>();
  const returns = new Map<string, ReturnedLine>();
  const approvals = new Map<string, ApprovalLineRow>();
  const wanted = new Map<string, number>();
  for (const line of check.cart.lines) {
    const refusal = refusedKind(check, line);
    if (refusal) return refuse(refusal);
    if (line.links.originalLineId !== undefined) {
      const read = readReturn(check, line, returns);
      if (!read.ok) return read;
      returns.set(line.lineId, read.value);
    } else if (line.pieceId !== null) {
      const read = readPiece(check, line, line.pieceId, wanted);
      if (!read.ok) return read;
      pieces.set(line.lineId, read.value.piece);
      if (read.value.approval) approvals.set(line.lineId, read.value.approval);
    } else {
      const changed = changedKey(check, line);
      if (changed) return refuse(changed);
    }
  }
  return ok({ pieces, returns, approvals });
}

/** What a line of its kind must have: a screen that sends another is refused, not believed. */
function refusedKind({ db, cart }: LineCheck, line: CartLine): CompleteSaleRefusal | undefined {
  const takesBack = line.kind === 'return' || line.kind === 'trade_up';
  const linked = line.links.originalLineId !== undefined;
  const credited = line.kind === 'trade_up' && !linked;
  const misplaced = !takesBack && (linked || (line.pieceId !== null && line.kind !== 'item'));
  if (takesBack !== line.quantityThousandths < 0 || credited || misplaced) {
    return { code: 'RETURN_LINE_NOT_FOUND', description: line.description };
  }
  if (line.kind === 'gift_card') return refusedGiftCard(db, cart, line.links);
  if (line.kind === 'account_payment' && cart.customerId === null) {
    return { code: 'TENDER_NEEDS_CUSTOMER', tender: 'house_account' };
  }
  return undefined;
}

/** A code is one card and a card one code, in the store and on this ticket. */
function refusedGiftCard(
  db: ReadDb,
  cart: Cart,
  { giftCardId, giftCardCode }: CartLine['links'],
): CompleteSaleRefusal | undefined {
  if (giftCardId === undefined || giftCardCode === undefined) return { code: 'GIFT_CARD_UNKNOWN' };
  // A code that somebody thought of can be guessed by somebody else.
  if (readGiftCardCode(giftCardCode) !== giftCardCode) return { code: 'GIFT_CARD_UNKNOWN' };
  const stored = [findGiftCardByCode(db, giftCardCode), findGiftCard(db, giftCardId)];
  const beside = cart.lines.map(({ links }) => ({
    id: links.giftCardId,
    code: links.giftCardCode,
  }));
  const taken = [...stored, ...beside].some(
    (card) => card && (card.id === giftCardId) !== (card.code === giftCardCode),
  );
  return taken ? { code: 'GIFT_CARD_TAKEN' } : undefined;
}

interface ReadPiece {
  readonly piece: PieceForSale;
  readonly approval?: ApprovalLineRow;
}

/** `wanted` adds up what earlier lines of this sale take of the same piece. */
function readPiece(
  check: LineCheck,
  line: CartLine,
  pieceId: string,
  wanted: Map<string, number>,
): Result<ReadPiece, CompleteSaleRefusal> {
  const piece = findPieceForSale(check.db, pieceId);
  const earlier = wanted.get(pieceId) ?? 0;
  wanted.set(pieceId, earlier + line.quantityThousandths);
  if (!piece || piece.archived) return refuse(notInStock(check.db, line, pieceId));
  if (piece.kind === 'piece' && (earlier !== 0 || Math.abs(line.quantityThousandths) !== 1000)) {
    return refuse({ code: 'PIECE_TWICE_IN_SALE', stockNumber: piece.stockNumber });
  }
  // Brought back without a receipt: one of one must have been sold, or it would be here twice.
  if (line.quantityThousandths < 0)
    return piece.kind === 'piece' && piece.status !== 'sold'
      ? refuse({ code: 'RETURN_LINE_NOT_FOUND', description: line.description })
      : ok({ piece });
  const changed = changedTag(check, line, piece);
  if (line.links.approvalLineId !== undefined) {
    const approval = approvalOf(check, line);
    if (!approval) return refuse({ code: 'APPROVAL_LINE_CLOSED', stockNumber: piece.stockNumber });
    return changed ? refuse(changed) : ok({ piece, approval });
  }
  if (piece.status !== 'in_stock') return refuse(notInStock(check.db, line, pieceId));
  if (earlier + line.quantityThousandths > piece.quantityThousandths) {
    const leftThousandths = piece.quantityThousandths - earlier;
    return refuse({
      code: 'QUANTITY_NOT_IN_STOCK',
      stockNumber: piece.stockNumber,
      leftThousandths,
    });
  }
  return changed ? refuse(changed) : ok({ piece });
}

/** The line of an approval that is still open and in the name of this ticket's customer. */
function approvalOf({ db, cart }: LineCheck, line: CartLine): ApprovalLineRow | undefined {
  const row = findApprovalLine(db, line.links.approvalLineId ?? '');
  if (!row || row.pieceId !== line.pieceId || !isApprovalLineOpen(db, row)) return undefined;
  return findApproval(db, row.approvalId)?.customerId === cart.customerId ? row : undefined;
}

function notInStock(db: ReadDb, line: CartLine, pieceId: string): CompleteSaleRefusal {
  return {
    code: 'PIECE_NOT_IN_STOCK',
    pieceId,
    stockNumber: line.stockNumber,
    soldAs: numberOfSaleOf(db, pieceId),
  };
}

/** The tag or the tax of the piece was changed after it was scanned: the customer must hear the new price first. */
function changedTag(
  check: LineCheck,
  line: CartLine,
  { description, tagPriceCents, taxed, taxClass }: PieceForSale,
): CompleteSaleRefusal | undefined {
  const now = { tagPriceCents, taxed, taxClass, partsPpm: 0 };
  return isAsMarked(check, line, now) ? undefined : tagChanged(line, description, now);
}

/**
 * The same for what a key of the Sell screen put into the cart. A plan that costs a share of its piece and a parcel have
 * their price from the cart; a key that is out of use since has nothing to say.
 */
function changedKey(check: LineCheck, line: CartLine): CompleteSaleRefusal | undefined {
  const { serviceCode } = line.links;
  if (serviceCode === undefined) return undefined;
  const tile = listTiles(check.db).find(
    ({ kind, code }) => kind === line.kind && code === serviceCode,
  );
  if (!tile) return undefined;
  const asked = tile.kind === 'shipping' || (tile.kind === 'care_plan' && tile.pricePpm > 0);
  const now = { ...tile, tagPriceCents: asked ? line.tagPriceCents : tile.priceCents };
  return isAsMarked(check, line, now) ? undefined : tagChanged(line, tile.name, now);
}

/** What the tag of a piece, or the key of a service, says today. */
type Marked = Pick<CartLine, 'tagPriceCents' | 'taxed' | 'taxClass' | 'partsPpm'>;

function isAsMarked({ quoted }: LineCheck, line: CartLine, now: Marked): boolean {
  const promised = quoted.some(
    (each) =>
      each.kind === line.kind &&
      each.pieceId === line.pieceId &&
      each.links.serviceCode === line.links.serviceCode &&
      each.tagPriceCents === line.tagPriceCents,
  );
  return (
    line.taxed === now.taxed &&
    line.taxClass === now.taxClass &&
    line.partsPpm === now.partsPpm &&
    (promised || line.tagPriceCents === now.tagPriceCents)
  );
}

function tagChanged(
  { lineId }: CartLine,
  description: string,
  { tagPriceCents, taxed, taxClass, partsPpm }: Marked,
): CompleteSaleRefusal {
  const now = { tagPriceCents, taxed, taxClass, partsPpm };
  return { code: 'TAG_PRICE_CHANGED', lineId, description, ...now };
}
