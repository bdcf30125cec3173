import type { TaxRuleId } from '../ids.ts';
import { type Cents, ONE, type RatePpm, sumCents, type Thousandths, ZERO_CENTS } from '../money.ts';
import { type Exact, exactSum, product, roundToCents, splitCents } from './exact.ts';
import { baseInBand, meetsCondition } from './rule-base.ts';
import { taxableOfService } from './service-rule.ts';
import type { TaxableLine, TaxArea, TaxRule, TaxTerms } from './tax-rule.ts';
import { lowerByTradeIns } from './trade-in.ts';

const MILLION = 1_000_000;

/** What one rule took of one line; stored with the sale, so that a return takes back the same. */
export interface TaxPart {
  readonly taxRuleId: TaxRuleId;
  /** Zero for an exempt customer. */
  readonly ratePpm: RatePpm;
  readonly baseCents: Cents;
  /** What a cap left out of the base. */
  readonly excessCents: Cents;
  readonly taxCents: Cents;
}

export interface LineTax {
  readonly taxCents: Cents;
  readonly parts: readonly TaxPart[];
}

/** A part before it is rounded: millionths of a cent. */
interface ExactPart extends Omit<TaxPart, 'taxCents'> {
  readonly exactTax: Exact;
}

const UNTAXED: LineTax = { taxCents: ZERO_CENTS, parts: [] };

/**
 * The tax of each line, in the order of the lines (docs/rules.md, Money). Half a cent is rounded away from zero once,
 * over all rules together, per line or per document; what comes out is split by largest remainder, over the lines and
 * then over the rules, so that parts sum to the line. Thresholds look at the price before a trade-in, bands fall on what
 * the trade-in left. An exempt customer's parts keep rule and base at rate zero. A line the tax does not reach has no
 * parts, and a part whose band is not reached is left out. Throws on a negative amount or no quantity.
 */
export function taxTicket(lines: readonly TaxableLine[], terms: TaxTerms): readonly LineTax[] {
  const prices = lines.map((line) => taxablePrice(line, terms.area));
  const falling = rulesOfLines(lines, prices, terms.rules);
  const reached = prices.map((price, index) =>
    falling[index]?.length ? (price ?? ZERO_CENTS) : ZERO_CENTS,
  );
  const bases = lowerByTradeIns(lines, reached, terms.area.tradeIn);
  const parts = lines.map((line, index) =>
    (falling[index] ?? []).flatMap((rule) =>
      exactPart(bases[index] ?? ZERO_CENTS, line.quantityThousandths, rule, terms.exempt),
    ),
  );
  const exact = parts.map((each) => exactSum(each.map((part) => part.exactTax)));
  const taxes =
    terms.rounding === 'line'
      ? exact.map((sum) => roundToCents(sum, MILLION))
      : splitCents(roundToCents(exactSum(exact), MILLION), exact);
  return parts.map((each, index) => lineTax(each, taxes[index] ?? ZERO_CENTS));
}

/** What of a line's price can be taxed at all; null when nothing is. */
function taxablePrice(line: TaxableLine, area: TaxArea): Cents | null {
  const { taxClass, netCents, partsCents, quantityThousandths } = line;
  if (netCents < 0) throw new RangeError(`a line below nothing: ${netCents}`);
  if (line.tradeIn || !line.taxed || taxClass === 'none') return null;
  if (partsCents < 0 || quantityThousandths <= 0) {
    throw new RangeError(`not a taxable line: ${quantityThousandths}, parts ${partsCents}`);
  }
  if (taxClass === 'restore' || taxClass === 'alter' || taxClass === 'fabricate') {
    return taxableOfService(line, area.services[taxClass]);
  }
  return netCents;
}

/** The rules that fall on each line: those of its class whose condition is met. */
function rulesOfLines(
  lines: readonly TaxableLine[],
  prices: readonly (Cents | null)[],
  rules: readonly TaxRule[],
): readonly (readonly TaxRule[])[] {
  const open = rules.filter((rule) => {
    if (rule.conditionPer === 'article') return true;
    if (rule.overCents === null && rule.underCents === null) return true;
    const inClass = prices.map((price, index) => {
      const line = lines[index];
      return line && price !== null && rule.classes.includes(line.taxClass) ? price : ZERO_CENTS;
    });
    return meetsCondition(sumCents(inClass), ONE, rule);
  });
  return lines.map((line, index) => {
    const price = prices[index] ?? null;
    if (price === null) return [];
    return open.filter(
      (rule) =>
        rule.classes.includes(line.taxClass) &&
        (rule.conditionPer === 'ticket' || meetsCondition(price, line.quantityThousandths, rule)),
    );
  });
}

/** One rule on one line, none when the price does not reach its band. */
function exactPart(
  amountCents: Cents,
  quantityThousandths: Thousandths,
  rule: TaxRule,
  exempt: boolean,
): readonly ExactPart[] {
  const base = baseInBand(amountCents, quantityThousandths, rule);
  if (base.baseCents === 0 && rule.fromCents > 0) return [];
  const ratePpm = exempt ? (0 as RatePpm) : rule.ratePpm;
  const exactTax = product(base.baseCents, ratePpm);
  return [{ taxRuleId: rule.taxRuleId, ratePpm, ...base, exactTax }];
}

function lineTax(parts: readonly ExactPart[], taxCents: Cents): LineTax {
  if (parts.length === 0) return UNTAXED;
  const shares = splitCents(
    taxCents,
    parts.map((part) => part.exactTax),
  );
  return {
    taxCents,
    parts: parts.map(({ taxRuleId, ratePpm, baseCents, excessCents }, index) => ({
      taxRuleId,
      ratePpm,
      baseCents,
      excessCents,
      taxCents: shares[index] ?? ZERO_CENTS,
    })),
  };
}
