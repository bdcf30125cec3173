import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { PieceId } from '#shared/ids.ts';
import { type Cents, cents } from '#shared/money.ts';
import { encodeCost } from '#shared/stock/tags/coded-cost.ts';
import type { PieceTag, TagSettings, WaitingTag } from '#shared/stock/tags/contract.ts';
import { findTagPrinter } from '../../settings/register-settings.ts';
import { findCodeWord, getTagTerms } from '../../settings/tag-terms.ts';
import { NO_TAG_YET, piece, pieceState } from '../../stock/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';

/** How tags are made here. The code word only where `seesCost`: with it, every tag in the case tells its cost. */
export function findTagSettings(db: ReadDb, seesCost: boolean): TagSettings {
  const terms = getTagTerms(db);
  return {
    terms: seesCost ? terms : { ...terms, codeWord: null },
    hasCodeWord: terms.codeWord !== null,
    printer: findTagPrinter(db),
  };
}

/** Pieces as their tags show them now, in the order asked for; those that are not there are left out. */
export function listPieceTags(db: ReadDb, pieceIds: readonly string[]): readonly PieceTag[] {
  const word = getTagTerms(db).printsCost ? findCodeWord(db) : undefined;
  return pieceIds.flatMap((pieceId) => {
    const row = pieceForTag(db).get({ storeId: db.storeId, pieceId });
    if (!row) return [];
    const { costCents, tagPriceCents, description, stockNumber, taggedCents } = row;
    const codedCost =
      word === undefined || costCents === null ? null : encodeCost(cents(costCents), word);
    const priceCents = cents(tagPriceCents);
    const words = description;
    const id = row.pieceId as PieceId;
    return [{ pieceId: id, stockNumber, description, words, priceCents, codedCost, taggedCents }];
  });
}

/** Pieces in stock whose tag says another price than their own, or that have none yet, by stock number. */
export function listWaitingTags(
  db: ReadDb,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly rows: readonly WaitingTag[]; readonly total: number } {
  const { storeId } = db;
  const rows = waitingTags(db).all({ storeId, limit, offset });
  return {
    rows: rows.map((row) => ({
      ...row,
      pieceId: row.pieceId as PieceId,
      tagPriceCents: cents(row.tagPriceCents),
      taggedCents: priceOnTag(row.taggedCents),
    })),
    total: countWaiting(db).get({ storeId })?.n ?? 0,
  };
}

function priceOnTag(taggedCents: number | null): Cents | null {
  return taggedCents === null || taggedCents === NO_TAG_YET ? null : cents(taggedCents);
}

const pieceForTag = prepared((orm) =>
  orm
    .select({
      pieceId: piece.id,
      stockNumber: piece.stockNumber,
      description: piece.description,
      costCents: piece.costCents,
      tagPriceCents: piece.tagPriceCents,
      taggedCents: piece.taggedCents,
    })
    .from(piece)
    .where(
      and(
        eq(piece.storeId, sql.placeholder('storeId')),
        eq(piece.id, sql.placeholder('pieceId')),
        isNull(piece.archivedAtMs),
      ),
    )
    .prepare(),
);

/** In the words of the index `piece_to_tag`, which holds only these. */
const waits = and(
  sql`${piece.taggedCents} <> ${piece.tagPriceCents}`,
  isNull(piece.archivedAtMs),
  eq(piece.storeId, sql.placeholder('storeId')),
  eq(pieceState.pieceId, piece.id),
  eq(pieceState.status, 'in_stock'),
);

const waitingTags = prepared((orm) =>
  orm
    .select({
      pieceId: piece.id,
      stockNumber: piece.stockNumber,
      description: piece.description,
      tagPriceCents: piece.tagPriceCents,
      taggedCents: piece.taggedCents,
    })
    .from(piece)
    .crossJoin(pieceState)
    .where(waits)
    .orderBy(asc(sql`${piece.stockNumber} collate nocase`), asc(piece.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countWaiting = prepared((orm) =>
  orm
    .select({ n: sql<number>`count(*)` })
    .from(piece)
    .crossJoin(pieceState)
    .where(waits)
    .prepare(),
);
