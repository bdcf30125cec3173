import { createHash } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SaleLineDraft } from '#shared/imports/drafts.ts';
import { goodsOf } from '#shared/imports/sale-row.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { importedSale, importedSaleLine, importedSaleUndo } from './tables.ts';

/** The source of a file whose maker nobody knows. */
export const UNKNOWN_SOURCE = 'file';

/**
 * The line that a row of a file has become before; undefined where there is none, or an undo took it back. Rows that say
 * the same are told apart by how many came before.
 */
export function findImportedLine(
  db: ReadDb,
  draft: SaleLineDraft,
  sameBefore: number,
  source: string | null,
): string | undefined {
  return lineByKey(db).get({
    storeId: db.storeId,
    externalId: draft.saleNumber,
    source: source ?? UNKNOWN_SOURCE,
    rowKey: rowKeyOf(draft, sameBefore),
  })?.lineId;
}

/** The sale that rows of one number belong to, undone or not. */
export function findImportedSale(
  db: ReadDb,
  saleNumber: string,
  source: string | null,
): string | undefined {
  return saleByKey(db).get({
    storeId: db.storeId,
    externalId: saleNumber,
    source: source ?? UNKNOWN_SOURCE,
  })?.saleId;
}

/** What a row says about its goods, short; whose they were is not in it. */
export function rowKeyOf(draft: SaleLineDraft, sameBefore: number): string {
  const said = `${goodsOf(draft)} ${sameBefore}`;
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}

const ofSale = and(
  eq(importedSale.storeId, sql.placeholder('storeId')),
  eq(importedSale.externalId, sql.placeholder('externalId')),
  eq(importedSale.source, sql.placeholder('source')),
);

const saleByKey = prepared((orm) =>
  orm.select({ saleId: importedSale.id }).from(importedSale).where(ofSale).limit(1).prepare(),
);

const lineByKey = prepared((orm) =>
  orm
    .select({ lineId: importedSaleLine.id })
    .from(importedSale)
    .innerJoin(
      importedSaleLine,
      and(
        eq(importedSaleLine.storeId, importedSale.storeId),
        eq(importedSaleLine.importedSaleId, importedSale.id),
      ),
    )
    .leftJoin(
      importedSaleUndo,
      and(
        eq(importedSaleUndo.storeId, importedSaleLine.storeId),
        eq(importedSaleUndo.importedSaleLineId, importedSaleLine.id),
      ),
    )
    .where(
      and(
        ofSale,
        eq(importedSaleLine.rowKey, sql.placeholder('rowKey')),
        isNull(importedSaleUndo.id),
      ),
    )
    .limit(1)
    .prepare(),
);
