import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { PlaceId, SavePlaceRefusal } from '#shared/stock/places/contract.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { findPieceRow } from '../find-piece.ts';
import { piece, pieceState, pieceTable } from '../tables.ts';
import { findPlace, isPlaceInUse } from './find-places.ts';
import { stockPlace, stockPlaceTable } from './tables.ts';

interface NamedPlace {
  readonly placeId: PlaceId;
  readonly name: string;
}

/** Adds a place with a number for its label. Refuses with `PLACE_NAME_TAKEN`. */
export function addPlace(
  tx: WriteTx,
  context: CommandContext,
  { placeId, name }: NamedPlace,
): Result<{ readonly number: string }, SavePlaceRefusal> {
  if (isNameTaken(tx, name, placeId)) return refuse({ code: 'PLACE_NAME_TAKEN', name });
  const number = tx.nextNumber('place');
  tx.insertProfile(stockPlaceTable, {
    id: placeId,
    number,
    name,
    createdAtMs: context.nowMs,
  });
  return ok({ number });
}

/** Gives a place another name; its label stays right. Refuses with `PLACE_NOT_FOUND` and `PLACE_NAME_TAKEN`. */
export function renamePlace(
  tx: WriteTx,
  _context: CommandContext,
  { placeId, name }: NamedPlace,
): Result<null, SavePlaceRefusal> {
  if (!isPlaceInUse(tx, placeId)) return refuse({ code: 'PLACE_NOT_FOUND' });
  if (isNameTaken(tx, name, placeId)) return refuse({ code: 'PLACE_NAME_TAKEN', name });
  if (findPlace(tx, placeId)?.name !== name) tx.setFields(stockPlaceTable, placeId, { name });
  return ok(null);
}

/** Takes a place out of use. Refuses with `PLACE_NOT_FOUND`, and with `PLACE_NOT_EMPTY` while pieces in stock belong there. */
export function closePlace(
  tx: WriteTx,
  context: CommandContext,
  { placeId }: { readonly placeId: PlaceId },
): Result<null, { readonly code: 'PLACE_NOT_FOUND' } | { readonly code: 'PLACE_NOT_EMPTY' }> {
  if (!isPlaceInUse(tx, placeId)) return refuse({ code: 'PLACE_NOT_FOUND' });
  if (pieceIn(tx).get({ storeId: tx.storeId, placeId })) return refuse({ code: 'PLACE_NOT_EMPTY' });
  tx.archive(stockPlaceTable, placeId, context.nowMs);
  return ok(null);
}

/**
 * Says where pieces belong, those that belong elsewhere so far; null: nowhere. Answers how many that were. Refuses with
 * `PLACE_NOT_FOUND`.
 */
export function putAway(
  tx: WriteTx,
  _context: CommandContext,
  { placeId, pieceIds }: { readonly placeId: string | null; readonly pieceIds: readonly string[] },
): Result<{ readonly count: number }, { readonly code: 'PLACE_NOT_FOUND' }> {
  if (placeId !== null && !isPlaceInUse(tx, placeId)) return refuse({ code: 'PLACE_NOT_FOUND' });
  const moving = [...new Set(pieceIds)].filter((pieceId) => {
    const row = findPieceRow(tx, pieceId);
    return row && row.archivedAtMs === null && row.placeId !== placeId;
  });
  for (const pieceId of moving) tx.setFields(pieceTable, pieceId, { placeId });
  return ok({ count: moving.length });
}

function isNameTaken(db: ReadDb, name: string, except: string): boolean {
  return placeNamed(db).get({ storeId: db.storeId, name, except }) !== undefined;
}

const placeNamed = prepared((orm) =>
  orm
    .select({ id: stockPlace.id })
    .from(stockPlace)
    .where(
      and(
        eq(stockPlace.storeId, sql.placeholder('storeId')),
        sql`${stockPlace.name} = ${sql.placeholder('name')} collate nocase`,
        ne(stockPlace.id, sql.placeholder('except')),
        isNull(stockPlace.archivedAtMs),
      ),
    )
    .limit(1)
    .prepare(),
);

const pieceIn = prepared((orm) =>
  orm
    .select({ id: piece.id })
    .from(piece)
    .innerJoin(pieceState, eq(pieceState.pieceId, piece.id))
    .where(
      and(
        eq(piece.storeId, sql.placeholder('storeId')),
        eq(piece.placeId, sql.placeholder('placeId')),
        isNull(piece.archivedAtMs),
        eq(pieceState.status, 'in_stock'),
      ),
    )
    .limit(1)
    .prepare(),
);
