import type { DayCloseTender } from '../../documents/day-close-paper.ts';
import type { ZTax } from './tax-figures.ts';

/** What a supplement tells of a day besides its journal, in cents. */
export interface DayTotals {
  readonly salesCount: number;
  readonly netCents: number;
  readonly taxCents: number;
  readonly totalCents: number;
  readonly taxes: readonly ZTax[];
  readonly tenders: readonly DayCloseTender[];
}

/** What a day comes to now, less all that was told of it. Taxes and tenders that did not change are left out. */
export function lateFigures(now: DayTotals, told: readonly DayTotals[]): DayTotals {
  const less = (of: (totals: DayTotals) => number) =>
    of(now) - told.reduce((sum, each) => sum + of(each), 0);
  return {
    salesCount: less((each) => each.salesCount),
    netCents: less((each) => each.netCents),
    taxCents: less((each) => each.taxCents),
    totalCents: less((each) => each.totalCents),
    taxes: differences(
      now.taxes,
      told.flatMap((each) => each.taxes),
      TAX,
    ),
    tenders: differences(
      now.tenders,
      told.flatMap((each) => each.tenders),
      TENDER,
    ),
  };
}

interface Summed<Row> {
  readonly keyOf: (row: Row) => string;
  /** `a` with the sums of `b` put on (1) or taken off (−1). */
  readonly with: (a: Row, b: Row, sign: 1 | -1) => Row;
  readonly isNothing: (row: Row) => boolean;
}

const TAX: Summed<ZTax> = {
  keyOf: ({ agency, name, ratePpm }) => JSON.stringify([agency, name, ratePpm]),
  with: (a, b, sign) => ({
    ...a,
    baseCents: a.baseCents + sign * b.baseCents,
    exemptCents: a.exemptCents + sign * b.exemptCents,
    excessCents: a.excessCents + sign * b.excessCents,
    taxCents: a.taxCents + sign * b.taxCents,
  }),
  isNothing: ({ baseCents, exemptCents, excessCents, taxCents }) =>
    [baseCents, exemptCents, excessCents, taxCents].every((cents) => cents === 0),
};

const TENDER: Summed<DayCloseTender> = {
  keyOf: ({ tender, brand = '' }) => JSON.stringify([tender, brand]),
  with: (a, b, sign) => ({
    ...a,
    count: a.count + sign * b.count,
    amountCents: a.amountCents + sign * b.amountCents,
  }),
  isNothing: ({ count, amountCents }) => count === 0 && amountCents === 0,
};

function differences<Row>(
  now: readonly Row[],
  told: readonly Row[],
  { keyOf, with: sum, isNothing }: Summed<Row>,
): readonly Row[] {
  const rows = new Map(now.map((row) => [keyOf(row), row]));
  for (const row of told) {
    const key = keyOf(row);
    const before = rows.get(key) ?? sum(row, row, -1);
    rows.set(key, sum(before, row, -1));
  }
  return [...rows.values()].filter((row) => !isNothing(row));
}
