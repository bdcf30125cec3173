import type { DayCloseFacts } from '../../documents/day-close-paper.ts';
import { cashTaken } from './expected-cash.ts';
import { numberRuns } from './number-runs.ts';
import { type SalesFigures, salesFigures, soldCents } from './sales-figures.ts';
import { taxFigures, type ZTax } from './tax-figures.ts';
import {
  batchFigures,
  checksTaken,
  creditFigures,
  moneyTaken,
  openPayments,
  tenderFigures,
  type ZCheck,
  type ZCredits,
} from './tender-figures.ts';
import type { ZCorrection, ZRows } from './z-rows.ts';

type Kept<Field extends keyof DayCloseFacts> = {
  readonly [Name in Field]-?: NonNullable<DayCloseFacts[Name]>;
};

/** All figures of a Z that follow from the rows of its drawer. Spread into `DayCloseFacts` they are what the paper prints. */
export interface ZFigures
  extends
    SalesFigures,
    Kept<
      | 'tenders'
      | 'floatCents'
      | 'cashSalesCents'
      | 'movements'
      | 'batches'
      | 'overrides'
      | 'unresolved'
      | 'documents'
      | 'grandTotalCents'
    > {
  readonly taxes: readonly ZTax[];
  readonly credits: ZCredits;
  /** Known not to have been charged, and not paid otherwise since: the customer owes them. */
  readonly uncollected: NonNullable<DayCloseFacts['unresolved']>;
  /** For the deposit slip. */
  readonly checks: readonly ZCheck[];
  readonly corrections: readonly ZCorrection[];
  /** Money that came in less what went out, whatever it was for. */
  readonly moneyTakenCents: number;
}

/**
 * The figures of a day, from what its drawer stored (docs/rules.md, Day close). The grand total is the one before and the
 * total of this day's standing sales; it is never reset, whatever a later supplement says.
 *
 * M1 over the day: tenders, unresolved and uncollected payments together are total + rounding, and beside them only what
 * a correction of an earlier day brought. Commission is in none of the figures.
 */
export function zFigures(rows: ZRows): ZFigures {
  const { sales, payments } = rows;
  const figures = salesFigures(rows);
  const voided = new Set(sales.filter((sale) => sale.voided).map((sale) => sale.saleId));
  const lines = rows.lines.filter((line) => !voided.has(line.saleId));
  const changeCents = sales.reduce((sum, sale) => sum + sale.changeCents, 0);
  return {
    ...figures,
    taxes: taxFigures(rows.taxes.filter((part) => !voided.has(part.saleId))),
    tenders: tenderFigures(payments, changeCents),
    moneyTakenCents: moneyTaken(payments, changeCents),
    unresolved: openPayments(payments, 'unknown'),
    uncollected: openPayments(payments, 'not_charged'),
    checks: checksTaken(payments),
    batches: batchFigures(rows.batches, payments),
    credits: creditFigures(payments, {
      giftCardsSoldCents: soldCents(lines, 'gift_card'),
      accountPaidCents: soldCents(lines, 'account_payment'),
    }),
    floatCents: rows.floatCents,
    cashSalesCents: cashTaken(payments, sales),
    movements: rows.movements,
    overrides: rows.overrides,
    corrections: rows.corrections,
    documents: numberRuns(rows.numbers, rows.lastNumbers),
    grandTotalCents: rows.grandTotalBeforeCents + figures.totalCents,
  };
}
