import { type Cents, type RatePpm } from '#shared/money.ts';
import type { RepriceRow } from '#shared/stock/reprice/contract.ts';
import type { PriceEnding, PriceRule } from '#shared/stock/reprice/price-rule.ts';

/** What is typed of a rule. */
export interface RepriceDraft {
  readonly words: string;
  readonly category: string | null;
  readonly vendor: string | null;
  readonly way: 'up' | 'down' | 'markup' | 'set';
  readonly ratePpm: RatePpm | undefined;
  readonly timesThousandths: number | undefined;
  readonly priceCents: Cents | undefined;
  readonly ending: PriceEnding;
}

export const FRESH_REPRICE: RepriceDraft = {
  words: '',
  category: null,
  vendor: null,
  way: 'up',
  ratePpm: undefined,
  timesThousandths: undefined,
  priceCents: undefined,
  ending: 'none',
};

/** The same pieces and the same way, with the figure still to be typed. */
export function withoutFigure(draft: RepriceDraft): RepriceDraft {
  return { ...draft, ratePpm: undefined, timesThousandths: undefined, priceCents: undefined };
}

/** The rule that is typed; undefined while its figure is missing. Nobody takes off more than nine tenths. */
export function ruleOf(draft: RepriceDraft): PriceRule | undefined {
  const { way, ratePpm, timesThousandths, priceCents } = draft;
  switch (way) {
    case 'up':
      return ratePpm === undefined ? undefined : { way: 'percent', changePpm: ratePpm };
    case 'down':
      return ratePpm === undefined || ratePpm > 900_000
        ? undefined
        : { way: 'percent', changePpm: 0 - ratePpm };
    case 'markup':
      return timesThousandths === undefined ? undefined : { way: 'markup', timesThousandths };
    case 'set':
      return priceCents === undefined ? undefined : { way: 'set', priceCents };
  }
}

/** A row that gets a new price. */
export type PricedRow = RepriceRow & { readonly toCents: Cents };

/** Rows with a new price that were not taken out. */
export function rowsToPrice(
  rows: readonly RepriceRow[],
  left: ReadonlySet<string>,
): readonly PricedRow[] {
  return rows.flatMap((row) =>
    row.toCents === null || left.has(row.pieceId) ? [] : [{ ...row, toCents: row.toCents }],
  );
}

/** True where the new price does not even bring back what the piece cost. */
export function isBelowCost({ costCents, toCents }: RepriceRow): boolean {
  return costCents !== null && toCents !== null && toCents < costCents;
}
