import { z } from 'zod';
import { commandId, idOf, typedText } from '../../fields.ts';
import type { Id, PieceId } from '../../ids.ts';
import type { Cents, Thousandths } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import type { PieceSummary } from '../contract.ts';
import type { PieceStatus } from '../piece-status.ts';
import type { PlaceId } from '../places/contract.ts';
import { COUNT_OUTCOMES, type CountOutcome } from './classify-piece.ts';

export type CountId = Id<'count'>;

/** What is counted: null and none stand for everything. All that is said must hold. */
export const countScope = z.object({
  category: typedText(80).nullable(),
  vendor: typedText(80).nullable(),
  placeIds: z.array(idOf('place')).max(200),
});
export type CountScope = z.infer<typeof countScope>;

export const startCountInput = z.object({
  commandId,
  countId: idOf('count'),
  scope: countScope,
});
export type StartCountInput = Omit<z.infer<typeof startCountInput>, 'commandId'>;

export const scanCountInput = z.object({
  commandId,
  countId: idOf('count'),
  /** As the scanner read it, or as typed. */
  code: z.string().min(1).max(200),
  /** Where the scanner stands; null: nobody has said. */
  placeId: idOf('place').nullable(),
  /** Of goods counted by quantity: how many lie there. None is said too. */
  quantityThousandths: z.int().min(0).max(9_999_000).nullable(),
});
export type ScanCountInput = Omit<z.infer<typeof scanCountInput>, 'commandId'>;

/** What a scan comes to. Only `piece` and `unknown` are written down. */
export type CountScanAnswer =
  | {
      readonly kind: 'piece';
      readonly piece: PieceSummary;
      readonly outcome: CountOutcome;
      /** Where it belongs, in words; null where nobody has said. */
      readonly home: string | null;
      /** Where it was scanned before in this count; undefined: it was not. */
      readonly before?: { readonly place: string | null; readonly atMs: number };
    }
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'place'; readonly placeId: PlaceId; readonly name: string }
  /** Goods counted by quantity: how many are there? */
  | { readonly kind: 'quantity'; readonly piece: PieceSummary };

/** How many, and what they cost; the cost is null for those who may not see it. */
export interface CountSum {
  readonly count: number;
  readonly costCents: Cents | null;
}

/** The figures of a count. Goods of others are counted apart and have no value for the shop. */
export interface CountFigures {
  /** In stock at midnight, within what is counted. */
  readonly expected: CountSum;
  readonly outcomes: Readonly<Record<CountOutcome, CountSum>>;
  readonly othersMissing: CountSum;
  /** Codes that no piece has. */
  readonly unknown: number;
  /** By where the pieces belong; '' stands for no place. */
  readonly places: readonly PlaceFigures[];
}

export interface PlaceFigures {
  readonly placeId: string;
  readonly name: string;
  readonly expected: number;
  /** Of the expected, here or explained. */
  readonly done: number;
  readonly missing: CountSum;
}

export interface CountSummary {
  readonly countId: CountId;
  readonly number: string;
  readonly scope: CountScope;
  /** The scope's places in words. */
  readonly placeNames: readonly string[];
  readonly businessDate: string;
  readonly startedBy: string;
  readonly startedAtMs: number;
  readonly closed: {
    readonly by: string;
    readonly atMs: number;
    readonly businessDate: string;
  } | null;
  readonly scanCount: number;
}

export interface Count extends CountSummary {
  readonly figures: CountFigures;
  /** Where this register's scanner stood last in this count, so that a window that was shut goes on there. */
  readonly lastPlace: { readonly placeId: PlaceId; readonly name: string } | null;
}

/** A line of the results. */
export interface CountRow {
  readonly pieceId: PieceId;
  readonly stockNumber: string;
  readonly description: string;
  readonly outcome: CountOutcome;
  readonly quantityThousandths: Thousandths;
  readonly costCents: Cents | null;
  readonly owned: boolean;
  readonly status: PieceStatus;
  readonly home: string | null;
  readonly place: string | null;
  /** More than one: scanned twice, and where. */
  readonly scanCount: number;
  readonly scannedAt: readonly string[];
}

/** A code that no piece has. */
export interface UnknownScan {
  readonly scanId: string;
  /** Empty once it was forgotten. */
  readonly code: string;
  readonly place: string | null;
  readonly by: string;
  readonly atMs: number;
}

export interface StartCountRefusal {
  readonly code: 'PLACE_NOT_FOUND';
}
export type ScanCountRefusal =
  | { readonly code: 'COUNT_NOT_FOUND' }
  | { readonly code: 'COUNT_CLOSED'; readonly number: string }
  | { readonly code: 'COUNT_CODE_IS_CARD' };
export type CloseCountRefusal =
  | { readonly code: 'COUNT_NOT_FOUND' }
  | { readonly code: 'COUNT_CLOSED'; readonly number: string }
  | { readonly code: 'COUNT_CHANGED'; readonly missing: number };
export const closeCountInput = z.object({
  commandId,
  countId: idOf('count'),
  /** How many were missing when the person looked: another number asks for another look. */
  missing: z.int().min(0),
  /** Pieces in a wrong place belong from now on where they were found. */
  keepPlaces: z.boolean(),
});
export type CloseCountInput = Omit<z.infer<typeof closeCountInput>, 'commandId'>;

export const countsContract = {
  list: query(
    'stock.read',
    z.object({ limit: z.int().min(1).max(200), offset: z.int().min(0) }),
  ).output(found<{ readonly rows: readonly CountSummary[]; readonly total: number }>()),
  /** Categories and vendors that can be counted by themselves. */
  choices: query('stock.read', z.object({})).output(
    found<{ readonly categories: readonly string[]; readonly vendors: readonly string[] }>(),
  ),
  start: command('stock.count', startCountInput).output(
    answer<{ readonly number: string }, StartCountRefusal>(),
  ),
  get: query('stock.read', z.object({ countId: idOf('count') })).output(found<Count | null>()),
  rows: query(
    'stock.read',
    z.object({
      countId: idOf('count'),
      outcomes: z.array(z.enum(COUNT_OUTCOMES)).min(1),
      /** Only what was scanned more than once. */
      twice: z.boolean().optional(),
      limit: z.int().min(1).max(5000),
      offset: z.int().min(0),
    }),
  ).output(found<{ readonly rows: readonly CountRow[]; readonly total: number }>()),
  unknown: query('stock.read', z.object({ countId: idOf('count') })).output(
    found<readonly UnknownScan[]>(),
  ),
  scan: command('stock.count', scanCountInput).output(answer<CountScanAnswer, ScanCountRefusal>()),
  close: command('stock.closeCount', closeCountInput).output(
    answer<{ readonly booked: number }, CloseCountRefusal>(),
  ),
};
