import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { RepriceId, RepriceSummary } from '#shared/stock/reprice/contract.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { reprice, repriceLine, type StoredRule } from './tables.ts';

/** The document; undefined where there is none. */
export function findReprice(db: ReadDb, repriceId: string) {
  return repriceById(db).get({ storeId: db.storeId, repriceId });
}

/** Lines of a reprice that no undo has taken back yet, in the order in which they were written. */
export function listStandingLines(db: ReadDb, repriceId: string) {
  return standingLines(db).all({ storeId: db.storeId, repriceId });
}

/** The newest reprices first. */
export function listReprices(db: ReadDb): readonly RepriceSummary[] {
  const { storeId } = db;
  return newest(db)
    .all({ storeId })
    .map((row) => {
      const { rule, ending } = JSON.parse(row.rule) as StoredRule;
      return {
        repriceId: row.id as RepriceId,
        undoesId: row.undoesId as RepriceId | null,
        rule,
        ending,
        pieceCount: lineCount(db).get({ storeId, repriceId: row.id })?.n ?? 0,
        undoneCount: undoneCount(db).get({ storeId, repriceId: row.id })?.n ?? 0,
        staffId: row.staffId,
        atMs: row.atMs,
      };
    });
}

const LISTED = 50;

const repriceById = prepared((orm) =>
  orm
    .select()
    .from(reprice)
    .where(
      and(
        eq(reprice.storeId, sql.placeholder('storeId')),
        eq(reprice.id, sql.placeholder('repriceId')),
      ),
    )
    .prepare(),
);

const standingLines = prepared((orm) =>
  orm
    .select({
      pieceId: repriceLine.pieceId,
      fromCents: repriceLine.fromCents,
      toCents: repriceLine.toCents,
    })
    .from(repriceLine)
    .where(
      and(
        eq(repriceLine.storeId, sql.placeholder('storeId')),
        eq(repriceLine.repriceId, sql.placeholder('repriceId')),
        sql`not exists (select 1 from reprice_line undo_line join reprice undo on undo.store_id = undo_line.store_id
          and undo.id = undo_line.reprice_id where undo_line.store_id = ${repriceLine.storeId}
          and undo_line.piece_id = ${repriceLine.pieceId} and undo.undoes_id = ${repriceLine.repriceId})`,
      ),
    )
    .orderBy(repriceLine.id)
    .prepare(),
);

const newest = prepared((orm) =>
  orm
    .select()
    .from(reprice)
    .where(eq(reprice.storeId, sql.placeholder('storeId')))
    .orderBy(desc(reprice.atMs), desc(reprice.id))
    .limit(LISTED)
    .prepare(),
);

const lineCount = prepared((orm) =>
  orm
    .select({ n: count() })
    .from(repriceLine)
    .where(
      and(
        eq(repriceLine.storeId, sql.placeholder('storeId')),
        eq(repriceLine.repriceId, sql.placeholder('repriceId')),
      ),
    )
    .prepare(),
);

const undoneCount = prepared((orm) =>
  orm
    .select({ n: count() })
    .from(reprice)
    .innerJoin(
      repriceLine,
      and(eq(repriceLine.storeId, reprice.storeId), eq(repriceLine.repriceId, reprice.id)),
    )
    .where(
      and(
        eq(reprice.storeId, sql.placeholder('storeId')),
        eq(reprice.undoesId, sql.placeholder('repriceId')),
      ),
    )
    .prepare(),
);
