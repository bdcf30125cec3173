import { type Cents, cents, ONE, portionOfCents } from '../../money.ts';
import type { PieceKind } from '../contract.ts';
import type { PieceStatus } from '../piece-status.ts';

/** What a count comes to for one piece. */
export const COUNT_OUTCOMES = [
  /** It is where the books have it. */
  'found',
  /** It is here, and its place is another. */
  'wrong_place',
  /** It was scanned, and by the books it is not in the shop. */
  'unexpected',
  /** It is in the shop, and belongs to no part of what is counted. */
  'outside',
  /** It was here at midnight, is here by the books, and nobody scanned it. */
  'missing',
  /** Goods counted by quantity: another quantity than the books have. */
  'difference',
  /** It was here at midnight, and a document took it out since. */
  'left',
  /** It came in since midnight, and nobody scanned it. */
  'arrived',
] as const;
export type CountOutcome = (typeof COUNT_OUTCOMES)[number];

/** One scan of a piece in a count; of goods counted by quantity, how many lie at that place. */
export interface PieceScan {
  readonly scanId: string;
  readonly placeId: string | null;
  readonly quantityThousandths: number | null;
  readonly atMs: number;
}

/** What moved a piece since the count's midnight, its own bookings aside. */
export interface PieceMove {
  readonly quantityThousandths: number;
  readonly atMs: number;
}

/** A piece as a count sees it. */
export interface CountPiece {
  readonly pieceId: string;
  readonly kind: PieceKind;
  readonly inScope: boolean;
  /** The place it belongs to; null where nobody has said. */
  readonly homePlaceId: string | null;
  readonly status: PieceStatus;
  /** By the books now, without what this count has booked already. */
  readonly nowThousandths: number;
  readonly moves: readonly PieceMove[];
  /** Of one; null where nobody knows. */
  readonly costCents: Cents | null;
  /** False for goods of others: they are counted, and are no value of the shop. */
  readonly owned: boolean;
}

export interface CountedPiece {
  readonly pieceId: string;
  readonly outcome: CountOutcome;
  /** What was there at midnight, or of a difference: counted less what the books have. */
  readonly quantityThousandths: number;
  /** Of that quantity without its sign, as of midnight; null where nobody knows the cost. */
  readonly costCents: Cents | null;
  readonly owned: boolean;
  readonly homePlaceId: string | null;
  /** Where it was scanned last. */
  readonly placeId: string | null;
  readonly status: PieceStatus;
  /** More than once: the places say where. */
  readonly scanCount: number;
  readonly scannedAt: readonly string[];
}

/**
 * What a count comes to for one piece: a pure function of the set of its scans and moves, so that the scans of several
 * scanners, in whatever order and however often they arrive, come to the same (docs/rules.md, The log). A piece that was
 * sold, lent or returned since midnight is explained, not missing. Undefined where the count has nothing to say of it.
 */
export function classifyPiece(
  piece: CountPiece,
  given: readonly PieceScan[],
): CountedPiece | undefined {
  const scans = inOrder(given);
  const last = scans.at(-1);
  const atMidnight = piece.nowThousandths - sumOf(piece.moves);
  const outcome = last
    ? scannedOutcome(piece, scans, last)
    : unscannedOutcome(piece, atMidnight, piece.nowThousandths);
  if (outcome === undefined) return undefined;
  const quantityThousandths = quantityOf(piece, scans, outcome, atMidnight);
  return {
    pieceId: piece.pieceId,
    outcome,
    quantityThousandths,
    costCents:
      piece.costCents === null
        ? null
        : portionOfCents(piece.costCents, Math.abs(quantityThousandths), 1000),
    owned: piece.owned,
    homePlaceId: piece.homePlaceId,
    placeId: last?.placeId ?? null,
    status: piece.status,
    scanCount: scans.length,
    scannedAt: [...new Set(scans.flatMap(({ placeId }) => placeId ?? []))].toSorted(),
  };
}

function unscannedOutcome(
  piece: CountPiece,
  atMidnight: number,
  now: number,
): CountOutcome | undefined {
  if (!piece.inScope) return undefined;
  if (atMidnight > 0) return now > 0 ? 'missing' : 'left';
  return now > 0 ? 'arrived' : undefined;
}

function scannedOutcome(
  piece: CountPiece,
  scans: readonly PieceScan[],
  last: PieceScan,
): CountOutcome {
  if (piece.kind === 'counted') return differenceOf(piece, scans) === 0 ? 'found' : 'difference';
  if (piece.nowThousandths <= 0) {
    // Scanned in the morning and sold at noon: it was there.
    const leftAtMs = Math.max(...piece.moves.map(({ atMs }) => atMs));
    return piece.moves.length > 0 && leftAtMs > last.atMs ? 'found' : 'unexpected';
  }
  const isElsewhere =
    piece.homePlaceId !== null && last.placeId !== null && piece.homePlaceId !== last.placeId;
  if (isElsewhere) return 'wrong_place';
  return piece.inScope ? 'found' : 'outside';
}

/** Of goods counted by quantity: the last quantity typed at each place, summed, less what the books had at that moment. */
function differenceOf(piece: CountPiece, scans: readonly PieceScan[]): number {
  const last = scans.at(-1);
  if (!last) return 0;
  const since = sumOf(piece.moves.filter(({ atMs }) => atMs > last.atMs));
  return countedOf(scans) - (piece.nowThousandths - since);
}

function countedOf(scans: readonly PieceScan[]): number {
  const byPlace = new Map(
    scans.map(({ placeId, quantityThousandths }) => [placeId, quantityThousandths ?? 0]),
  );
  return [...byPlace.values()].reduce((sum, each) => sum + each, 0);
}

function quantityOf(
  piece: CountPiece,
  scans: readonly PieceScan[],
  outcome: CountOutcome,
  atMidnight: number,
): number {
  if (outcome === 'difference') return differenceOf(piece, scans);
  const one = piece.kind === 'piece';
  if (outcome === 'missing') return 0 - (one ? ONE : piece.nowThousandths);
  if (one) return ONE;
  return scans.length > 0 ? countedOf(scans) : Math.max(atMidnight, piece.nowThousandths);
}

/** By time and id, each once. */
function inOrder(scans: readonly PieceScan[]): readonly PieceScan[] {
  const once = new Map(scans.map((scan) => [scan.scanId, scan]));
  return [...once.values()].toSorted(
    (a, b) => a.atMs - b.atMs || (a.scanId < b.scanId ? -1 : a.scanId > b.scanId ? 1 : 0),
  );
}

const sumOf = (moves: readonly PieceMove[]) =>
  moves.reduce((sum, { quantityThousandths }) => sum + quantityThousandths, 0);

/** Sum of costs; what nobody knows the cost of counts nothing. */
export function totalCost(lines: readonly { readonly costCents: number | null }[]): Cents {
  return cents(lines.reduce((sum, { costCents }) => sum + (costCents ?? 0), 0));
}
