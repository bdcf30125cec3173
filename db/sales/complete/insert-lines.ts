import { allocateCents, type Cents, extendPrice, ONE } from '#shared/money.ts';
import type { CartLine } from '#shared/sales/cart.ts';
import type { PricedLine } from '#shared/sales/cart-totals.ts';
import { moveStock } from '../../stock/move-stock.ts';
import { saleTaxTable } from '../../taxes/tables.ts';
import { commissionShareTable } from '../after-sale-tables.ts';
import { approvalEventTable } from '../counter-tables.ts';
import { saleLineTable } from '../tables.ts';
import { insertGiftCardSale } from './insert-credit.ts';
import type { Ringing } from './ringing.ts';

/** The lines with their tax and what each moves: pieces, gift cards, shares of the salespeople. */
export function insertLines(ringing: Ringing): void {
  for (const [position, priced] of ringing.ticket.totals.lines.entries()) {
    const line = ringing.ticket.cart.lines.find((each) => each.lineId === priced.lineId);
    if (!line) throw new Error('figures of a line that is not there');
    insertLine(ringing, position, priced, line);
    insertTaxes(ringing, priced);
    movePiece(ringing, line);
    insertShares(ringing, line, priced);
    if (line.kind === 'gift_card') insertGiftCardSale(ringing, line);
  }
  insertAdjustments(ringing);
}

function insertLine(
  { tx, saleId, ticket }: Ringing,
  position: number,
  priced: PricedLine,
  line: CartLine,
): void {
  const piece = ticket.goods.pieces.get(priced.lineId);
  const original = ticket.goods.returns.get(priced.lineId)?.original;
  tx.insertFact(saleLineTable, {
    id: priced.lineId,
    saleId,
    position,
    pieceId: line.pieceId,
    stockNumber: line.stockNumber,
    description: line.description,
    quantityThousandths: priced.quantityThousandths,
    tagPriceCents: priced.tagPriceCents,
    discountCents: priced.discountCents,
    netCents: priced.netCents,
    taxCents: priced.taxCents,
    taxed: line.taxed ? 1 : 0,
    // Of a return without receipt: whose ID was seen.
    priceReason: line.priceReason ?? line.links.blindId ?? null,
    overrideId: line.overrideId ?? line.links.returnOverrideId ?? null,
    businessDate: ticket.drawer.businessDate,
    kind: priced.kind,
    taxClass: line.taxClass,
    priceWay: line.pricing.way,
    ticketDiscountCents: priced.ticketDiscountCents,
    reasonCode: line.reasonCode,
    partsPpm: line.partsPpm,
    category: piece?.category ?? original?.category ?? '',
    costCents: costOf(ticket.goods, priced),
    originalLineId: line.links.originalLineId ?? null,
    forLineId: line.links.forLineId ?? null,
    disposition: line.links.disposition ?? null,
    approvalLineId: line.links.approvalLineId ?? null,
    giftCardId: line.links.giftCardId ?? null,
    serviceCode: line.links.serviceCode ?? null,
  });
}

/** What a quoted total lacks by a cent or two: a line of its own, untaxed, on nobody's commission. */
function insertAdjustments({ tx, context, saleId, ticket }: Ringing): void {
  const { lines, adjustments } = ticket.totals;
  for (const [index, { lineId, adjustmentCents }] of adjustments.entries())
    tx.insertFact(saleLineTable, {
      id: context.newId('saleLine'),
      saleId,
      position: lines.length + index,
      stockNumber: '',
      description: '',
      quantityThousandths: ONE,
      tagPriceCents: adjustmentCents,
      discountCents: 0,
      netCents: adjustmentCents,
      taxCents: 0,
      taxed: 0,
      businessDate: ticket.drawer.businessDate,
      kind: 'price_adjustment',
      taxClass: 'none',
      priceWay: 'tag',
      ticketDiscountCents: 0,
      partsPpm: 0,
      category: '',
      forLineId: lineId,
    });
}

/** What the goods cost us: of a piece, by its quantity; of a return, what the sale had put down, turned round. */
function costOf(goods: Ringing['ticket']['goods'], priced: PricedLine): Cents | null {
  const returned = goods.returns.get(priced.lineId);
  if (returned) return returned.costCents;
  const piece = goods.pieces.get(priced.lineId);
  if (!piece || piece.costCents === null) return null;
  return extendPrice(piece.costCents, priced.quantityThousandths);
}

/** Rule, rate and base as they are, so that a refund uses them again. */
function insertTaxes({ tx, context, saleId, ticket }: Ringing, priced: PricedLine): void {
  for (const tax of priced.taxes) {
    tx.insertFact(saleTaxTable, {
      id: context.newId('saleTax'),
      saleId,
      saleLineId: priced.lineId,
      taxRuleId: tax.taxRuleId,
      ratePpm: tax.ratePpm,
      baseCents: tax.baseCents,
      taxCents: tax.taxCents,
      businessDate: ticket.drawer.businessDate,
      excessCents: tax.excessCents,
    });
  }
}

function movePiece(ringing: Ringing, line: CartLine): void {
  const { tx, context, saleId, ticket } = ringing;
  if (line.pieceId === null) return;
  const document = {
    pieceId: line.pieceId,
    documentKind: 'sale',
    documentId: saleId,
    businessDate: ticket.drawer.businessDate,
  };
  const quantityThousandths = 0 - line.quantityThousandths;
  if (line.quantityThousandths < 0) {
    moveStock(tx, context, { ...document, kind: 'returned', quantityThousandths });
    if (line.links.disposition === 'inspection')
      moveStock(tx, context, {
        ...document,
        kind: 'inspection_begun',
        quantityThousandths: line.quantityThousandths,
      });
    return;
  }
  const approval = ticket.goods.approvals.get(line.lineId);
  if (approval) {
    // Back from the customer in the books, and sold in the same breath.
    moveStock(tx, context, {
      ...document,
      kind: 'approval_in',
      quantityThousandths: line.quantityThousandths,
    });
    tx.insertFact(approvalEventTable, {
      id: context.newId('approvalEvent'),
      approvalId: approval.approvalId,
      approvalLineId: approval.id,
      kind: 'converted',
      dueOn: null,
      saleId,
      reason: '',
      staffId: ticket.actor.staffId,
      businessDate: ticket.drawer.businessDate,
      atMs: context.nowMs,
    });
  }
  moveStock(tx, context, { ...document, kind: 'sold', quantityThousandths });
}

/** Lines that nobody earns on: money that is kept for somebody, and cents of a price. */
const UNEARNED: ReadonlySet<CartLine['kind']> = new Set(['gift_card', 'account_payment']);

/** Who earned what. A return takes it back from the people of the original sale. */
function insertShares(
  { tx, context, saleId, ticket }: Ringing,
  line: CartLine,
  priced: PricedLine,
): void {
  if (UNEARNED.has(line.kind) || priced.netCents === 0) return;
  const shares = ticket.goods.returns.get(line.lineId)?.shares ?? ticket.shares;
  const bases = allocateCents(
    priced.netCents,
    shares.map((share) => share.sharePpm),
  );
  for (const [index, { staffId, sharePpm }] of shares.entries()) {
    tx.insertFact(commissionShareTable, {
      id: context.newId('commissionShare'),
      saleId,
      saleLineId: line.lineId,
      staffId,
      sharePpm,
      baseCents: bases[index] ?? 0,
      costCents: null,
      saleCorrectionId: null,
      businessDate: ticket.drawer.businessDate,
    });
  }
}
