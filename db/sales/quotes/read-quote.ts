import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { CustomerId, Id, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { Cart } from '#shared/sales/cart.ts';
import type { QuoteSummary } from '#shared/sales/quotes/contract.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { quote } from '../counter-tables.ts';
import { sale, saleVoid } from '../tables.ts';
import { findQuote, type QuoteRow } from './find-quote.ts';

/** A quote with its cart, to be sent where the customer says then; null when there is none. */
export function readQuote(db: ReadDb, quoteId: string, businessDate: string) {
  const row = findQuote(db, quoteId);
  if (!row) return null;
  return {
    quote: summaryOf(db, row, businessDate),
    cart: { ...cartOf(row), shipTo: null },
    note: row.note,
  };
}

/** How long a quote stays in the list after its last day: a customer who comes late is still found. */
const DAYS_SHOWN_AFTER = 30;

/** Quotes that hold or ended lately, sold ones too, newest first; or all of a customer. */
export function listQuotes(
  db: ReadDb,
  businessDate: string,
  customerId?: string,
): readonly QuoteSummary[] {
  const { storeId } = db;
  if (customerId !== undefined)
    return quotesOfCustomer(db)
      .all({ storeId, customerId })
      .map((row) => summaryOf(db, row, businessDate));
  const since = Temporal.PlainDate.from(businessDate)
    .subtract({ days: DAYS_SHOWN_AFTER })
    .toString();
  return quotesSince(db)
    .all({ storeId, since })
    .map((row) => summaryOf(db, row, businessDate));
}

function cartOf({ body }: QuoteRow): Cart {
  return JSON.parse(body) as Cart;
}

function summaryOf(db: ReadDb, row: QuoteRow, businessDate: string): QuoteSummary {
  const { lines } = cartOf(row);
  const customer = row.customerId === null ? undefined : findCustomerBrief(db, row.customerId);
  const sold = saleOfQuote(db).get({ storeId: db.storeId, quoteId: row.id });
  return {
    quoteId: row.id as Id<'quote'>,
    number: row.number,
    customerId: row.customerId as CustomerId | null,
    customerName: customer?.name ?? null,
    firstLine: lines[0]?.description ?? '',
    lineCount: lines.length,
    totalCents: row.totalCents as Cents,
    madeOn: row.businessDate,
    expiresOn: row.expiresOn,
    expired: row.expiresOn < businessDate,
    soldAs: (sold?.id ?? null) as SaleId | null,
  };
}

const quotesSince = prepared((orm) =>
  orm
    .select()
    .from(quote)
    .where(
      and(
        eq(quote.storeId, sql.placeholder('storeId')),
        gte(quote.expiresOn, sql.placeholder('since')),
      ),
    )
    .orderBy(desc(quote.atMs))
    .prepare(),
);

const quotesOfCustomer = prepared((orm) =>
  orm
    .select()
    .from(quote)
    .where(
      and(
        eq(quote.storeId, sql.placeholder('storeId')),
        eq(quote.customerId, sql.placeholder('customerId')),
      ),
    )
    .orderBy(desc(quote.atMs))
    .prepare(),
);

const saleOfQuote = prepared((orm) =>
  orm
    .select({ id: sale.id })
    .from(sale)
    .where(
      and(
        eq(sale.storeId, sql.placeholder('storeId')),
        eq(sale.quoteId, sql.placeholder('quoteId')),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${sale.storeId}
          and ${saleVoid.saleId} = ${sale.id})`,
      ),
    )
    .limit(1)
    .prepare(),
);
