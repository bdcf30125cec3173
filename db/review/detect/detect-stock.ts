import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { ONE } from '#shared/money.ts';
import type { ReviewDocument } from '#shared/review/kinds.ts';
import { saleLine, saleVoid } from '../../sales/tables.ts';
import { piece, pieceState, stockMovement } from '../../stock/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { idsIn, type TouchedCells } from '../touched-rows.ts';
import type { Detector } from './detector.ts';

const byPiece = {
  piece: (row: TouchedCells) => idsIn(row, 'id'),
  stock_movement: (row: TouchedCells) => idsIn(row, 'pieceId'),
};

/**
 * M6: one of one left by more sales than it came back from. Sold, brought back and sold again is no trouble, so sums
 * decide whether, and the sales that stand say who.
 */
export const pieceSoldTwice: Detector = {
  kind: 'piece_sold_twice',
  subjectsOf: byPiece,
  find: (db, pieceId) => (isSoldTwice(db, pieceId) ? salesOf(db, pieceId) : []),
  candidates: (db) =>
    netSoldAbove(db)
      .all({ most: ONE })
      .map((row) => row.pieceId),
};

/** More left than there was, and not by two sales of one piece: then there is one task and not two. */
export const stockBelowZero: Detector = {
  kind: 'stock_below_zero',
  subjectsOf: byPiece,
  find: (db, pieceId) => {
    const left = sums(db).get({ storeId: db.storeId, pieceId })?.left ?? 0;
    return left < 0 && kindOf(db, pieceId) !== undefined && !isSoldTwice(db, pieceId)
      ? overdrawing(db, pieceId)
      : [];
  },
  candidates: (db) =>
    belowZero(db)
      .all()
      .map((row) => row.pieceId),
};

/** Two pieces that are here carry one stock number, in any case of letters: a scan cannot tell them apart. */
export const stockNumberTwice: Detector = {
  kind: 'stock_number_twice',
  subjectsOf: {
    piece: (row, db) => idsIn(row, 'id').flatMap((id) => numberOf(db, id)),
    stock_movement: (row, db) => idsIn(row, 'pieceId').flatMap((id) => numberOf(db, id)),
  },
  find: (db, stockNumber) => {
    const pieces = hereWithNumber(db).all({ storeId: db.storeId, stockNumber });
    return pieces.length > 1
      ? pieces.map(({ id }) => ({ documentKind: 'piece', documentId: id }))
      : [];
  },
  candidates: (db) =>
    numbersTwice(db)
      .all()
      .map((row) => row.stockNumber),
};

function isSoldTwice(db: ReadDb, pieceId: string): boolean {
  const sold = sums(db).get({ storeId: db.storeId, pieceId })?.sold ?? 0;
  return sold > ONE && kindOf(db, pieceId) === 'piece';
}

/** Undefined until the piece itself has arrived. */
function kindOf(db: ReadDb, pieceId: string) {
  return pieceRow(db).get({ storeId: db.storeId, pieceId })?.kind;
}

/** Letters as SQLite folds them when it looks a number up: those of ASCII. */
function numberOf(db: ReadDb, pieceId: string): readonly string[] {
  const number = pieceRow(db).get({ storeId: db.storeId, pieceId })?.stockNumber;
  return number === undefined
    ? []
    : [number.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())];
}

function salesOf(db: ReadDb, pieceId: string): readonly ReviewDocument[] {
  const standing = standingSales(db).all({ storeId: db.storeId, pieceId });
  // A return without its receipt names no line: then every sale of the piece is shown.
  const sales = standing.length > 1 ? standing : soldIn(db).all({ storeId: db.storeId, pieceId });
  return sales.flatMap(({ saleId }) =>
    saleId === null ? [] : [{ documentKind: 'sale' as const, documentId: saleId }],
  );
}

/** The movements that took what was not there, in the order of their own times. */
function overdrawing(db: ReadDb, pieceId: string): readonly ReviewDocument[] {
  const rows = db.orm.all<{ id: string; saleId: string | null }>(sql`
    select id, "saleId" from (
      select ${stockMovement.id} as id, ${stockMovement.quantityThousandths} as moved,
        case when ${stockMovement.documentKind} = 'sale' then ${stockMovement.documentId} end as "saleId",
        sum(${stockMovement.quantityThousandths}) over (order by ${stockMovement.atMs}, ${stockMovement.id}) as left_over
      from ${stockMovement}
      where ${stockMovement.storeId} = ${db.storeId} and ${stockMovement.pieceId} = ${pieceId})
    where moved < 0 and left_over < 0`);
  return rows.map(({ id, saleId }) =>
    saleId === null
      ? { documentKind: 'stock_movement', documentId: id }
      : { documentKind: 'sale', documentId: saleId },
  );
}

