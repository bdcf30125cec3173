import type { ReceiptLine, ReceiptShipment } from '#shared/documents/receipt-paper.ts';
import { findGiftCard, giftCardBalance } from '../../gift-cards/balances.ts';
import { accountBalance } from '../../house-accounts/find-account.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { findLine, findSale, listLines, type SaleLineRow, type SaleRow } from '../find-sale.ts';
import { findShipment } from '../shipping/ship.ts';

/** The lines of a sale as its receipt names them, each with what it belongs to. */
export function receiptLines(db: ReadDb, sale: SaleRow): readonly ReceiptLine[] {
  const lines = listLines(db, sale.id);
  return lines.map((line) => ({
    kind: line.kind,
    description: line.description,
    ...(line.stockNumber !== '' && { stockNumber: line.stockNumber }),
    quantityThousandths: line.quantityThousandths,
    unitCents: line.tagPriceCents,
    discountCents: line.discountCents,
    saleDiscountCents: line.ticketDiscountCents,
    netCents: line.netCents,
    taxed: line.taxed === 1,
    ...ofOriginal(db, line),
    ...ofOtherLine(line, lines),
    ...ofBalance(db, sale, line),
    ...(line.kind === 'shipping' && ofShipment(db, sale)),
  }));
}

/** The sale that something comes back from, and what share of its price a trade-up credits. */
function ofOriginal(db: ReadDb, line: SaleLineRow): Pick<ReceiptLine, 'soldOn' | 'tradeUpPpm'> {
  const original = line.originalLineId === null ? undefined : findLine(db, line.originalLineId);
  const soldOn = original && findSale(db, original.saleId)?.number;
  return {
    ...(soldOn !== undefined && { soldOn }),
    ...(original && line.kind === 'trade_up' && { tradeUpPpm: shareOf(original, line) }),
  };
}

/** What share of the price paid was credited that day: to a tenth of a percent, for the credit is in whole cents. */
function shareOf(original: SaleLineRow, credit: SaleLineRow): number {
  const countShare = credit.quantityThousandths / original.quantityThousandths;
  const paidCents = original.netCents * countShare;
  return paidCents === 0 ? 0 : Math.round((credit.netCents / paidCents) * 1000) * 1000;
}

/** The piece that a plan, a wrap or a fee is for. */
function ofOtherLine(
  line: SaleLineRow,
  lines: readonly SaleLineRow[],
): Pick<ReceiptLine, 'belongsTo'> {
  const piece = lines.find((each) => each.id === line.forLineId);
  if (!piece) return {};
  return { belongsTo: piece.stockNumber === '' ? piece.description : piece.stockNumber };
}

/** What was then on the card that was sold, and owed on the account that was paid on. */
function ofBalance(
  db: ReadDb,
  sale: SaleRow,
  line: SaleLineRow,
): Pick<ReceiptLine, 'giftCard' | 'accountBalanceCents'> {
  if (line.kind === 'account_payment' && sale.customerId !== null)
    return { accountBalanceCents: accountBalance(db, sale.customerId, sale.completedAtMs) };
  const card = line.giftCardId === null ? undefined : findGiftCard(db, line.giftCardId);
  if (!card) return {};
  const balanceCents = giftCardBalance(db, card.id, sale.completedAtMs);
  return { giftCard: { code: card.code, balanceCents } };
}

function ofShipment(db: ReadDb, sale: SaleRow): { readonly shipment?: ReceiptShipment } {
  const row = findShipment(db, sale.id);
  if (!row) return {};
  return {
    shipment: {
      recipient: row.recipient,
      addressLines: row.address.split('\n').filter((each) => each !== ''),
      carrier: row.carrier,
      ...(row.tracking !== '' && { tracking: row.tracking }),
      ...(row.insuredCents > 0 && { insuredCents: row.insuredCents }),
    },
  };
}
