import { z } from 'zod';
import { amountCents, commandId, idOf, priceCents, typedText } from '../fields.ts';
import type { DrawerSessionId, Id, SaleId } from '../ids.ts';
import type { Cents } from '../money.ts';
import { answer, command, found, query } from '../procedure.ts';
import type { DayCloseFacts } from '../documents/day-close-paper.ts';
import type { CheckKind, TenderKind } from '../sales/tenders.ts';
import {
  isReasonOf,
  MOVEMENT_REASON_CODES,
  type MovementReasonCode,
  needsWords,
} from './movement-reasons.ts';

export const MOVEMENT_KINDS = ['paid_in', 'paid_out', 'drop', 'no_sale'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

export const openDrawerInput = z.object({
  commandId,
  drawerSessionId: idOf('drawerSession'),
  floatCents: priceCents,
});

export const moveCashInput = z
  .object({
    commandId,
    movementId: idOf('drawerMovement'),
    kind: z.enum(MOVEMENT_KINDS),
    amountCents: priceCents,
    reasonCode: z.enum(MOVEMENT_REASON_CODES).nullable().optional(),
    /** In words; may be empty where the code says it. */
    reason: typedText(200),
    overrideId: idOf('override').nullable(),
  })
  .refine(({ kind, reasonCode }) => !reasonCode || isReasonOf(kind, reasonCode), {
    path: ['reasonCode'],
    message: 'REASON_OF_ANOTHER_KIND',
  })
  .refine(({ reason, reasonCode }) => reason !== '' || !needsWords(reasonCode ?? null), {
    path: ['reason'],
    message: 'TEXT_REQUIRED',
  });

export const closeDayInput = z.object({
  commandId,
  /** Blind: counted before the expected amount is shown. */
  countedCents: priceCents,
  /** Required when the count is over or short. */
  reason: typedText(200),
  /** What stays in the drawer for tomorrow. */
  leaveCents: priceCents,
  /** Checks that go to the bank with the cash. */
  checkIds: z.array(idOf('payment')).max(1000).readonly().optional(),
});

/** What the terminals say they took: all of their slips at once, in place of what was said before. */
export const saveBatchInput = z.object({
  commandId,
  batches: z
    .array(
      z.object({
        /** Empty where the store has one. */
        terminal: typedText(40),
        /** Empty for what the slip does not tell apart. */
        brand: typedText(40),
        amountCents,
      }),
    )
    .max(60)
    .readonly(),
  /** Required when a brand is off. */
  reason: typedText(200),
});

export const dayCloseInput = z.object({ dayCloseId: idOf('dayClose') });

/** The drawer of this register. What is expected in it stays hidden until the count is given. */
export interface DrawerState {
  readonly open: OpenDrawer | null;
  /** What the last close left, proposed as float. */
  readonly lastLeftCents: Cents | null;
  readonly today: string;
}

export interface OpenDrawer {
  readonly drawerSessionId: DrawerSessionId;
  readonly businessDate: string;
  readonly openedAtMs: number;
  readonly openedBy: string;
  readonly floatCents: Cents;
  readonly saleCount: number;
  readonly movements: readonly DrawerMovement[];
}

export interface DrawerMovement {
  readonly kind: MovementKind;
  readonly amountCents: Cents;
  readonly reasonCode: MovementReasonCode | null;
  readonly reason: string;
  readonly by: string;
  readonly atMs: number;
}

export interface DayCloseSummary {
  readonly dayCloseId: string;
  readonly number: string;
  readonly registerName: string;
  readonly businessDate: string;
  readonly closedAtMs: number;
  readonly countedCents: Cents;
  readonly expectedCents: Cents;
  readonly overShortCents: Cents;
  readonly supplements: readonly {
    readonly supplementId: string;
    /** `Z1-31-1`. */
    readonly number: string;
  }[];
  /** Something of that day came after its Z, and no supplement tells of it yet. Only of this register's days. */
  readonly late: boolean;
}

/** What is to be settled before a drawer is counted. Cash is not in it: the count is blind. */
export interface Closing {
  readonly checks: readonly DrawerCheck[];
  readonly cards: readonly CardTotals[];
  /** Why the terminals are off, as it was said; empty where nobody said it. */
  readonly batchReason: string;
  readonly unresolved: readonly UnresolvedPayment[];
}

/** A check in the drawer. */
export interface DrawerCheck {
  readonly paymentId: Id<'payment'>;
  readonly checkNumber: string;
  readonly kind: CheckKind;
  readonly saleNumber: string;
  /** Whose it is; empty where the sale has no name. */
  readonly from: string;
  readonly amountCents: Cents;
  readonly takenOn: string;
  /** Not to be deposited before this day. */
  readonly holdUntil: string | null;
}

/** What our sales say of a brand, and what the terminals say. */
export interface CardTotals {
  readonly terminal: string;
  readonly brand: string;
  readonly oursCents: Cents;
  /** Null while nobody typed a slip. */
  readonly batchCents: Cents | null;
}

/** A payment that was taken, and nobody knows whether it was charged. */
export interface UnresolvedPayment {
  readonly paymentId: Id<'payment'>;
  readonly saleId: SaleId;
  readonly saleNumber: string;
  readonly tender: TenderKind;
  readonly brand: string;
  readonly amountCents: Cents;
  readonly atMs: number;
}

export type SaveBatchRefusal =
  | { readonly code: 'DRAWER_NOT_OPEN' }
  | {
      readonly code: 'BATCH_DIFFERS_NEEDS_REASON';
      /** Batches − ours, over all brands. */
      readonly differenceCents: Cents;
    };

export type SupplementRefusal =
  | { readonly code: 'DAY_CLOSE_NOT_FOUND' }
  | { readonly code: 'SUPPLEMENT_AT_ITS_REGISTER'; readonly registerName: string }
  | { readonly code: 'NOTHING_LATE' };

export type CloseDayRefusal =
  | { readonly code: 'DRAWER_NOT_OPEN' }
  | {
      readonly code: 'OVER_SHORT_NEEDS_REASON';
      /** Null for who may not read day closes: whoever was told could type any count, and then the right one. */
      readonly overShortCents: Cents | null;
      readonly expectedCents: Cents | null;
    }
  | { readonly code: 'LEAVE_OVER_COUNTED' }
  /** Given back, on another slip already, or in another drawer. */
  | { readonly code: 'CHECK_NOT_HERE'; readonly paymentId: string }
  /** Somebody may close over them who may settle payments. */
  | { readonly code: 'UNRESOLVED_PAYMENTS'; readonly count: number }
  | { readonly code: 'CARTS_PARKED'; readonly count: number };

export const dayCloseContract = {
  drawer: query('signedIn', z.object({})).output(found<DrawerState>()),
  open: command('drawer.open', openDrawerInput).output(
    answer<
      {
        readonly drawerSessionId: DrawerSessionId;
        readonly businessDate: string;
        /** Numbers of the supplements that were made for what had come late. */
        readonly supplements: readonly string[];
      },
      { readonly code: 'DRAWER_ALREADY_OPEN' }
    >(),
  ),
  moveCash: command('signedIn', moveCashInput).output(
    answer<
      { readonly movementId: string },
      | { readonly code: 'DRAWER_NOT_OPEN' }
      | { readonly code: 'PAY_OUT_NEEDS_OVERRIDE' }
      | { readonly code: 'AMOUNT_REQUIRED' }
    >(),
  ),
  /** Interim figures, any time. Not for who counts: total less cards is cash. */
  x: query('dayClose.read', z.object({})).output(found<DayCloseFacts | null>()),
  /** What is to be settled before the count; null while the drawer is closed. */
  closing: query('dayClose.close', z.object({})).output(found<Closing | null>()),
  saveBatch: command('dayClose.close', saveBatchInput).output(
    answer<{ readonly differenceCents: Cents }, SaveBatchRefusal>(),
  ),
  close: command('dayClose.close', closeDayInput).output(
    answer<
      { readonly dayCloseId: string; readonly number: string; readonly overShortCents: Cents },
      CloseDayRefusal
    >(),
  ),
  list: query('dayClose.close', z.object({ limit: z.int().min(1).max(200).optional() })).output(
    found<readonly DayCloseSummary[]>(),
  ),
  z: query('dayClose.close', dayCloseInput).output(found<DayCloseFacts | null>()),
  /** Tells what came to a closed day after its Z; the Z stays as it is. */
  supplement: command('dayClose.close', dayCloseInput.extend({ commandId })).output(
    answer<{ readonly supplementId: string; readonly number: string }, SupplementRefusal>(),
  ),
};