const ownMovements = and(
  eq(stockMovement.storeId, sql.placeholder('storeId')),
  eq(stockMovement.pieceId, sql.placeholder('pieceId')),
);
const isSale = inArray(stockMovement.kind, ['sold', 'sale_voided', 'returned', 'return_voided']);

const sums = prepared((orm) =>
  orm
    .select({
      left: sql<number>`coalesce(sum(${stockMovement.quantityThousandths}), 0)`,
      sold: sql<number>`coalesce(-sum(case when ${isSale} then ${stockMovement.quantityThousandths} end), 0)`,
    })
    .from(stockMovement)
    .where(ownMovements)
    .prepare(),
);

const pieceRow = prepared((orm) =>
  orm
    .select({ kind: piece.kind, stockNumber: piece.stockNumber })
    .from(piece)
    .where(
      and(eq(piece.storeId, sql.placeholder('storeId')), eq(piece.id, sql.placeholder('pieceId'))),
    )
    .prepare(),
);

const standingSales = prepared((orm) =>
  orm
    .selectDistinct({ saleId: saleLine.saleId })
    .from(saleLine)
    .where(
      and(
        eq(saleLine.storeId, sql.placeholder('storeId')),
        eq(saleLine.pieceId, sql.placeholder('pieceId')),
        sql`${saleLine.quantityThousandths} > 0`,
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = ${saleLine.storeId} and ${saleVoid.saleId} = ${saleLine.saleId})`,
        sql`${saleLine.quantityThousandths} > -coalesce((
          select sum(back.quantity_thousandths) from ${saleLine} as back
          where back.store_id = ${saleLine.storeId} and back.original_line_id = ${saleLine.id}
            and not exists (select 1 from ${saleVoid} where ${saleVoid.storeId} = back.store_id and ${saleVoid.saleId} = back.sale_id)), 0)`,
      ),
    )
    .orderBy(saleLine.saleId)
    .prepare(),
);

const soldIn = prepared((orm) =>
  orm
    .selectDistinct({ saleId: stockMovement.documentId })
    .from(stockMovement)
    .where(
      and(ownMovements, eq(stockMovement.kind, 'sold'), eq(stockMovement.documentKind, 'sale')),
    )
    .orderBy(stockMovement.documentId)
    .prepare(),
);

const hereWithNumber = prepared((orm) =>
  orm
    .select({ id: piece.id })
    .from(piece)
    .innerJoin(pieceState, eq(pieceState.pieceId, piece.id))
    .where(
      and(
        eq(piece.storeId, sql.placeholder('storeId')),
        sql`${piece.stockNumber} = ${sql.placeholder('stockNumber')} collate nocase`,
        isNull(piece.archivedAtMs),
        inArray(pieceState.status, ['in_stock', 'on_approval', 'inspection']),
      ),
    )
    .orderBy(piece.id)
    .prepare(),
);

const netSoldAbove = prepared((orm) =>
  orm
    .select({ pieceId: stockMovement.pieceId })
    .from(stockMovement)
    .innerJoin(
      piece,
      and(
        eq(piece.storeId, stockMovement.storeId),
        eq(piece.id, stockMovement.pieceId),
        eq(piece.kind, 'piece'),
      ),
    )
    .where(isSale)
    .groupBy(stockMovement.pieceId)
    .having(sql`-sum(${stockMovement.quantityThousandths}) > ${sql.placeholder('most')}`)
    .prepare(),
);

const belowZero = prepared((orm) =>
  orm
    .select({ pieceId: stockMovement.pieceId })
    .from(stockMovement)
    .groupBy(stockMovement.pieceId)
    .having(sql`sum(${stockMovement.quantityThousandths}) < 0`)
    .prepare(),
);

const numbersTwice = prepared((orm) =>
  orm
    .select({ stockNumber: sql<string>`lower(${piece.stockNumber})` })
    .from(piece)
    .where(isNull(piece.archivedAtMs))
    .groupBy(sql`${piece.stockNumber} collate nocase`)
    .having(sql`count(*) > 1`)
    .prepare(),
);
