import type {
  DayCloseCorrection,
  DayCloseMovement,
  DayCloseOverride,
} from '../../documents/day-close-paper.ts';
import type { PaymentState } from '../../journal/payment-postings.ts';
import type { LineKind } from '../../sales/line-kinds.ts';
import type { TenderKind } from '../../sales/tenders.ts';

/** All that one drawer saw between opening and now, as stored. Amounts in integer cents. */
export interface ZRows {
  readonly floatCents: number;
  readonly sales: readonly ZSale[];
  /** Of the sales above, the voided ones too. */
  readonly lines: readonly ZLine[];
  readonly taxes: readonly ZTaxPart[];
  /** All that were stored in this drawer, with those of its voids and corrections. */
  readonly payments: readonly ZPayment[];
  readonly movements: readonly DayCloseMovement[];
  /** Lines of any day that were handed over in this one, after they had been sold undelivered. */
  readonly deliveries: readonly ZLine[];
  readonly batches: readonly ZBatch[];
  readonly overrides: readonly DayCloseOverride[];
  readonly corrections: readonly ZCorrection[];
  /** Numbers of all documents of this drawer that have one, sales and others, in any order. */
  readonly numbers: readonly string[];
  /** The last number of each series before this day, as a gap can lie between two; a series without one began today. */
  readonly lastNumbers: readonly string[];
  /** The grand total of the Z before; 0 before the first. */
  readonly grandTotalBeforeCents: number;
}

export interface ZSale {
  readonly saleId: string;
  readonly number: string;
  readonly subtotalCents: number;
  readonly discountCents: number;
  readonly taxCents: number;
  readonly totalCents: number;
  /** What cash rounding put on, or negative took off, what was paid. */
  readonly roundingCents: number;
  /** Given back in cash, whatever else paid. */
  readonly changeCents: number;
  /** A certificate's number, or words; null where the sale was taxed. */
  readonly exemptReason: string | null;
  /** Null while the sale stands. */
  readonly voided: ZVoid | null;
}

export interface ZVoid {
  readonly atMs: number;
  /** Initials. */
  readonly by: string;
  readonly reason: string;
}

/** What came back is negative in every amount. */
export interface ZLine {
  readonly saleId: string;
  readonly kind: LineKind;
  /** What a return or trade-up takes back; null for other lines. */
  readonly originalKind: LineKind | null;
  /** As people know it; empty for what has none. */
  readonly department: string;
  readonly grossCents: number;
  readonly discountCents: number;
  readonly netCents: number;
  /** Handed over with the sale. */
  readonly delivered: boolean;
}

export interface ZTaxPart {
  readonly saleId: string;
  readonly name: string;
  readonly agency: string;
  /** Of the rule, whoever bought. */
  readonly ratePpm: number;
  readonly baseCents: number;
  readonly excessCents: number;
  readonly taxCents: number;
  /** Sold without the tax, to somebody who need not pay it. */
  readonly exempt: boolean;
}

export interface ZPayment {
  readonly paymentId: string;
  /** Of this day or, for a correction, of an earlier one. */
  readonly saleId: string;
  /** Of that sale. */
  readonly saleNumber: string;
  readonly tender: TenderKind;
  /** Card brand; of finance, lease and other tenders who or what it was. */
  readonly brand: string;
  /** The card terminal, as its batch is named. Empty for other tenders. */
  readonly terminal: string;
  /** A check's number. */
  readonly reference: string;
  readonly holdUntil: string | null;
  /** Handed over or charged; negative when given back. */
  readonly amountCents: number;
  /** As it is known now. What takes a payment back is in the state of the payment that it takes back. */
  readonly state: PaymentState;
  /** Takes back an earlier payment, whose amount has the other sign: of a void or a correction. */
  readonly reverses: boolean;
  /** False for cash that a correction moves out of or into a drawer that was counted before: today's has not moved. */
  readonly inDrawer: boolean;
}

/** What a terminal says it took of one brand. */
export interface ZBatch {
  readonly terminal: string;
  readonly brand: string;
  readonly batchCents: number;
}

/** By whom is an id until the figures are shown. */
export type ZCorrection = DayCloseCorrection;
