import { type Cents, cents, sumCents, ZERO_CENTS } from '../money.ts';
import { splitCents } from './exact.ts';
import type { TaxClass } from './tax-class.ts';
import type { TradeInRule } from './tax-rule.ts';

const LIKE_KINDS = ['goods', 'bullion'] as const satisfies readonly TaxClass[];

/** A line as far as trade-ins look at it: one that is traded in holds its credit, in positive cents. */
export interface TradedLine {
  readonly taxClass: TaxClass;
  readonly netCents: Cents;
  readonly tradeIn: boolean;
}

/**
 * Lowers what is taxable by what was traded in, as the area allows: not at all; every taxable line; or like kind, goods
 * by goods and bullion by bullion. A credit is spread by largest remainder of the taxable amounts and takes none below
 * zero. `taxableCents` stands beside `lines`; it is zero where the tax does not reach.
 */
export function lowerByTradeIns(
  lines: readonly TradedLine[],
  taxableCents: readonly Cents[],
  tradeIn: TradeInRule,
): readonly Cents[] {
  if (tradeIn === 'no' || !lines.some((line) => line.tradeIn)) return taxableCents;
  if (tradeIn === 'yes') return lowerOne(lines, taxableCents, null);
  return LIKE_KINDS.reduce<readonly Cents[]>(
    (left, kind) => lowerOne(lines, left, kind),
    taxableCents,
  );
}

/** Spreads the credits of one kind, or of all, over the taxable amounts of that kind. */
function lowerOne(
  lines: readonly TradedLine[],
  taxableCents: readonly Cents[],
  kind: TaxClass | null,
): readonly Cents[] {
  const isKind = (line: TradedLine) => kind === null || line.taxClass === kind;
  const weights = taxableCents.map((taxable, index) => {
    const line = lines[index];
    return line && isKind(line) ? taxable : ZERO_CENTS;
  });
  const credits = lines.filter((line) => line.tradeIn && isKind(line));
  const credit = sumCents(credits.map((line) => line.netCents));
  const most = sumCents(weights);
  const shares = splitCents(credit < most ? credit : most, weights);
  return taxableCents.map((taxable, index) => cents(taxable - (shares[index] ?? 0)));
}
