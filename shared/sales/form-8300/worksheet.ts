import { addCents, type Cents, sumCents, ZERO_CENTS } from '../../money.ts';
import type { BusinessDate } from '../../time.ts';
import type { DueReport } from './meter.ts';
import { countedCents, type ReceivedPayment } from './reportable-cash.ts';

/** Rows of item 32 of the form, which ask for each form of cash by itself. */
const ITEM_OF_KIND = [
  ['32a', 'cash'],
  ['32c', 'cashiers_check'],
  ['32d', 'money_order'],
  ['32e', 'bank_draft'],
  ['32f', 'travelers_check'],
] as const;

export interface WorksheetAmount {
  readonly item: (typeof ITEM_OF_KIND)[number][0];
  readonly kind: (typeof ITEM_OF_KIND)[number][1];
  readonly amountCents: Cents;
}

/** What the program knows for Part III of Form 8300; persons, identification and the business are asked. */
export interface Form8300Worksheet {
  /** Item 28: when the payment came that made the report due. */
  readonly receivedOn: BusinessDate;
  /** Item 29. The amounts of item 32 sum to it. */
  readonly totalCents: Cents;
  /** Item 30: the total came in more than one payment. */
  readonly inParts: boolean;
  /** Item 31: the price, where it is not the cash total. */
  readonly priceCents: Cents | null;
  /** Item 32, only forms that were received. How much of 32a came in $100 bills or higher is asked. */
  readonly amounts: readonly WorksheetAmount[];
  /** Every payment with the running total, and issuer and serial number of each instrument for item 32. */
  readonly rows: readonly {
    readonly payment: ReceivedPayment;
    readonly runningCents: Cents;
  }[];
  readonly fileBy: BusinessDate;
  readonly statementBy: BusinessDate;
}

/** Fills in the worksheet of a report. `priceCents` is the price of everything the payments were for, tax included. */
export function form8300Worksheet(report: DueReport, priceCents: Cents): Form8300Worksheet {
  let runningCents = ZERO_CENTS;
  const rows = report.payments.map((payment) => {
    runningCents = addCents(runningCents, countedCents(payment));
    return { payment, runningCents };
  });
  const amounts = ITEM_OF_KIND.map(([item, kind]) => ({
    item,
    kind,
    amountCents: sumCents(
      report.payments.filter((payment) => payment.kind === kind).map(countedCents),
    ),
  }));
  return {
    receivedOn: report.reachedOn,
    totalCents: report.totalCents,
    inParts: report.payments.length > 1,
    priceCents: priceCents === report.totalCents ? null : priceCents,
    amounts: amounts.filter(({ amountCents }) => amountCents > 0),
    rows,
    fileBy: report.fileBy,
    statementBy: statementFor(yearOf(report.reachedOn)),
  };
}

/** What a person named on a form must be told in writing: how much was reported for a year, and until when to tell. */
export interface PayerStatement {
  readonly year: number;
  readonly totalCents: Cents;
  readonly statementBy: BusinessDate;
}

/**
 * The statements a payer is owed for the reports filed, one per calendar year, oldest first: by 31 January of the year
 * after the cash came. (f). A report over the turn of a year belongs to the year in which it was reached.
 */
export function payerStatements(
  filed: readonly Pick<DueReport, 'reachedOn' | 'totalCents'>[],
): readonly PayerStatement[] {
  const years = [...new Set(filed.map((report) => yearOf(report.reachedOn)))];
  return years
    .toSorted((a, b) => a - b)
    .map((year) => ({
      year,
      totalCents: sumCents(
        filed
          .filter((report) => yearOf(report.reachedOn) === year)
          .map((report) => report.totalCents),
      ),
      statementBy: statementFor(year),
    }));
}

function statementFor(year: number): BusinessDate {
  return `${year + 1}-01-31` as BusinessDate;
}

function yearOf(date: BusinessDate): number {
  return Number(date.slice(0, 4));
}
