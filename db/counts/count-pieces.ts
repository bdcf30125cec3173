import { cents } from '#shared/money.ts';
import {
  classifyPiece,
  type CountedPiece,
  type CountPiece,
  type PieceMove,
  type PieceScan,
} from '#shared/stock/counts/classify-piece.ts';
import type { CountScope } from '#shared/stock/counts/contract.ts';
import type { PieceKind } from '#shared/stock/contract.ts';
import type { PieceStatus } from '#shared/stock/piece-status.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { type CountRecord, scopeOf } from './find-count.ts';

interface PieceOfCount {
  readonly pieceId: string;
  readonly kind: PieceKind;
  readonly category: string;
  readonly vendor: string;
  readonly placeId: string | null;
  readonly costCents: number | null;
  readonly status: PieceStatus;
  readonly quantityThousandths: number;
}

interface MoveOfCount {
  readonly pieceId: string;
  readonly quantityThousandths: number;
  readonly atMs: number;
  /** 1: this count booked it. */
  readonly own: number;
}

interface ScanOfCount extends PieceScan {
  readonly pieceId: string;
}

/**
 * What a count comes to for each piece that it has anything to say of, by the facts that are here. Where a piece was at
 * midnight follows from where it is and what moved since, so that an old shop's movements need not all be read.
 */
export function countPieces(db: ReadDb, count: CountRecord): readonly CountedPiece[] {
  const { storeId } = db;
  const scope = scopeOf(count);
  const moves = grouped(
    movesSince(db).all({ storeId, since: count.businessDate, countId: count.id }),
  );
  const scans = grouped(scansOfCount(db).all({ storeId, countId: count.id }));
  const counted: CountedPiece[] = [];
  for (const row of piecesHere(db).iterate({ storeId })) {
    const ofPiece = scans.get(row.pieceId) ?? [];
    const moved = moves.get(row.pieceId) ?? [];
    if (row.quantityThousandths === 0 && ofPiece.length === 0 && moved.length === 0) continue;
    const line = classifyPiece(countPieceOf(row, moved, scope), ofPiece);
    if (line) counted.push(line);
  }
  return counted;
}

/** As `countPieces`, for one piece: what a scan says at once. Reads nothing else. */
export function countPiece(
  db: ReadDb,
  count: CountRecord,
  pieceId: string,
): CountedPiece | undefined {
  const { storeId } = db;
  const row = onePiece(db).get({ storeId, pieceId });
  if (!row) return undefined;
  const moved = movesOfPiece(db).all({
    storeId,
    pieceId,
    since: count.businessDate,
    countId: count.id,
  });
  const scans = listPieceScans(db, count.id, pieceId);
  return classifyPiece(countPieceOf(row, moved, scopeOf(count)), scans);
}

/** The scans of one piece in a count. */
export function listPieceScans(db: ReadDb, countId: string, pieceId: string): readonly PieceScan[] {
  return scansOfPiece(db).all({ storeId: db.storeId, countId, pieceId });
}

function countPieceOf(
  row: PieceOfCount,
  moves: readonly MoveOfCount[],
  scope: CountScope,
): CountPiece {
  const booked = sumOf(moves.filter(({ own }) => own === 1));
  const nowThousandths = row.quantityThousandths - booked;
  return {
    pieceId: row.pieceId,
    kind: row.kind,
    inScope: isInScope(row, scope),
    homePlaceId: row.placeId,
    // What this count itself took out was here.
    status: nowThousandths > 0 ? 'in_stock' : row.status,
    nowThousandths,
    moves: moves.filter(({ own }) => own === 0),
    costCents: row.costCents === null ? null : cents(row.costCents),
    owned: true,
  };
}

function isInScope(row: PieceOfCount, { category, vendor, placeIds }: CountScope): boolean {
  if (category !== null && row.category !== category) return false;
  if (vendor !== null && row.vendor !== vendor) return false;
  const places: readonly string[] = placeIds;
  return places.length === 0 || (row.placeId !== null && places.includes(row.placeId));
}

const sumOf = (moves: readonly PieceMove[]) =>
  moves.reduce((sum, { quantityThousandths }) => sum + quantityThousandths, 0);

function grouped<Row extends { readonly pieceId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const byPiece = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byPiece.get(row.pieceId);
    if (known) known.push(row);
    else byPiece.set(row.pieceId, [row]);
  }
  return byPiece;
}

// Bare statements: a count of 50,000 pieces reads them all while its screen is open.
const PIECES = `
  select p.id as pieceId, p.kind, p.category, p.vendor, p.place_id as placeId, p.cost_cents as costCents,
    s.status, s.quantity_thousandths as quantityThousandths
  from piece p join piece_state s on s.piece_id = p.id
  where p.store_id = @storeId and p.archived_at_ms is null`;
const MOVES = `
  select piece_id as pieceId, quantity_thousandths as quantityThousandths, at_ms as atMs,
    document_kind is 'stock_count' and document_id is @countId as own
  from stock_movement where store_id = @storeId and business_date >= @since`;
const SCANS = `
  select piece_id as pieceId, id as scanId, place_id as placeId, quantity_thousandths as quantityThousandths,
    at_ms as atMs
  from count_scan where store_id = @storeId and count_id = @countId`;

const piecesHere = prepared(({ $client }) => $client.prepare<[object], PieceOfCount>(PIECES));
const onePiece = prepared(({ $client }) =>
  $client.prepare<[object], PieceOfCount>(`${PIECES} and p.id = @pieceId`),
);
const movesSince = prepared(({ $client }) => $client.prepare<[object], MoveOfCount>(MOVES));
const movesOfPiece = prepared(({ $client }) =>
  $client.prepare<[object], MoveOfCount>(
    MOVES.replace('business_date >=', 'piece_id = @pieceId and +business_date >='),
  ),
);
const scansOfCount = prepared(({ $client }) =>
  $client.prepare<[object], ScanOfCount>(`${SCANS} and piece_id is not null`),
);
const scansOfPiece = prepared(({ $client }) =>
  $client.prepare<[object], ScanOfCount>(`${SCANS} and piece_id = @pieceId order by at_ms, id`),
);
