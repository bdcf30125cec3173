import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { CustomerId } from '#shared/ids.ts';
import { type Cents, sumCents } from '#shared/money.ts';
import type { CustomerCash } from '#shared/sales/form-8300/contract.ts';
import { combineReports, meterCash } from '#shared/sales/form-8300/meter.ts';
import { relatedPayments } from '#shared/sales/form-8300/related-payments.ts';
import {
  isDesignatedSale,
  type PaymentId,
  type ReceivedPayment,
} from '#shared/sales/form-8300/reportable-cash.ts';
import { form8300Worksheet, payerStatements } from '#shared/sales/form-8300/worksheet.ts';
import type { BusinessDate } from '#shared/time.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { form8300Filing } from '../counter-tables.ts';
import { countsForCustomer, effectiveCustomer } from '../corrections/effective-customer.ts';
import { netOfChange, standingPayments } from '../corrections/standing-payments.ts';
import { findSale, listLines, listPayments } from '../find-sale.ts';
import { payment, sale, saleVoid } from '../tables.ts';

/**
 * The cash of one customer under Form 8300 as of a day; `cashCents` is a payment that is about to be taken. Payments of
 * one customer count as related over twelve months: the doubtful ones are reported (docs/rules.md, Money).
 */
export function readCustomerCash(
  db: ReadDb,
  customerId: string,
  asOf: BusinessDate,
  nowMs: number,
  cashCents = 0,
): CustomerCash | null {
  const customer = findCustomerBrief(db, customerId);
  if (!customer) return null;
  const paid = receivedFrom(db, customerId);
  const next = cashCents > 0 ? [comingCash(customerId, cashCents, asOf, nowMs)] : [];
  const related = relatedPayments([...paid, ...next], seriesOf([...paid, ...next])).flat();
  const filings = filingsOf(db).all({ storeId: db.storeId, customerId });
  const filed = new Set(filings.flatMap((row) => JSON.parse(row.covers) as PaymentId[]));
  const meter = meterCash(related, filed, asOf);
  const report = combineReports(meter.due);
  const prices = new Set(report?.payments.map((each) => each.transactionId));
  const priceCents = sumCents(
    [...prices].map((saleId) => (findSale(db, saleId)?.totalCents ?? 0) as Cents),
  );
  return {
    customerId: customerId as CustomerId,
    name: customer.name,
    meter,
    worksheet: report ? form8300Worksheet(report, priceCents) : null,
    statements: payerStatements(
      filings.map((row) => ({
        reachedOn: row.filedOn as BusinessDate,
        totalCents: row.throughCents as Cents,
      })),
    ),
  };
}

/** Customers whose cash of the last year asks for attention, or who must still be told what was reported. */
export function listCustomerCash(
  db: ReadDb,
  asOf: BusinessDate,
  nowMs: number,
): readonly CustomerCash[] {
  const from = Temporal.PlainDate.from(asOf).subtract({ years: 2 }).toString();
  return payersOfCash(db)
    .all({ storeId: db.storeId, from })
    .flatMap(({ customerId }) => {
      const cash = customerId === null ? null : readCustomerCash(db, customerId, asOf, nowMs);
      return cash && asksForAttention(cash, asOf) ? [cash] : [];
    });
}

function asksForAttention({ meter, statements }: CustomerCash, asOf: BusinessDate): boolean {
  return meter.prompt !== 'none' || statements.some(({ statementBy }) => statementBy >= asOf);
}

/** One series: each payment is linked to the one before it. */
function seriesOf(payments: readonly ReceivedPayment[]) {
  return payments.slice(1).flatMap((each, index): (readonly [PaymentId, PaymentId])[] => {
    const before = payments[index];
    return before ? [[before.paymentId, each.paymentId]] : [];
  });
}

