import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ImportedSale, ImportedSales } from '#shared/imports/imported-sale.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { importedSale, importedSaleLine, importedSaleUndo } from './tables.ts';

/** More than a page shows; the sums are over all of them. */
const MOST_SHOWN = 100;

/** What a customer bought before this program, newest first, with the sum over all of it. No part of any balance. */
export function listImportedSales(db: ReadDb, customerId: string): ImportedSales {
  const { storeId } = db;
  const sums = sumsOfCustomer(db).get({ storeId, customerId });
  return {
    rows: salesOfCustomer(db).all({ storeId, customerId }).map(saleOf),
    saleCount: sums?.saleCount ?? 0,
    boughtCents: sums?.boughtCents ?? 0,
  };
}

/** Past sales of a number of the old system or with a stock number, newest first; '' finds none. */
export function findImportedSales(db: ReadDb, text: string): readonly ImportedSale[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  return salesByNumber(db).all({ storeId: db.storeId, wanted }).map(saleOf);
}

interface FoundSale extends Omit<ImportedSale, 'soldTime'> {
  readonly soldTime: string | null;
}

function saleOf({ soldTime, ...sale }: FoundSale): ImportedSale {
  return { ...sale, ...(soldTime !== null && { soldTime }) };
}

const standing = isNull(importedSaleUndo.id);
const ofSale = and(
  eq(importedSaleLine.storeId, importedSale.storeId),
  eq(importedSaleLine.importedSaleId, importedSale.id),
);
const ofLine = and(
  eq(importedSaleUndo.storeId, importedSaleLine.storeId),
  eq(importedSaleUndo.importedSaleLineId, importedSaleLine.id),
);
const ofCustomer = and(
  eq(importedSale.storeId, sql.placeholder('storeId')),
  eq(importedSale.customerId, sql.placeholder('customerId')),
);

const shown = {
  importedSaleId: importedSale.id,
  source: importedSale.source,
  number: importedSale.externalId,
  soldOn: importedSale.soldOn,
  soldTime: importedSale.soldTime,
  customerName: importedSale.customerName,
  lineCount: sql<number>`count(*)`,
  firstLine: sql<string>`min(${importedSaleLine.description})`,
  netCents: sql<number>`sum(${importedSaleLine.netCents})`,
  taxCents: sql<number>`sum(${importedSaleLine.taxCents})`,
};

const salesOfCustomer = prepared((orm) =>
  orm
    .select(shown)
    .from(importedSale)
    .innerJoin(importedSaleLine, ofSale)
    .leftJoin(importedSaleUndo, ofLine)
    .where(and(ofCustomer, standing))
    .groupBy(importedSale.id)
    .orderBy(desc(importedSale.soldOn), desc(importedSale.soldTime))
    .limit(MOST_SHOWN)
    .prepare(),
);

const sumsOfCustomer = prepared((orm) =>
  orm
    .select({
      saleCount: sql<number>`count(distinct ${importedSale.id})`,
      boughtCents: sql<number>`coalesce(sum(${importedSaleLine.netCents}), 0)`,
    })
    .from(importedSale)
    .innerJoin(importedSaleLine, ofSale)
    .leftJoin(importedSaleUndo, ofLine)
    .where(and(ofCustomer, standing))
    .prepare(),
);

const salesByNumber = prepared((orm) =>
  orm
    .select(shown)
    .from(importedSale)
    .innerJoin(importedSaleLine, ofSale)
    .leftJoin(importedSaleUndo, ofLine)
    .where(
      and(
        eq(importedSale.storeId, sql.placeholder('storeId')),
        standing,
        or(
          eq(importedSale.externalId, sql.placeholder('wanted')),
          inArray(
            importedSale.id,
            orm
              .select({ id: importedSaleLine.importedSaleId })
              .from(importedSaleLine)
              .where(
                and(
                  eq(importedSaleLine.storeId, sql.placeholder('storeId')),
                  sql`${importedSaleLine.stockNumber} = ${sql.placeholder('wanted')} collate nocase`,
                  sql`${importedSaleLine.stockNumber} <> ''`,
                ),
              ),
          ),
        ),
      ),
    )
    .groupBy(importedSale.id)
    .orderBy(desc(importedSale.soldOn), desc(importedSale.soldTime))
    .limit(MOST_SHOWN)
    .prepare(),
);
