import type { CustomerId, Id } from '../../ids.ts';
import { type Cents, ZERO_CENTS } from '../../money.ts';
import type { BusinessDate, InstantMs } from '../../time.ts';
import type { CheckKind } from '../tenders.ts';

// Source of everything in this folder: IRC 6050I, 26 CFR 1.6050I-1, and the instructions of IRS Form 8300 (Rev. December
// 2023). Paragraph letters below are those of the regulation.

/** More than this, in one payment or in related ones, is reported; an instrument of more is none. (a)(1), (c)(1)(ii). */
export const REPORTABLE_OVER_CENTS = 1_000_000;

export type PaymentId = Id<'payment'>;

/** A cash payment, or a check of any kind, as the meter sees it. */
export interface ReceivedPayment {
  readonly paymentId: PaymentId;
  readonly buyerId: CustomerId;
  /** The sale, layaway or order it pays: payments on one are always related. */
  readonly transactionId: string;
  readonly kind: 'cash' | CheckKind;
  readonly receivedOn: BusinessDate;
  readonly receivedAtMs: InstantMs;
  /** Cash less its change, or the face of the instrument. What is given back later does not make it less. */
  readonly amountCents: Cents;
  /** Whether its transaction is a designated one: `isDesignatedSale`. */
  readonly designatedSale: boolean;
  /** Staff know that the instrument is used to avoid the report: then it counts in any transaction. (c)(1)(ii)(B)(2). */
  readonly avoidsReport: boolean;
  /** Proceeds of a bank loan, of an installment sale or a down payment plan, as the buyer's paper shows. (c)(1)(iv)–(vi). */
  readonly excepted: boolean;
  /** Who issued an instrument, and its serial number; empty for cash. */
  readonly issuer: string;
  readonly serial: string;
}

/** An article of a sale, as the rule asks of it. */
export interface DesignatedArticle {
  /**
   * `durable`: of a kind for personal use that lasts a year or more, as jewelry and watches are. `collectible`: a metal,
   * gem, coin, antique or work of art (IRC 408(m)(2)).
   */
  readonly nature: 'durable' | 'collectible' | 'neither';
  /** Price of the one article, without tax. */
  readonly priceCents: Cents;
}

/**
 * Whether a retail sale is a designated reporting transaction: an article in it is a durable that costs more than
 * $10,000 by itself, or a collectible at any price. Several durables of $10,000 or less each make none, whatever they
 * come to together. (c)(1)(iii), (c)(2), (c)(3).
 */
export function isDesignatedSale(articles: readonly DesignatedArticle[]): boolean {
  return articles.some(({ nature, priceCents }) =>
    nature === 'durable' ? priceCents > REPORTABLE_OVER_CENTS : nature === 'collectible',
  );
}

const INSTRUMENTS: ReadonlySet<ReceivedPayment['kind']> = new Set<ReceivedPayment['kind']>([
  'cashiers_check',
  'money_order',
  'bank_draft',
  'travelers_check',
]);

/**
 * What of a payment counts as cash, zero or all of it: coins and notes always; cashier's checks, money orders, bank
 * drafts and traveler's checks of $10,000 or less when they pay a designated sale or are used to avoid the report.
 * Personal and business checks never. (c)(1)(ii).
 */
export function countedCents(payment: ReceivedPayment): Cents {
  if (payment.amountCents <= 0) return ZERO_CENTS;
  if (payment.kind === 'cash') return payment.amountCents;
  if (!INSTRUMENTS.has(payment.kind) || payment.amountCents > REPORTABLE_OVER_CENTS)
    return ZERO_CENTS;
  if (payment.avoidsReport) return payment.amountCents;
  return payment.designatedSale && !payment.excepted ? payment.amountCents : ZERO_CENTS;
}