/** Cash less its change, and instruments at their face, as corrections left them, of sales that count for a customer. */
function receivedFrom(db: ReadDb, customerId: string): readonly ReceivedPayment[] {
  const rows = cashOf(db).all({ storeId: db.storeId, customerId });
  const net = new Map<string, ReadonlyMap<string, Cents>>();
  for (const { saleId, changeCents } of rows)
    if (!net.has(saleId))
      net.set(
        saleId,
        netOfChange(standingPayments(listPayments(db, saleId), changeCents as Cents)),
      );
  return rows.flatMap((row): ReceivedPayment[] => {
    const amountCents = net.get(row.saleId)?.get(row.paymentId);
    if (amountCents === undefined) return [];
    return [
      {
        paymentId: row.paymentId as PaymentId,
        buyerId: customerId as CustomerId,
        transactionId: row.saleId,
        kind: row.tender === 'cash' ? 'cash' : (row.checkKind ?? 'personal'),
        receivedOn: row.receivedOn as BusinessDate,
        receivedAtMs: row.receivedAtMs,
        amountCents,
        designatedSale: isDesignatedSale(articlesOf(db, row.saleId)),
        avoidsReport: false,
        excepted: false,
        issuer: row.brand,
        serial: row.reference,
      },
    ];
  });
}

/** Jewelry and watches are durables, bullion and coins collectibles. */
function articlesOf(db: ReadDb, saleId: string) {
  return listLines(db, saleId)
    .filter((line) => line.kind === 'item' && line.quantityThousandths > 0)
    .map((line) => ({
      nature: line.taxClass === 'bullion' ? ('collectible' as const) : ('durable' as const),
      priceCents: Math.round((line.netCents * 1000) / line.quantityThousandths) as Cents,
    }));
}

function comingCash(
  customerId: string,
  cashCents: number,
  asOf: BusinessDate,
  nowMs: number,
): ReceivedPayment {
  return {
    paymentId: 'coming' as PaymentId,
    buyerId: customerId as CustomerId,
    transactionId: 'coming',
    kind: 'cash',
    receivedOn: asOf,
    receivedAtMs: nowMs,
    amountCents: cashCents as Cents,
    designatedSale: false,
    avoidsReport: false,
    excepted: false,
    issuer: '',
    serial: '',
  };
}

const standing = and(
  eq(payment.storeId, sql.placeholder('storeId')),
  inArray(payment.tender, ['cash', 'check']),
  sql`${payment.amountCents} > 0 and ${payment.saleVoidId} is null`,
  sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${payment.storeId}
    and ${saleVoid.saleId} = ${payment.saleId})`,
);

const cashOf = prepared((orm) =>
  orm
    .select({
      paymentId: payment.id,
      saleId: payment.saleId,
      tender: payment.tender,
      checkKind: payment.checkKind,
      changeCents: sale.changeCents,
      brand: payment.brand,
      reference: payment.reference,
      // A correction says how it was paid then: the customer handed it over with the sale.
      receivedOn: sql<string>`iif(${payment.saleCorrectionId} is null, ${payment.businessDate}, ${sale.businessDate})`,
      receivedAtMs: sql<number>`iif(${payment.saleCorrectionId} is null, ${payment.atMs}, ${sale.completedAtMs})`,
    })
    .from(sale)
    .innerJoin(payment, and(eq(payment.storeId, sale.storeId), eq(payment.saleId, sale.id)))
    .where(and(standing, eq(sale.storeId, sql.placeholder('storeId')), countsForCustomer))
    .orderBy(asc(sale.completedAtMs), asc(payment.atMs), asc(payment.id))
    .prepare(),
);

const payersOfCash = prepared((orm) =>
  orm
    .select({ customerId: effectiveCustomer })
    .from(sale)
    .innerJoin(payment, and(eq(payment.storeId, sale.storeId), eq(payment.saleId, sale.id)))
    .where(
      and(
        standing,
        eq(sale.storeId, sql.placeholder('storeId')),
        gte(sale.businessDate, sql.placeholder('from')),
        sql`${effectiveCustomer} is not null`,
      ),
    )
    .groupBy(effectiveCustomer)
    .having(sql`sum(${payment.amountCents}) >= 800000`)
    .prepare(),
);

const filingsOf = prepared((orm) =>
  orm
    .select()
    .from(form8300Filing)
    .where(
      and(
        eq(form8300Filing.storeId, sql.placeholder('storeId')),
        eq(form8300Filing.customerId, sql.placeholder('customerId')),
      ),
    )
    .orderBy(desc(form8300Filing.filedOn))
    .prepare(),
);
