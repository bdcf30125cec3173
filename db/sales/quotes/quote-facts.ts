import { printedCode } from '#shared/document-number.ts';
import type { QuoteFacts } from '#shared/documents/quote-paper.ts';
import type { ReceiptLine, ReceiptTax } from '#shared/documents/receipt-paper.ts';
import type { Cart } from '#shared/sales/cart.ts';
import { cartTotals, type PricedTicket } from '#shared/sales/cart-totals.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { findRegisterName, getStore } from '../../settings/find-settings.ts';
import { findStaff } from '../../staff/find-staff.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { findExemption } from '../find-exemption.ts';
import { paperLanguage } from '../receipt/paper-language.ts';
import { type PaperMarks, paperStore } from '../receipt/paper-store.ts';
import { findTicketTerms } from '../ticket-terms.ts';
import { findQuote } from './find-quote.ts';

/** A quote as it was given, taxed as on its day; null when there is none, or its prices can no longer be made. */
export function quoteFacts(
  db: ReadDb,
  quoteId: string,
  registerId: string,
  marks: PaperMarks,
): QuoteFacts | null {
  const row = findQuote(db, quoteId);
  if (!row) return null;
  const cart = JSON.parse(row.body) as Cart;
  const terms = findTicketTerms(db, row.businessDate);
  const exemption = findExemption(db, cart, row.businessDate);
  const totals = cartTotals(cart, terms, exemption.ok && exemption.value !== null);
  if (!totals.ok) return null;
  const names = new Map(
    terms.areas.flatMap(({ rules }) => rules.map((rule) => [rule.taxRuleId, rule.name])),
  );
  const customer = row.customerId === null ? undefined : findCustomerBrief(db, row.customerId);
  return {
    store: paperStore(db),
    number: row.number,
    printedCode: printedCode(row.number),
    atMs: row.atMs,
    zone: getStore(db).zone,
    registerName: findRegisterName(db, registerId),
    quotedBy: findStaff(db, row.staffId)?.initials ?? '',
    ...(customer && { customerName: customer.name }),
    ...paperLanguage(db, row.customerId),
    expiresOn: row.expiresOn,
    ...(row.note !== '' && { note: row.note }),
    lines: linesOf(cart, totals.value),
    taxes: taxesOf(totals.value, names),
    totalCents: row.totalCents,
    ...marks,
  };
}

function linesOf(cart: Cart, { lines }: PricedTicket): readonly ReceiptLine[] {
  return lines.map((priced): ReceiptLine => {
    const line = cart.lines.find((each) => each.lineId === priced.lineId);
    return {
      kind: priced.kind,
      description: line?.description ?? '',
      ...(line && line.stockNumber !== '' && { stockNumber: line.stockNumber }),
      quantityThousandths: priced.quantityThousandths,
      unitCents: priced.tagPriceCents,
      discountCents: priced.discountCents,
      saleDiscountCents: priced.ticketDiscountCents,
      netCents: priced.netCents,
      taxed: line?.taxed ?? false,
    };
  });
}

function taxesOf(
  { lines }: PricedTicket,
  names: ReadonlyMap<string, string>,
): readonly ReceiptTax[] {
  const byRule = new Map<string, ReceiptTax>();
  for (const tax of lines.flatMap((line) => line.taxes)) {
    const key = `${tax.taxRuleId} ${tax.ratePpm}`;
    const sum = byRule.get(key);
    byRule.set(key, {
      name: names.get(tax.taxRuleId) ?? '',
      ratePpm: tax.ratePpm,
      baseCents: (sum?.baseCents ?? 0) + tax.baseCents,
      taxCents: (sum?.taxCents ?? 0) + tax.taxCents,
      excessCents: (sum?.excessCents ?? 0) + tax.excessCents,
    });
  }
  return [...byRule.values()];
}
