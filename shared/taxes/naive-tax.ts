import type { TaxableLine, TaxRule, TaxTerms } from './tax-rule.ts';

// For tests: the tax of a ticket a second time, slowly and in fractions, as one would on paper. It shares no arithmetic
// with the one that sells.

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const whole = (value: number): Fraction => ({ over: BigInt(value), under: 1n });
const zero = whole(0);
const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
const times = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.over,
  under: a.under * b.under,
});
const share = (a: Fraction, of: Fraction): Fraction => ({
  over: a.over * of.under,
  under: a.under * of.over,
});
const minus = (a: Fraction, b: Fraction) => plus(a, times(whole(-1), b));
const isLess = (a: Fraction, b: Fraction) => a.over * b.under < b.over * a.under;
const least = (a: Fraction, b: Fraction) => (isLess(b, a) ? b : a);
const sumOf = (all: readonly Fraction[]) => all.reduce(plus, zero);
const down = (a: Fraction) => Number(a.over / a.under);
const nearest = (a: Fraction) => down(plus(a, { over: 1n, under: 2n }));

/** Largest remainder: everybody gets the whole cents of their exact share, then the furthest behind get one more. */
function divide(total: number, weights: readonly Fraction[]): number[] {
  const all = sumOf(weights);
  if (all.over === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => share(times(whole(total), weight), all));
  const given = exact.map(down);
  while (given.reduce((sum, part) => sum + part, 0) < total) {
    const behind = exact.map((part, index) => minus(part, whole(given[index] ?? 0)));
    const furthest = behind.findIndex((one) => behind.every((other) => !isLess(one, other)));
    given[furthest] = (given[furthest] ?? 0) + 1;
  }
  return given;
}

function taxable(line: TaxableLine, terms: TaxTerms): number | null {
  if (line.tradeIn || !line.taxed || line.taxClass === 'none') return null;
  const { taxClass, netCents, partsCents } = line;
  if (taxClass !== 'restore' && taxClass !== 'alter' && taxClass !== 'fabricate') return netCents;
  const { rule, percentPpm } = terms.area.services[taxClass];
  if (rule === 'labour_taxed') return netCents;
  if (partsCents === 0) return null;
  if (rule === 'labour_free') return Math.min(partsCents, netCents);
  if (rule === 'parts_make_all_taxable') return netCents;
  const limit = times(whole(netCents), { over: BigInt(percentPpm), under: 1_000_000n });
  return isLess(whole(partsCents), limit) ? null : netCents;
}

const pieces = (line: TaxableLine): Fraction => ({
  over: BigInt(line.quantityThousandths),
  under: 1000n,
});

function applies(rule: TaxRule, at: number, ticket: readonly TaxableLine[], terms: TaxTerms) {
  const line = ticket[at];
  const price = line ? taxable(line, terms) : null;
  if (!line || price === null || !rule.classes.includes(line.taxClass)) return false;
  const together = ticket
    .filter((other) => rule.classes.includes(other.taxClass))
    .map((other) => whole(taxable(other, terms) ?? 0));
  const seen = rule.conditionPer === 'ticket' ? sumOf(together) : share(whole(price), pieces(line));
  if (rule.overCents !== null && isLess(seen, whole(rule.overCents))) return false;
  return rule.underCents === null || isLess(seen, whole(rule.underCents));
}

function lowered(ticket: readonly TaxableLine[], reached: readonly number[], terms: TaxTerms) {
  const left = [...reached];
  const pools = { no: [], yes: [null], like_kind: ['goods', 'bullion'] }[terms.area.tradeIn];
  for (const pool of pools) {
    const inPool = ticket.map((line) => pool === null || line.taxClass === pool);
    const credit = ticket.reduce(
      (sum, line, at) => sum + (line.tradeIn && inPool[at] ? line.netCents : 0),
      0,
    );
    const weights = left.map((amount, at) => (inPool[at] ? amount : 0));
    const most = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = divide(Math.min(credit, most), weights.map(whole));
    for (const [at, part] of shares.entries()) left[at] = (left[at] ?? 0) - part;
  }
  return left;
}

function partsOf(line: TaxableLine, amount: number, rules: readonly TaxRule[], exempt: boolean) {
  const price = share(whole(amount), pieces(line));
  return rules.flatMap((rule) => {
    const upTo = rule.toCents === null ? price : least(price, whole(rule.toCents));
    const above = minus(upTo, least(upTo, whole(rule.fromCents)));
    const baseCents = nearest(times(above, pieces(line)));
    if (baseCents === 0 && rule.fromCents > 0) return [];
    const excessCents = amount - nearest(times(upTo, pieces(line)));
    const ratePpm = exempt ? 0 : rule.ratePpm;
    const exact = times(whole(baseCents), { over: BigInt(ratePpm), under: 1_000_000n });
    return [{ taxRuleId: rule.taxRuleId, ratePpm, baseCents, excessCents, exact }];
  });
}

/** What `taxTicket` promises, worked out in fractions. */
export function naiveTax(ticket: readonly TaxableLine[], terms: TaxTerms) {
  const falling = ticket.map((_, at) =>
    terms.rules.filter((rule) => applies(rule, at, ticket, terms)),
  );
  const reached = ticket.map((line, at) => (falling[at]?.length ? (taxable(line, terms) ?? 0) : 0));
  const bases = lowered(ticket, reached, terms);
  const parts = ticket.map((line, at) =>
    partsOf(line, bases[at] ?? 0, falling[at] ?? [], terms.exempt),
  );
  const exact = parts.map((each) => sumOf(each.map((part) => part.exact)));
  const taxes =
    terms.rounding === 'line' ? exact.map(nearest) : divide(nearest(sumOf(exact)), exact);
  return parts.map((each, at) => {
    const taxCents = taxes[at] ?? 0;
    const shares = divide(
      taxCents,
      each.map((part) => part.exact),
    );
    return {
      taxCents,
      parts: each.map(({ exact: _, ...part }, index) => ({
        ...part,
        taxCents: shares[index] ?? 0,
      })),
    };
  });
}
