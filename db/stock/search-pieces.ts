import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { foldForSearch } from '#shared/search-text.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import type { PieceStatus } from '#shared/stock/piece-status.ts';
import { MOST_RANKED, prefixMatch } from '../write-path/prefix-match.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { findByCode, type PieceListRow, pieceListColumns, summaryOf } from './find-piece.ts';
import { pieceFts } from './index-piece.ts';
import { piece, pieceState } from './tables.ts';

export interface SearchPiecesInput {
  readonly text: string;
  readonly status?: PieceStatus | undefined;
  /** 50 where it is left out. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface FoundPieces {
  readonly rows: readonly PieceSummary[];
  /** How many there are in all, beyond this page. */
  readonly total: number;
}

/**
 * Pieces by stock number, description, category, vendor or style, accents aside; best first: the exact number, the
 * beginning of a number, rest; within each what is in stock, then the newest. An empty text lists all, newest first.
 * The first 500 hits are ranked, the rest follow newest first.
 */
export function searchPieces(
  db: ReadDb,
  { text, status, limit = 50, offset = 0 }: SearchPiecesInput,
): FoundPieces {
  const folded = foldForSearch(text.slice(0, 200));
  const match = prefixMatch(folded);
  const wanted = { storeId: db.storeId, status: status ?? null };
  if (match === '') {
    const rows = allPieces(db).all({ ...wanted, limit, offset });
    return { rows: rows.map(summaryOf), total: countAll(db, status) };
  }
  const hits = matches(db).all({ ...wanted, match, limit: MOST_RANKED, offset: 0 });
  const ranked = rankHits(db, text, folded, hits, status);
  const isAll = hits.length < MOST_RANKED;
  const total = isAll ? ranked.length : (countMatches(db).get({ ...wanted, match })?.n ?? 0);
  if (offset < hits.length || isAll) return { rows: ranked.slice(offset, offset + limit), total };
  return {
    rows: matches(db)
      .all({ ...wanted, match, limit, offset })
      .map(summaryOf),
    total,
  };
}

function rankHits(
  db: ReadDb,
  text: string,
  folded: string,
  hits: readonly PieceListRow[],
  status: PieceStatus | undefined,
): readonly PieceSummary[] {
  const exact = findByCode(db, text).filter((hit) => !status || hit.status === status);
  const seen = new Set(exact.map((hit) => hit.pieceId));
  const rest = hits.map(summaryOf).filter((hit) => !seen.has(hit.pieceId));
  const ranked = rest
    .map((hit) => ({ hit, rank: rankOf(hit, folded) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ hit }) => hit);
  return [...exact, ...ranked];
}

function rankOf(hit: PieceSummary, folded: string): number {
  const isNumber = foldForSearch(hit.stockNumber).startsWith(folded);
  return (isNumber ? 0 : 2) + (hit.status === 'in_stock' ? 0 : 1);
}

/** Each way has the count that reads least: the index of words, the small rows of states. */
function countAll(db: ReadDb, status: PieceStatus | undefined): number {
  if (!status) return countListed(db).get()?.n ?? 0;
  return countByStatus(db).get({ status })?.n ?? 0;
}

const isWanted = and(
  sql`(${sql.placeholder('status')} is null or ${pieceState.status} = ${sql.placeholder('status')})`,
  eq(piece.storeId, sql.placeholder('storeId')),
  isNull(piece.archivedAtMs),
);

const matches = prepared((orm) =>
  orm
    .select(pieceListColumns)
    .from(pieceFts)
    .innerJoin(pieceState, eq(pieceState.seq, pieceFts.rowid))
    .innerJoin(piece, eq(piece.id, pieceState.pieceId))
    .where(and(sql`${pieceFts} match ${sql.placeholder('match')}`, isWanted))
    .orderBy(desc(pieceFts.rowid))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countMatches = prepared((orm) =>
  orm
    .select({ n: count() })
    .from(pieceFts)
    .innerJoin(pieceState, eq(pieceState.seq, pieceFts.rowid))
    .where(
      and(
        sql`${pieceFts} match ${sql.placeholder('match')}`,
        sql`(${sql.placeholder('status')} is null or ${pieceState.status} = ${sql.placeholder('status')})`,
      ),
    )
    .prepare(),
);

// A cross join keeps its order: from the newest state to its piece, and no sort of the whole stock.
const allPieces = prepared((orm) =>
  orm
    .select(pieceListColumns)
    .from(pieceState)
    .crossJoin(piece)
    .where(and(eq(piece.id, pieceState.pieceId), isWanted))
    .orderBy(desc(pieceState.seq))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countListed = prepared((orm) => orm.select({ n: count() }).from(pieceFts).prepare());

const countByStatus = prepared((orm) =>
  orm
    .select({ n: count() })
    .from(pieceState)
    .where(
      and(
        eq(pieceState.status, sql.placeholder('status')),
        sql`exists (select 1 from ${pieceFts} where ${pieceFts.rowid} = ${pieceState.seq})`,
      ),
    )
    .prepare(),
);
