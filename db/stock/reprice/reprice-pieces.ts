import { and, eq, sql } from 'drizzle-orm';
import { cents, type Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type {
  ChangedPieces,
  RepriceInput,
  RepriceRefusal,
} from '#shared/stock/reprice/contract.ts';
import { type PriceEnding, type PriceRule, priceUnder } from '#shared/stock/reprice/price-rule.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import { prepared } from '../../write-path/read-db.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { piece, pieceTable } from '../tables.ts';
import { findReprice } from './find-reprice.ts';
import { repriceLineTable, repriceTable, type StoredRule } from './tables.ts';

/**
 * Gives pieces their previewed prices and writes down each old one; the document is made with the first of its commands.
 * A tag that nobody spoke of says the old price, so that the piece waits for a new one.
 *
 * Refuses with `PIECES_CHANGED`, naming them, when a price, a cost or a piece is no longer what the preview showed, and
 * changes nothing then. Prices in cents.
 */
export function repricePieces(
  tx: WriteTx,
  context: CommandContext,
  input: Omit<RepriceInput, 'commandId'> & { readonly businessDate: BusinessDate },
): Result<{ readonly count: number }, RepriceRefusal> {
  const { repriceId, rule, ending, pieces, pieceCount, businessDate } = input;
  const stored = JSON.stringify({ rule, ending } satisfies StoredRule);
  const begun = findReprice(tx, repriceId);
  if (begun && begun.rule !== stored) return refuse({ code: 'REPRICE_UNDER_WAY' });
  const now = pieces.map(({ pieceId }) => pieceNow(tx, pieceId));
  const changed = pieces.flatMap((wanted, at) => {
    const row = now[at];
    return row && isAsPreviewed(row, wanted, rule, ending) ? [] : [row?.stockNumber ?? '?'];
  });
  if (changed.length > 0) return refuse({ code: 'PIECES_CHANGED', ...naming(changed) });
  if (!begun) insertReprice(tx, context, { repriceId, stored, pieceCount, businessDate });
  for (const [at, { pieceId, toCents }] of pieces.entries()) {
    const row = now[at];
    if (row) setPrice(tx, context, repriceId, pieceId, row, toCents);
  }
  return ok({ count: pieces.length });
}

/** Makes the document. */
export function insertReprice(
  tx: WriteTx,
  context: CommandContext,
  given: {
    readonly repriceId: string;
    readonly stored: string;
    readonly pieceCount: number;
    readonly businessDate: BusinessDate;
    readonly undoesId?: string;
  },
): void {
  const { repriceId, stored, pieceCount, businessDate, undoesId = null } = given;
  if (!context.actor) throw new Error('nobody reprices');
  tx.insertFact(repriceTable, {
    id: repriceId,
    undoesId,
    rule: stored,
    pieceCount,
    staffId: context.actor.staffId,
    businessDate,
    atMs: context.nowMs,
  });
}

/** Sets one price and writes the line. */
export function setPrice(
  tx: WriteTx,
  context: CommandContext,
  repriceId: string,
  pieceId: string,
  now: PieceNow,
  toCents: number,
): void {
  const { tagPriceCents: fromCents, taggedCents } = now;
  const tag = taggedCents === null ? { taggedCents: fromCents } : {};
  tx.setFields(pieceTable, pieceId, { tagPriceCents: toCents, ...tag });
  tx.insertFact(repriceLineTable, {
    id: context.newId('repriceLine'),
    repriceId,
    pieceId,
    fromCents,
    toCents,
  });
}

/** The first ten by stock number, and how many there are. */
export function naming(stockNumbers: readonly string[]): ChangedPieces {
  return { numbers: stockNumbers.toSorted().slice(0, 10).join(', '), count: stockNumbers.length };
}

export type PieceNow = NonNullable<ReturnType<typeof pieceNow>>;

/** What a reprice reads of a piece; undefined for one that is not there or archived. */
export function pieceNow(tx: WriteTx, pieceId: string) {
  const row = pieceRow(tx).get({ storeId: tx.storeId, pieceId });
  return row?.archivedAtMs === null ? row : undefined;
}

function isAsPreviewed(
  row: PieceNow,
  { fromCents, toCents }: { readonly fromCents: Cents; readonly toCents: Cents },
  rule: PriceRule,
  ending: PriceEnding,
): boolean {
  const costCents = row.costCents === null ? null : cents(row.costCents);
  const tagPriceCents = cents(row.tagPriceCents);
  return (
    tagPriceCents === fromCents &&
    priceUnder({ tagPriceCents, costCents }, rule, ending) === toCents
  );
}

const pieceRow = prepared((orm) =>
  orm
    .select({
      stockNumber: piece.stockNumber,
      tagPriceCents: piece.tagPriceCents,
      costCents: piece.costCents,
      taggedCents: piece.taggedCents,
      archivedAtMs: piece.archivedAtMs,
    })
    .from(piece)
    .where(
      and(eq(piece.storeId, sql.placeholder('storeId')), eq(piece.id, sql.placeholder('pieceId'))),
    )
    .prepare(),
);
