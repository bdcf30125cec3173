import { type Cents, cents, sumCents } from '../../money.ts';
import type { BusinessDate } from '../../time.ts';
import { byReceipt } from './related-payments.ts';
import {
  countedCents,
  type PaymentId,
  type ReceivedPayment,
  REPORTABLE_OVER_CENTS,
} from './reportable-cash.ts';

/** From here the window asks for name and identification, before it is too late to ask. A rule of the house. */
export const PROMPT_FROM_CENTS = 800_000;

const DAYS_TO_FILE = 15;

/** A Form 8300 that has to be filed. */
export interface DueReport {
  /** All payments it reports, in order of receipt; the last one brought them over $10,000. */
  readonly payments: readonly ReceivedPayment[];
  readonly totalCents: Cents;
  /** When the last of them was received. */
  readonly reachedOn: BusinessDate;
  /** The fifteenth day after. Where that is a weekend or holiday the law grants the next working day; we do not. */
  readonly fileBy: BusinessDate;
}

export interface CashMeter {
  /** Counted, not yet reported, and received within twelve months: what the next payment is added to. */
  readonly countedCents: Cents;
  /** What may still come before a report is due. */
  readonly leftCents: Cents;
  /** `ask` from $8,000 on; `file` while a report is due. */
  readonly prompt: 'none' | 'ask' | 'file';
  /** Not yet filed, oldest first. One form may report several, by the first one's date. (b)(3). */
  readonly due: readonly DueReport[];
}

/**
 * Runs the meter over the related payments of one buyer (`relatedPayments`) as of a day. Unreported payments within
 * twelve months are added up; the payment that brings them over $10,000 makes a report of all of them due, and with the
 * next payment the count starts anew. (b)(1)–(3). What was filed is out of the count, also where the form was filed early.
 * To see what a payment would do before it is taken, add it.
 */
export function meterCash(
  payments: readonly ReceivedPayment[],
  filed: ReadonlySet<PaymentId>,
  asOf: BusinessDate,
): CashMeter {
  const due: DueReport[] = [];
  let open: readonly ReceivedPayment[] = [];
  for (const payment of byReceipt(payments)) {
    if (payment.receivedOn > asOf || filed.has(payment.paymentId)) continue;
    if (countedCents(payment) === 0) continue;
    open = [...withinYear(open, payment.receivedOn), payment];
    const totalCents = sumCents(open.map(countedCents));
    if (totalCents <= REPORTABLE_OVER_CENTS) continue;
    due.push({
      payments: open,
      totalCents,
      reachedOn: payment.receivedOn,
      fileBy: fileBy(payment),
    });
    open = [];
  }
  const counted = sumCents(withinYear(open, asOf).map(countedCents));
  const asks = counted >= PROMPT_FROM_CENTS;
  return {
    countedCents: counted,
    leftCents: cents(REPORTABLE_OVER_CENTS - counted),
    prompt: due.length > 0 ? 'file' : asks ? 'ask' : 'none',
    due,
  };
}

/** One form for reports that come due together: those reached before the first has to be filed. (b)(3). */
export function combineReports(due: readonly DueReport[]): DueReport | undefined {
  const [first] = due;
  if (!first) return undefined;
  const together = due.filter((report) => report.reachedOn <= first.fileBy);
  return {
    payments: together.flatMap((report) => report.payments),
    totalCents: sumCents(together.map((report) => report.totalCents)),
    reachedOn: together.at(-1)?.reachedOn ?? first.reachedOn,
    fileBy: first.fileBy,
  };
}

/** The day a year later still counts: the doubtful day is reported. */
function withinYear(
  payments: readonly ReceivedPayment[],
  asOf: BusinessDate,
): readonly ReceivedPayment[] {
  const day = Temporal.PlainDate.from(asOf);
  return payments.filter(({ receivedOn }) => {
    const lastDay = Temporal.PlainDate.from(receivedOn).add({ years: 1 });
    return Temporal.PlainDate.compare(lastDay, day) >= 0;
  });
}

function fileBy({ receivedOn }: ReceivedPayment): BusinessDate {
  const day = Temporal.PlainDate.from(receivedOn).add({ days: DAYS_TO_FILE });
  return day.toString() as BusinessDate;
}
