import { z } from 'zod';
import { commandId, idOf, priceCents, typedText } from '../../fields.ts';
import type { Id, PieceId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import { PRICE_ENDINGS, type PriceEnding, type PriceRule } from './price-rule.ts';

export type RepriceId = Id<'reprice'>;

/** From 90 % down to ten times as much; a markup from nothing to a hundred times the cost. */
export const priceRule = z.discriminatedUnion('way', [
  z.object({ way: z.literal('percent'), changePpm: z.int().min(-900_000).max(9_000_000) }),
  z.object({ way: z.literal('markup'), timesThousandths: z.int().min(1).max(100_000) }),
  z.object({ way: z.literal('set'), priceCents }),
]) satisfies z.ZodType<PriceRule>;

/** Which pieces: those in stock that have all of what is said. Nothing said: all of them. */
export const repriceScope = z.object({
  /** Words of number, description, category, vendor, style. */
  words: typedText(200),
  /** Null: of any. */
  category: typedText(80).nullable(),
  vendor: typedText(80).nullable(),
});
export type RepriceScope = z.infer<typeof repriceScope>;

/** As many pieces as one preview takes, and one command changes. */
export const MOST_PREVIEWED = 20_000;
export const MOST_REPRICED = 400;

export interface RepriceRow {
  readonly pieceId: PieceId;
  readonly stockNumber: string;
  readonly description: string;
  readonly costCents: Cents | null;
  readonly fromCents: Cents;
  /** Null where the rule gives none: the cost is unknown, or the price would be too large. */
  readonly toCents: Cents | null;
}

export interface RepricePreview {
  /** Those whose price would change, or that have none under the rule; by stock number. */
  readonly rows: readonly RepriceRow[];
  /** Pieces that were looked at. */
  readonly looked: number;
  /** There are more than one preview takes. */
  readonly tooMany: boolean;
}

export interface RepriceSummary {
  readonly repriceId: RepriceId;
  /** The reprice that this one undid. */
  readonly undoesId: RepriceId | null;
  readonly rule: PriceRule | null;
  readonly ending: PriceEnding;
  readonly pieceCount: number;
  /** How many of them have their old price again by an undo. */
  readonly undoneCount: number;
  readonly staffId: string;
  readonly atMs: number;
}

export interface ChangedPieces {
  /** The stock numbers of the first ten. */
  readonly numbers: string;
  readonly count: number;
}

export type RepriceRefusal =
  | ({ readonly code: 'PIECES_CHANGED' } & ChangedPieces)
  | {
      readonly code: 'REPRICE_UNDER_WAY';
    };

export type UndoRepriceRefusal =
  | ({ readonly code: 'REPRICE_CHANGED_SINCE' } & ChangedPieces)
  | { readonly code: 'REPRICE_NOT_FOUND' }
  | { readonly code: 'REPRICE_UNDONE' };

export const repriceInput = z.object({
  commandId,
  repriceId: idOf('reprice'),
  rule: priceRule,
  ending: z.enum(PRICE_ENDINGS),
  /** All pieces of the reprice, of which these are some: one reprice takes several commands. */
  pieceCount: z.int().min(1).max(MOST_PREVIEWED),
  pieces: z
    .array(z.object({ pieceId: idOf('piece'), fromCents: priceCents, toCents: priceCents }))
    .min(1)
    .max(MOST_REPRICED),
});
export type RepriceInput = z.infer<typeof repriceInput>;

export const undoRepriceInput = z.object({
  commandId,
  repriceId: idOf('reprice'),
  /** The undo is a reprice of its own; it takes several commands too. */
  undoId: idOf('reprice'),
  /** Leaves pieces whose price was changed since as they are. */
  leaveChanged: z.boolean(),
});
export type UndoRepriceInput = z.infer<typeof undoRepriceInput>;

export const repriceContract = {
  /** What is in stock to choose from. */
  choices: query('stock.reprice', z.object({})).output(
    found<{ readonly categories: readonly string[]; readonly vendors: readonly string[] }>(),
  ),
  preview: query(
    'stock.reprice',
    z.object({ scope: repriceScope, rule: priceRule, ending: z.enum(PRICE_ENDINGS) }),
  ).output(found<RepricePreview>()),
  apply: command('stock.reprice', repriceInput).output(
    answer<{ readonly count: number }, RepriceRefusal>(),
  ),
  list: query('stock.reprice', z.object({})).output(found<readonly RepriceSummary[]>()),
  undo: command('stock.reprice', undoRepriceInput).output(
    answer<{ readonly done: number; readonly left: number }, UndoRepriceRefusal>(),
  ),
};
