import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { PieceId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { foldForSearch } from '#shared/search-text.ts';
import {
  MOST_PREVIEWED,
  type RepricePreview,
  type RepriceRow,
  type RepriceScope,
} from '#shared/stock/reprice/contract.ts';
import { type PriceEnding, type PriceRule, priceUnder } from '#shared/stock/reprice/price-rule.ts';
import { prefixMatch } from '../../write-path/prefix-match.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { pieceFts } from '../index-piece.ts';
import { piece, pieceState } from '../tables.ts';

/**
 * What a rule would do to the pieces in stock that have all of what is asked for, by stock number. Those whose price
 * stays are left out; those that have none under the rule are answered without one.
 */
export function previewReprice(
  db: ReadDb,
  {
    scope,
    rule,
    ending,
  }: { readonly scope: RepriceScope; readonly rule: PriceRule; readonly ending: PriceEnding },
): RepricePreview {
  const match = prefixMatch(foldForSearch(scope.words));
  const { category, vendor } = scope;
  const wanted = { storeId: db.storeId, category, vendor, limit: MOST_PREVIEWED + 1 };
  const found = match === '' ? inScope(db).all(wanted) : inWords(db).all({ ...wanted, match });
  const looked = found.slice(0, MOST_PREVIEWED);
  const rows = looked.map((row): RepriceRow => {
    const fromCents = cents(row.tagPriceCents);
    const costCents = row.costCents === null ? null : cents(row.costCents);
    const toCents = priceUnder({ tagPriceCents: fromCents, costCents }, rule, ending) ?? null;
    const { stockNumber, description } = row;
    return {
      pieceId: row.pieceId as PieceId,
      stockNumber,
      description,
      costCents,
      fromCents,
      toCents,
    };
  });
  return {
    rows: rows.filter(({ fromCents, toCents }) => fromCents !== toCents),
    looked: looked.length,
    tooMany: found.length > MOST_PREVIEWED,
  };
}

/** Categories and vendors of what is in stock, by name. */
export function repriceChoices(db: ReadDb): {
  readonly categories: readonly string[];
  readonly vendors: readonly string[];
} {
  const { storeId } = db;
  const names = (rows: readonly { readonly name: string }[]) =>
    rows.map(({ name }) => name).filter((name) => name !== '');
  return {
    categories: names(categories(db).all({ storeId })),
    vendors: names(vendors(db).all({ storeId })),
  };
}

const columns = {
  pieceId: piece.id,
  stockNumber: piece.stockNumber,
  description: piece.description,
  costCents: piece.costCents,
  tagPriceCents: piece.tagPriceCents,
};

const inStock = and(
  eq(piece.storeId, sql.placeholder('storeId')),
  eq(piece.id, pieceState.pieceId),
  eq(pieceState.status, 'in_stock'),
  isNull(piece.archivedAtMs),
);
const scoped = and(
  inStock,
  sql`(${sql.placeholder('category')} is null or ${piece.category} = ${sql.placeholder('category')})`,
  sql`(${sql.placeholder('vendor')} is null or ${piece.vendor} = ${sql.placeholder('vendor')})`,
);
const byNumber = [asc(sql`${piece.stockNumber} collate nocase`), asc(piece.id)];

const inScope = prepared((orm) =>
  orm
    .select(columns)
    .from(pieceState)
    .crossJoin(piece)
    .where(scoped)
    .orderBy(...byNumber)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const inWords = prepared((orm) =>
  orm
    .select(columns)
    .from(pieceFts)
    .innerJoin(pieceState, eq(pieceState.seq, pieceFts.rowid))
    .innerJoin(piece, eq(piece.id, pieceState.pieceId))
    .where(and(sql`${pieceFts} match ${sql.placeholder('match')}`, scoped))
    .orderBy(...byNumber)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const categories = prepared((orm) =>
  orm
    .selectDistinct({ name: piece.category })
    .from(pieceState)
    .crossJoin(piece)
    .where(inStock)
    .orderBy(asc(piece.category))
    .prepare(),
);

const vendors = prepared((orm) =>
  orm
    .selectDistinct({ name: piece.vendor })
    .from(pieceState)
    .crossJoin(piece)
    .where(inStock)
    .orderBy(asc(piece.vendor))
    .prepare(),
);
