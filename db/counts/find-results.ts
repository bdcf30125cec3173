import type { PieceId } from '#shared/ids.ts';
import type { Thousandths } from '#shared/money.ts';
import type { CountedPiece, CountOutcome } from '#shared/stock/counts/classify-piece.ts';
import type { Count, CountFigures, CountRow, UnknownScan } from '#shared/stock/counts/contract.ts';
import type { PlaceId } from '#shared/stock/places/contract.ts';
import { findStaff } from '../staff/find-staff.ts';
import { findPieceRow } from '../stock/find-piece.ts';
import { findPlace } from '../stock/places/find-places.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { countPieces } from './count-pieces.ts';
import { figuresOf } from './count-figures.ts';
import { type CountRecord, findCountClose, findCountRow, summaryOfCount } from './find-count.ts';

/** A count with its figures: as they stand while it is open, as they were once it is closed. Null where there is none. */
export function findCount(
  db: ReadDb,
  countId: string,
  { registerId, seesCost }: { readonly registerId: string; readonly seesCost: boolean },
): Count | null {
  const row = findCountRow(db, countId);
  if (!row) return null;
  const close = findCountClose(db, countId);
  const figures = close
    ? // Parsing: only `endCount` writes it.
      (JSON.parse(close.figures) as CountFigures)
    : figuresOf(db, row, countPieces(db, row));
  const last = lastPlace(db).get(db.storeId, registerId, countId);
  const place = last?.placeId ? findPlace(db, last.placeId) : undefined;
  return {
    ...summaryOfCount(db, row),
    figures: seesCost ? figures : withoutCost(figures),
    lastPlace: place ? { placeId: place.placeId, name: place.name } : null,
  };
}

export interface CountRowsInput {
  readonly countId: string;
  readonly outcomes: readonly CountOutcome[];
  readonly twice?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The lines of a count by stock number; of a closed one, what was written down then. */
export function listCountRows(
  db: ReadDb,
  { countId, outcomes, twice, limit, offset }: CountRowsInput,
  seesCost: boolean,
): { readonly rows: readonly CountRow[]; readonly total: number } {
  const row = findCountRow(db, countId);
  if (!row) return { rows: [], total: 0 };
  const wanted = new Set(outcomes);
  const all = linesOf(db, row).filter(
    (line) => wanted.has(line.outcome) && (twice !== true || line.scanCount > 1),
  );
  const rows = all
    .map((line) => ({ line, words: findPieceRow(db, line.pieceId) }))
    .toSorted((a, b) => byText(a.words?.stockNumber ?? '', b.words?.stockNumber ?? ''))
    .slice(offset, offset + limit)
    .map(({ line, words }) => rowOf(db, line, words, seesCost));
  return { rows, total: all.length };
}

/** Codes that no piece has, in the order in which they were read. */
export function listUnknownScans(db: ReadDb, countId: string): readonly UnknownScan[] {
  return unknownScans(db)
    .all(db.storeId, countId)
    .map(({ id, code, placeId, staffId, atMs }) => ({
      scanId: id,
      code: code ?? '',
      place: nameOf(db, placeId),
      by: findStaff(db, staffId)?.name ?? '',
      atMs,
    }));
}

function linesOf(db: ReadDb, row: CountRecord): readonly CountedPiece[] {
  if (!findCountClose(db, row.id)) return countPieces(db, row);
  return closedLines(db)
    .all(db.storeId, row.id)
    .map((line) => ({ ...line, owned: line.owned === 1, scanCount: 1, scannedAt: [] }));
}

function rowOf(
  db: ReadDb,
  line: CountedPiece,
  words: ReturnType<typeof findPieceRow>,
  seesCost: boolean,
): CountRow {
  return {
    pieceId: line.pieceId as PieceId,
    stockNumber: words?.stockNumber ?? '',
    description: words?.description ?? '',
    outcome: line.outcome,
    quantityThousandths: line.quantityThousandths as Thousandths,
    costCents: seesCost ? line.costCents : null,
    owned: line.owned,
    status: line.status,
    home: nameOf(db, line.homePlaceId),
    place: nameOf(db, line.placeId),
    scanCount: line.scanCount,
    scannedAt: line.scannedAt.flatMap((placeId) => nameOf(db, placeId) ?? []),
  };
}

function withoutCost(figures: CountFigures): CountFigures {
  const hidden = <Sum extends { readonly count: number }>({ count }: Sum) => ({
    count,
    costCents: null,
  });
  const { found, wrong_place, unexpected, outside, missing, difference, left, arrived } =
    figures.outcomes;
  return {
    ...figures,
    expected: hidden(figures.expected),
    outcomes: {
      found: hidden(found),
      wrong_place: hidden(wrong_place),
      unexpected: hidden(unexpected),
      outside: hidden(outside),
      missing: hidden(missing),
      difference: hidden(difference),
      left: hidden(left),
      arrived: hidden(arrived),
    },
    othersMissing: hidden(figures.othersMissing),
    places: figures.places.map((place) => ({ ...place, missing: hidden(place.missing) })),
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const nameOf = (db: ReadDb, placeId: string | null) =>
  placeId === null ? null : (findPlace(db, placeId)?.name ?? null);

const lastPlace = prepared(({ $client }) =>
  $client.prepare<[string, string, string], { placeId: PlaceId | null }>(
    `select place_id as placeId from count_scan where store_id = ? and register_id = ? and count_id = ?
     order by at_ms desc, id desc limit 1`,
  ),
);

const unknownScans = prepared(({ $client }) =>
  $client.prepare<
    [string, string],
    { id: string; code: string | null; placeId: string | null; staffId: string; atMs: number }
  >(
    `select id, code, place_id as placeId, staff_id as staffId, at_ms as atMs from count_scan
     where store_id = ? and count_id = ? and piece_id is null order by at_ms, id limit 500`,
  ),
);

interface ClosedLine extends Omit<CountedPiece, 'owned' | 'scanCount' | 'scannedAt'> {
  readonly owned: number;
}

const closedLines = prepared(({ $client }) =>
  $client.prepare<[string, string], ClosedLine>(
    `select piece_id as pieceId, outcome, status, quantity_thousandths as quantityThousandths, cost_cents as costCents,
       owned, home_place_id as homePlaceId, place_id as placeId, min(id)
     from count_line where store_id = ? and count_id = ? group by piece_id`,
  ),
);
