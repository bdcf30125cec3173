import {
  COUNT_OUTCOMES,
  type CountedPiece,
  type CountOutcome,
  totalCost,
} from '#shared/stock/counts/classify-piece.ts';
import type { CountFigures, CountSum, PlaceFigures } from '#shared/stock/counts/contract.ts';
import { findPlace } from '../stock/places/find-places.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { CountRecord } from './find-count.ts';

/** What was here at midnight within the scope: what is here, misplaced, missed, or explained by a document. */
const EXPECTED: ReadonlySet<CountOutcome> = new Set([
  'found',
  'wrong_place',
  'missing',
  'difference',
  'left',
]);

/** The figures of a count, goods of others apart. Cents. */
export function figuresOf(
  db: ReadDb,
  count: CountRecord,
  lines: readonly CountedPiece[],
): CountFigures {
  const own = lines.filter(({ owned }) => owned);
  const sums = COUNT_OUTCOMES.map((outcome) => [
    outcome,
    sumOf(own.filter((line) => line.outcome === outcome)),
  ]);
  return {
    expected: sumOf(own.filter(({ outcome }) => EXPECTED.has(outcome))),
    // Branding: one entry for each outcome.
    outcomes: Object.fromEntries(sums) as CountFigures['outcomes'],
    othersMissing: sumOf(lines.filter(({ owned, outcome }) => !owned && outcome === 'missing')),
    unknown: unknownScans(db).get(db.storeId, count.id)?.n ?? 0,
    places: placesOf(db, lines),
  };
}

function placesOf(db: ReadDb, lines: readonly CountedPiece[]): readonly PlaceFigures[] {
  const byPlace = new Map<string, CountedPiece[]>();
  for (const line of lines) {
    if (!EXPECTED.has(line.outcome)) continue;
    const placeId = line.homePlaceId ?? '';
    const known = byPlace.get(placeId);
    if (known) known.push(line);
    else byPlace.set(placeId, [line]);
  }
  return [...byPlace]
    .map(([placeId, ofPlace]) => {
      const missing = ofPlace.filter(({ outcome }) => outcome === 'missing');
      return {
        placeId,
        name: findPlace(db, placeId)?.name ?? '',
        expected: ofPlace.length,
        done: ofPlace.length - missing.length,
        missing: sumOf(missing),
      };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const sumOf = (lines: readonly CountedPiece[]): CountSum => ({
  count: lines.length,
  costCents: totalCost(lines),
});

const unknownScans = prepared(({ $client }) =>
  $client.prepare<[string, string], { n: number }>(
    'select count(*) as n from count_scan where store_id = ? and count_id = ? and piece_id is null',
  ),
);
