import { z } from 'zod';
import { businessDate, commandId, idOf, quantityThousandths, requiredText } from '../../fields.ts';
import type { CustomerId, Id, PieceId, SaleId, SaleLineId } from '../../ids.ts';
import type { Cents, RatePpm, Thousandths } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import type { Result } from '../../result.ts';
import type { PieceStatus } from '../../stock/piece-status.ts';
import type { TaxClass } from '../../taxes/tax-class.ts';
import { cart, type CompleteSaleRefusal, type SaleSummary } from '../contract.ts';
import type { LineKind } from '../line-kinds.ts';
import type { TenderKind } from '../tenders.ts';
import type { SoldLine } from './return-amounts.ts';

/** What is known of a sale that something comes back of; all that is said must be true of it. */
export const findReturnableInput = z.object({
  /** A scanned receipt or gift receipt, or a number as it is read. */
  text: z.string().max(200).optional(),
  stockNumber: z.string().max(40).optional(),
  customerId: idOf('customer').optional(),
  businessDate: businessDate.optional(),
  limit: z.int().min(1).max(100).optional(),
});
export type FindReturnableInput = z.infer<typeof findReturnableInput>;

export interface ReturnableSale extends SaleSummary {
  readonly customerName: string | null;
  /** It stands, and something of it may still come back. */
  readonly returnable: boolean;
}

/** A line that may come back, with what has come back of it. */
export interface ReturnableLine {
  readonly saleLineId: SaleLineId;
  /** From 1, as on the receipt and in the code of a gift receipt. */
  readonly position: number;
  readonly kind: LineKind;
  readonly pieceId: PieceId | null;
  /** Where the piece is now; null for what is no piece. */
  readonly pieceStatus: PieceStatus | null;
  readonly stockNumber: string;
  readonly description: string;
  readonly oneOfOne: boolean;
  readonly tagPriceCents: Cents;
  readonly taxed: boolean;
  readonly taxClass: TaxClass;
  /** The line with its stored tax; `returnAmounts` makes of it what any part brings back. */
  readonly sold: SoldLine;
  readonly returnedThousandths: Thousandths;
  readonly leftThousandths: Thousandths;
  /** The ticket line that a care plan, a wrap or a fee belongs to. */
  readonly forLineId: SaleLineId | null;
}

/** What the store keeps of a return today; null: nothing. Of the net of each line, at least the minimum. */
export interface RestockingToday {
  readonly ratePpm: RatePpm;
  readonly minCents: Cents;
}

/** A sale as the return desk sees it. */
export interface ReturnableTicket {
  readonly saleId: SaleId;
  readonly number: string;
  readonly businessDate: string;
  readonly completedAtMs: number;
  readonly voided: boolean;
  readonly totalCents: Cents;
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
  readonly lines: readonly ReturnableLine[];
  readonly restocking: RestockingToday | null;
  /** What share of the price paid a trade-up credits. Zero: the store has no such programme. */
  readonly tradeUpPpm: RatePpm;
}

/** A tender that may get money back, with the words by which people know it. */
export interface RefundPlace {
  readonly kind: TenderKind;
  readonly sourceId: string;
  readonly brand: string;
  readonly giftCardId: Id<'giftCard'> | null;
  readonly providerId: Id<'financeProvider'> | null;
  /** The lender's name, or the end of the gift card's code; empty for others. */
  readonly name: string;
  /** The sale that it paid; null for store credit that stands for no payment. */
  readonly saleId: SaleId | null;
  readonly saleNumber: string | null;
}

export interface PlannedRefund extends RefundPlace {
  /** Negative. */
  readonly amountCents: Cents;
  /** Why this tender: it paid, its check has not cleared, or nothing else is left to give back to. */
  readonly why: 'same_tender' | 'check_on_hold' | 'rest';
}

/** What a tender of a sale may still get back. */
export interface RefundLeft extends RefundPlace {
  readonly leftCents: Cents;
  /** Paid by checks that have not cleared: goes back as store credit. */
  readonly heldCents: Cents;
}

/** Where the money of a negative ticket goes. */
export interface RefundProposal {
  /** Negative. */
  readonly totalCents: Cents;
  readonly roundingCents: Cents;
  readonly tenders: readonly PlannedRefund[];
  /** What only payments would cover that are unknown or were never paid: settle those first. Zero or more. */
  readonly blockedCents: Cents;
  /** All tenders that paid, for whoever divides it another way. */
  readonly places: readonly RefundLeft[];
}

export type RefundPlanRefusal = CompleteSaleRefusal;

/** A piece that came back and waits for somebody to look at it. */
export interface InspectedPiece {
  readonly pieceId: PieceId;
  readonly stockNumber: string;
  readonly description: string;
  readonly quantityThousandths: Thousandths;
  readonly tagPriceCents: Cents;
  /** The ticket by which it came back. */
  readonly saleId: SaleId;
  readonly saleNumber: string;
  readonly sinceMs: number;
  /** Initials of who took it back. */
  readonly by: string;
}

const inspected = {
  commandId,
  pieceId: idOf('piece'),
  saleId: idOf('sale'),
  quantityThousandths,
};
export const passInspectionInput = z.object(inspected);
export type PassInspectionInput = z.infer<typeof passInspectionInput>;
export const writeOffInput = z.object({ ...inspected, reason: requiredText(200) });
export type WriteOffInput = z.infer<typeof writeOffInput>;

/** Somebody else has looked at it since. */
export interface InspectionRefusal {
  readonly code: 'INSPECTION_NOT_FOUND';
  readonly leftThousandths: number;
}

export const returnsContract = {
  /** Sales of which something comes back, newest first. */
  findSales: query('sales.sell', findReturnableInput).output(found<readonly ReturnableSale[]>()),
  ofSale: query('sales.sell', z.object({ saleId: idOf('sale') })).output(
    found<ReturnableTicket | null>(),
  ),
  /** Where the refund of a cart goes; refused for what would refuse the ticket itself. */
  plan: query('sales.sell', z.object({ cart })).output(
    found<Result<RefundProposal, RefundPlanRefusal>>(),
  ),
  /** Pieces to look at, oldest first. */
  inspection: query('stock.read', z.object({})).output(found<readonly InspectedPiece[]>()),
  passInspection: command('stock.write', passInspectionInput).output(
    answer<null, InspectionRefusal>(),
  ),
  writeOff: command('stock.write', writeOffInput).output(answer<null, InspectionRefusal>()),
};
