import { and, eq, sql } from 'drizzle-orm';
import { printedCode } from '#shared/document-number.ts';
import type { ReceiptFacts, ReceiptTax } from '#shared/documents/receipt-paper.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { findRegisterName, getStore } from '../../settings/find-settings.ts';
import { findCertificateNumber } from '../../taxes/find-certificate.ts';
import { saleTax, taxRule } from '../../taxes/tables.ts';
import { findStaff } from '../../staff/find-staff.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { effectiveParty } from '../corrections/effective-party.ts';
import { sharesOfWholeSale } from '../corrections/sale-shares.ts';
import { findSale, findVoid } from '../find-sale.ts';
import { paperLanguage } from './paper-language.ts';
import { type PaperMarks, paperStore } from './paper-store.ts';
import { receiptLines } from './receipt-lines.ts';
import { receiptChange, receiptPayments } from './receipt-payments.ts';

/** Everything a receipt says, read from the facts of the sale; null when there is no such sale. */
export function receiptFacts(db: ReadDb, saleId: string, marks: PaperMarks): ReceiptFacts | null {
  const sale = findSale(db, saleId);
  if (!sale) return null;
  const party = effectiveParty(db, sale);
  const customer = party.customerId === null ? undefined : findCustomerBrief(db, party.customerId);
  const undone = findVoid(db, saleId);
  const sellers = sellersOf(db, saleId);
  const certificate =
    sale.certificateId === null ? undefined : findCertificateNumber(db, sale.certificateId);
  return {
    store: paperStore(db),
    number: sale.number,
    printedCode: printedCode(sale.number),
    completedAtMs: sale.completedAtMs,
    zone: getStore(db).zone,
    businessDate: sale.businessDate,
    registerName: findRegisterName(db, sale.registerId),
    soldBy: findStaff(db, party.soldBy)?.initials ?? '',
    ...(sellers.length > 1 && { sellers }),
    ...(customer && { customerName: customer.name }),
    ...paperLanguage(db, party.customerId),
    lines: receiptLines(db, sale),
    subtotalCents: sale.subtotalCents,
    discountCents: sale.discountCents,
    taxes: taxesOf(db, saleId),
    ...(certificate !== undefined && { certificate }),
    totalCents: sale.totalCents,
    ...(sale.roundingCents !== 0 && { roundingCents: sale.roundingCents }),
    payments: receiptPayments(db, sale),
    changeCents: receiptChange(db, sale),
    ...(party.correctedAtMs !== null && { correctedAtMs: party.correctedAtMs }),
    copy: marks.copy,
    ...(undone && { voided: { atMs: undone.atMs, reason: undone.reason } }),
    demo: marks.demo,
  };
}

/** Initials of who shares the sale now, by what is written down of its first line that anybody earns on. */
function sellersOf(db: ReadDb, saleId: string): NonNullable<ReceiptFacts['sellers']> {
  return sharesOfWholeSale(db, saleId).map(({ staffId }) => findStaff(db, staffId)?.initials ?? '');
}

/** Tax summed by rule and rate, in the order of the lines. */
function taxesOf(db: ReadDb, saleId: string): ReceiptTax[] {
  const byRule = new Map<string, ReceiptTax>();
  for (const row of taxesOfSale(db).all({ storeId: db.storeId, saleId })) {
    const key = `${row.name} ${row.ratePpm}`;
    const sum = byRule.get(key) ?? {
      name: row.name,
      ratePpm: row.ratePpm,
      baseCents: 0,
      taxCents: 0,
      excessCents: 0,
    };
    byRule.set(key, {
      ...sum,
      baseCents: sum.baseCents + row.baseCents,
      taxCents: sum.taxCents + row.taxCents,
      excessCents: (sum.excessCents ?? 0) + row.excessCents,
    });
  }
  return [...byRule.values()];
}

const taxesOfSale = prepared((orm) =>
  orm
    .select({
      name: taxRule.name,
      ratePpm: saleTax.ratePpm,
      baseCents: saleTax.baseCents,
      taxCents: saleTax.taxCents,
      excessCents: saleTax.excessCents,
    })
    .from(saleTax)
    .innerJoin(
      taxRule,
      and(eq(taxRule.storeId, saleTax.storeId), eq(taxRule.id, saleTax.taxRuleId)),
    )
    .where(
      and(
        eq(saleTax.storeId, sql.placeholder('storeId')),
        eq(saleTax.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(saleTax.id)
    .prepare(),
);
