import { and, eq, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { quote } from '../counter-tables.ts';
import { sale, saleLine, saleVoid } from '../tables.ts';

export type QuoteRow = typeof quote.$inferSelect;

/** A quote as it was given; undefined when there is none. */
export function findQuote(db: ReadDb, quoteId: string): QuoteRow | undefined {
  return quoteById(db).get({ storeId: db.storeId, id: quoteId });
}

/** A line that was sold under a quote, as far as it tells which of the quoted ones it was. */
export type SoldOfQuote = ReturnType<typeof listSoldOfQuote>[number];

/** What sales that stand took of a quote. */
export function listSoldOfQuote(db: ReadDb, quoteId: string) {
  return soldOfQuote(db).all({ storeId: db.storeId, quoteId });
}

const soldOfQuote = prepared((orm) =>
  orm
    .select({
      pieceId: saleLine.pieceId,
      kind: saleLine.kind,
      description: saleLine.description,
      quantityThousandths: saleLine.quantityThousandths,
      tagPriceCents: saleLine.tagPriceCents,
    })
    .from(sale)
    .innerJoin(saleLine, and(eq(saleLine.storeId, sale.storeId), eq(saleLine.saleId, sale.id)))
    .where(
      and(
        eq(sale.storeId, sql.placeholder('storeId')),
        eq(sale.quoteId, sql.placeholder('quoteId')),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${sale.storeId}
          and ${saleVoid.saleId} = ${sale.id})`,
      ),
    )
    .prepare(),
);

const quoteById = prepared((orm) =>
  orm
    .select()
    .from(quote)
    .where(and(eq(quote.storeId, sql.placeholder('storeId')), eq(quote.id, sql.placeholder('id'))))
    .prepare(),
);
