import { and, asc, desc, eq, gte, sql } from 'drizzle-orm';
import type { SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { SaleSummary } from '#shared/sales/contract.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { countsForCustomer } from './corrections/effective-customer.ts';
import { effectiveParty } from './corrections/effective-party.ts';
import { standingPayments } from './corrections/standing-payments.ts';
import { payment, sale, saleLine, saleVoid } from './tables.ts';

/** A sale as stored; undefined when there is none. */
export function findSale(db: ReadDb, saleId: string): typeof sale.$inferSelect | undefined {
  return saleById(db).get({ storeId: db.storeId, id: saleId });
}

export type SaleRow = typeof sale.$inferSelect;
export type SaleLineRow = typeof saleLine.$inferSelect;
export type PaymentRow = typeof payment.$inferSelect;

/** A line of any sale; undefined when there is none. */
export function findLine(db: ReadDb, saleLineId: string): SaleLineRow | undefined {
  return lineById(db).get({ storeId: db.storeId, id: saleLineId });
}

/** One payment, whatever became of it; undefined when there is none. */
export function findPayment(db: ReadDb, paymentId: string): PaymentRow | undefined {
  return paymentRow(db).get({ storeId: db.storeId, id: paymentId });
}

/** The void of a sale, where there is one. */
export function findVoid(db: ReadDb, saleId: string): typeof saleVoid.$inferSelect | undefined {
  return voidOfSale(db).get({ storeId: db.storeId, saleId });
}

/** Payments stored for a sale and its corrections, without what a void gave back. Which of them stand: `standingPayments`. */
export function listPayments(db: ReadDb, saleId: string): readonly (typeof payment.$inferSelect)[] {
  return paymentsOfSale(db)
    .all({ storeId: db.storeId, saleId })
    .filter((row) => row.saleVoidId === null);
}

/** Lines in the order in which they were rung up. */
export function listLines(db: ReadDb, saleId: string): readonly (typeof saleLine.$inferSelect)[] {
  return linesOfSale(db).all({ storeId: db.storeId, saleId });
}

/** The number of the newest sale of a piece that was not voided; null when there is none. */
export function numberOfSaleOf(db: ReadDb, pieceId: string): string | null {
  return saleOfPiece(db).get({ storeId: db.storeId, pieceId })?.number ?? null;
}

/** Newest first, at most `limit`: of one business date, or of all days. */
export function listRecentSales(
  db: ReadDb,
  businessDate: string | undefined,
  limit: number,
): readonly SaleSummary[] {
  const rows =
    businessDate === undefined
      ? recentSales(db).all({ storeId: db.storeId, limit })
      : salesOfDate(db).all({ storeId: db.storeId, businessDate, limit });
  return rows.map((row) => summaryOf(db, row));
}

/** The sales that are a customer's now, by what they were rung up with or corrected to; newest first, at most `limit`. */
export function listSalesOfCustomer(
  db: ReadDb,
  customerId: string,
  limit: number,
): readonly SaleSummary[] {
  return salesOfCustomer(db)
    .all({ storeId: db.storeId, customerId, limit })
    .map((row) => summaryOf(db, row));
}

/** Sales whose number is exactly, or begins with, what was typed. */
export function listSalesByNumber(
  db: ReadDb,
  number: string,
  limit: number,
): readonly SaleSummary[] {
  return salesByNumber(db)
    .all({ storeId: db.storeId, from: number, to: `${number}\u{10FFFF}`, limit })
    .map((row) => summaryOf(db, row));
}

/** One sale as lists show it; undefined when there is none. */
export function findSummary(db: ReadDb, saleId: string): SaleSummary | undefined {
  const row = findSale(db, saleId);
  return row && summaryOf(db, row);
}

function summaryOf(db: ReadDb, row: typeof sale.$inferSelect): SaleSummary {
  const firstLine = listLines(db, row.id)[0]?.description ?? '';
  const { payments } = standingPayments(listPayments(db, row.id), row.changeCents as Cents);
  const party = effectiveParty(db, row);
  return {
    saleId: row.id as SaleId,
    number: row.number,
    firstLine,
    lineCount: row.lineCount,
    totalCents: row.totalCents as Cents,
    completedAtMs: row.completedAtMs,
    businessDate: row.businessDate,
    voided: findVoid(db, row.id) !== undefined,
    customerId: party.customerId,
    soldBy: party.soldBy,
    tenders: [...new Set(payments.map((each) => each.tender))],
  };
}

const saleById = prepared((orm) =>
  orm
    .select()
    .from(sale)
    .where(and(eq(sale.storeId, sql.placeholder('storeId')), eq(sale.id, sql.placeholder('id'))))
    .prepare(),
);

const lineById = prepared((orm) =>
  orm
    .select()
    .from(saleLine)
    .where(
      and(eq(saleLine.storeId, sql.placeholder('storeId')), eq(saleLine.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const paymentRow = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(
      and(eq(payment.storeId, sql.placeholder('storeId')), eq(payment.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const voidOfSale = prepared((orm) =>
  orm
    .select()
    .from(saleVoid)
    .where(
      and(
        eq(saleVoid.storeId, sql.placeholder('storeId')),
        eq(saleVoid.saleId, sql.placeholder('saleId')),
      ),
    )
    .limit(1)
    .prepare(),
);

const paymentsOfSale = prepared((orm) =>
  orm
    .select()
    .from(payment)
    .where(
      and(
        eq(payment.storeId, sql.placeholder('storeId')),
        eq(payment.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(asc(payment.id))
    .prepare(),
);

const linesOfSale = prepared((orm) =>
  orm
    .select()
    .from(saleLine)
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.saleId, sql.placeholder('saleId')),
      ),
    )
    .orderBy(asc(saleLine.position))
    .prepare(),
);

const saleOfPiece = prepared((orm) =>
  orm
    .select({ number: sale.number })
    .from(saleLine)
    .innerJoin(sale, and(eq(sale.storeId, saleLine.storeId), eq(sale.id, saleLine.saleId)))
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.pieceId, sql.placeholder('pieceId')),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${sale.storeId} and ${saleVoid.saleId} = ${sale.id})`,
      ),
    )
    .orderBy(desc(sale.completedAtMs))
    .limit(1)
    .prepare(),
);

const recentSales = prepared((orm) =>
  orm
    .select()
    .from(sale)
    .where(eq(sale.storeId, sql.placeholder('storeId')))
    .orderBy(desc(sale.completedAtMs))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const salesOfDate = prepared((orm) =>
  orm
    .select()
    .from(sale)
    .where(
      and(
        eq(sale.storeId, sql.placeholder('storeId')),
        eq(sale.businessDate, sql.placeholder('businessDate')),
      ),
    )
    .orderBy(desc(sale.completedAtMs))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const salesOfCustomer = prepared((orm) =>
  orm
    .select()
    .from(sale)
    .where(and(eq(sale.storeId, sql.placeholder('storeId')), countsForCustomer))
    .orderBy(desc(sale.completedAtMs))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const salesByNumber = prepared((orm) =>
  orm
    .select()
    .from(sale)
    .where(
      and(
        eq(sale.storeId, sql.placeholder('storeId')),
        gte(sale.number, sql.placeholder('from')),
        sql`${sale.number} < ${sql.placeholder('to')}`,
      ),
    )
    .orderBy(asc(sale.number))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
