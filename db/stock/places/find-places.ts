import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { readPrintedCode } from '#shared/document-number.ts';
import type { PieceId } from '#shared/ids.ts';
import type { Place, PlaceId, PutAwayScan } from '#shared/stock/places/contract.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import { findByCode } from '../find-piece.ts';
import { piece, pieceState } from '../tables.ts';
import { stockPlace } from './tables.ts';

export interface PlaceName {
  readonly placeId: PlaceId;
  readonly number: string;
  readonly name: string;
}

/** Places in use by name, with the pieces in stock that belong to each. */
export function listPlaces(db: ReadDb): readonly Place[] {
  const counts = new Map(
    pieceCounts(db)
      .all({ storeId: db.storeId })
      .map(({ placeId, n }) => [placeId, n]),
  );
  return placesInUse(db)
    .all({ storeId: db.storeId })
    .map((row) => ({ ...named(row), pieceCount: counts.get(row.id) ?? 0 }));
}

/** A place by its id; one that was taken out of use still has its name. */
export function findPlace(db: ReadDb, placeId: string): PlaceName | undefined {
  const row = placeById(db).get({ storeId: db.storeId, placeId });
  return row && named(row);
}

/** A place in use. */
export function isPlaceInUse(db: ReadDb, placeId: string): boolean {
  return placeById(db).get({ storeId: db.storeId, placeId })?.archivedAtMs === null;
}

/** The place whose label was scanned: its printed code, with the check character. */
export function findPlaceByCode(db: ReadDb, code: string): PlaceName | undefined {
  const printed = readPrintedCode(code);
  if (printed?.kind !== 'place') return undefined;
  const row = placeByNumber(db).get({ storeId: db.storeId, number: printed.number });
  return row && named(row);
}

/** What a scan means to somebody who puts pieces away. */
export function readPutAway(db: ReadDb, { code }: { readonly code: string }): PutAwayScan {
  const place = findPlaceByCode(db, code);
  if (place) return { kind: 'place', placeId: place.placeId, name: place.name };
  const pieces = findByCode(db, code).filter(({ status }) => status === 'in_stock');
  const [first] = pieces;
  if (!first) return { kind: 'unknown' };
  const words = `${first.stockNumber} · ${first.description}`;
  return { kind: 'pieces', pieceIds: pieces.map((each): PieceId => each.pieceId), words };
}

const named = (row: { readonly id: string; readonly number: string; readonly name: string }) => ({
  placeId: row.id as PlaceId,
  number: row.number,
  name: row.name,
});

const placesInUse = prepared((orm) =>
  orm
    .select()
    .from(stockPlace)
    .where(and(eq(stockPlace.storeId, sql.placeholder('storeId')), isNull(stockPlace.archivedAtMs)))
    .orderBy(asc(sql`${stockPlace.name} collate nocase`), asc(stockPlace.id))
    .prepare(),
);

const placeById = prepared((orm) =>
  orm
    .select()
    .from(stockPlace)
    .where(
      and(
        eq(stockPlace.storeId, sql.placeholder('storeId')),
        eq(stockPlace.id, sql.placeholder('placeId')),
      ),
    )
    .prepare(),
);

const placeByNumber = prepared((orm) =>
  orm
    .select()
    .from(stockPlace)
    .where(
      and(
        eq(stockPlace.storeId, sql.placeholder('storeId')),
        sql`${stockPlace.number} = ${sql.placeholder('number')} collate nocase`,
        isNull(stockPlace.archivedAtMs),
      ),
    )
    .orderBy(asc(stockPlace.id))
    .limit(1)
    .prepare(),
);

const pieceCounts = prepared((orm) =>
  orm
    .select({ placeId: piece.placeId, n: sql<number>`count(*)` })
    .from(piece)
    .innerJoin(pieceState, eq(pieceState.pieceId, piece.id))
    .where(
      and(
        eq(piece.storeId, sql.placeholder('storeId')),
        sql`${piece.placeId} is not null`,
        isNull(piece.archivedAtMs),
        eq(pieceState.status, 'in_stock'),
      ),
    )
    .groupBy(piece.placeId)
    .prepare(),
);
