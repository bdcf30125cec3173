import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaxRuleId } from '../ids.ts';
import {
  type Cents,
  cents,
  ONE,
  type RatePpm,
  rateOfCents,
  sumCents,
  type Thousandths,
  ZERO_CENTS,
} from '../money.ts';
import { naiveTax } from './naive-tax.ts';
import { aTaxableLine, aTaxArea, aTaxRule } from './tax-builders.ts';
import { TAX_CLASSES } from './tax-class.ts';
import {
  SERVICE_RULES,
  type ServiceRule,
  TAX_ROUNDINGS,
  type TaxableLine,
  type TaxRule,
  type TaxTerms,
  TRADE_IN_RULES,
} from './tax-rule.ts';
import { type LineTax, taxTicket } from './tax-ticket.ts';

const RUNS = { numRuns: 3000 };

// Few amounts and few limits, so that prices meet thresholds exactly and half cents are common.
const anAmount = fc
  .oneof(
    fc.constantFrom(0, 1, 10, 50, 99_999, 100_000, 160_000, 200_000, 320_000),
    fc.nat({ max: 2000 }),
    fc.nat({ max: 1_000_000 }),
  )
  .map((value) => value as Cents);
const aLimit = fc
  .constantFrom(0, 25, 1001, 100_000, 160_000, 320_000)
  .map((value) => value as Cents);
const aRate = fc
  .oneof(fc.constantFrom(0, 5000, 50_000, 82_500, 250_000), fc.nat({ max: 300_000 }))
  .map((value) => value as RatePpm);
const aQuantity = fc
  .oneof(
    fc.constant(1000),
    fc.constantFrom(250, 333, 500, 2000, 3000),
    fc.integer({ min: 1, max: 9_999_000 }),
  )
  .map((value) => value as Thousandths);

const aLine: fc.Arbitrary<TaxableLine> = fc.record({
  taxClass: fc.oneof(
    fc.constantFrom('goods' as const, 'bullion' as const),
    fc.constantFrom(...TAX_CLASSES),
  ),
  taxed: fc.oneof(
    { weight: 5, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  quantityThousandths: aQuantity,
  netCents: anAmount,
  partsCents: anAmount,
  tradeIn: fc.oneof(
    { weight: 5, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});
const aTicket = fc.array(aLine, { maxLength: 8 });

const aRule: fc.Arbitrary<TaxRule> = fc
  .record({
    ratePpm: aRate,
    classes: fc.oneof(fc.constant(TAX_CLASSES), fc.subarray([...TAX_CLASSES], { minLength: 1 })),
    fromCents: fc.oneof(fc.constant(ZERO_CENTS), aLimit),
    toCents: fc.option(aLimit, { freq: 2 }),
    overCents: fc.option(aLimit, { freq: 2 }),
    underCents: fc.option(aLimit, { freq: 2 }),
    conditionPer: fc.constantFrom('article' as const, 'ticket' as const),
  })
  .map(aTaxRule);
const someRules = fc
  .array(aRule, { maxLength: 5 })
  .map((rules) => rules.map((rule, index) => ({ ...rule, taxRuleId: `${index}` as TaxRuleId })));

const aService: fc.Arbitrary<ServiceRule> = fc.record({
  rule: fc.constantFrom(...SERVICE_RULES),
  percentPpm: fc.constantFrom(0, 100_000, 500_000).map((value) => value as RatePpm),
});
const someTerms: fc.Arbitrary<TaxTerms> = fc.record({
  area: fc
    .record({
      tradeIn: fc.constantFrom(...TRADE_IN_RULES),
      services: fc.record({ restore: aService, alter: aService, fabricate: aService }),
    })
    .map(aTaxArea),
  rules: someRules,
  exempt: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  rounding: fc.constantFrom(...TAX_ROUNDINGS),
});

const totalOf = (taxes: readonly LineTax[]) => sumCents(taxes.map((line) => line.taxCents));

/** The law that everything here hangs on: to the cent what the fractions say. */
const agreesWithFractions = (tax: typeof taxTicket) =>
  fc.property(aTicket, someTerms, (lines, terms) => {
    expect(tax(lines, terms)).toEqual(naiveTax(lines, terms));
  });

describe('against fractions', () => {
  test('each line’s tax, and each rule’s rate, base, excess and tax, is what fractions say', () => {
    fc.assert(agreesWithFractions(taxTicket), { numRuns: 10_000 });
  });

  test('amounts beyond the safe range of plain products are as exact', () => {
    const huge = fc.integer({ min: 0, max: 9_999_000_000_000 }).map((value) => value as Cents);
    const hugeLine = fc
      .tuple(aLine, huge, huge)
      .map(([line, netCents, partsCents]) => ({ ...line, netCents, partsCents }));
    fc.assert(
      fc.property(fc.array(hugeLine, { maxLength: 5 }), someTerms, (lines, terms) => {
        expect(taxTicket(lines, terms)).toEqual(naiveTax(lines, terms));
      }),
      RUNS,
    );
  });
});

const withLines =
  (change: (line: TaxableLine) => TaxableLine): typeof taxTicket =>
  (lines, terms) =>
    taxTicket(lines.map(change), terms);
const withTerms =
  (change: (terms: TaxTerms) => TaxTerms): typeof taxTicket =>
  (lines, terms) =>
    taxTicket(lines, change(terms));
const withRules = (change: (rule: TaxRule) => TaxRule) =>
  withTerms((terms) => ({ ...terms, rules: terms.rules.map(change) }));
const later = (limit: Cents | null) => (limit === null ? null : cents(limit + 1));

const PLANTED: Readonly<Record<string, typeof taxTicket>> = {
  'half a cent rounded for each rule': (lines, terms) =>
    taxTicket(lines, terms).map((line) => {
      const parts = line.parts.map((part) => ({
        ...part,
        taxCents: rateOfCents(part.baseCents, part.ratePpm),
      }));
      return { parts, taxCents: sumCents(parts.map((part) => part.taxCents)) };
    }),
  'always rounded per line': withTerms((terms) => ({ ...terms, rounding: 'line' })),
  'a cap on the line and not on the article': withLines((line) => ({
    ...line,
    quantityThousandths: ONE,
  })),
  'a threshold that begins a cent late': withRules((rule) => ({
    ...rule,
    overCents: later(rule.overCents),
  })),
  'a threshold that ends a cent late': withRules((rule) => ({
    ...rule,
    underCents: later(rule.underCents),
  })),
  'a tier from the first cent': withRules((rule) => ({ ...rule, fromCents: ZERO_CENTS })),
  'a bullion threshold on each article': withRules((rule) => ({
    ...rule,
    conditionPer: 'article',
  })),
  'like kind that lowers everything': withTerms((terms) => ({
    ...terms,
    area: { ...terms.area, tradeIn: terms.area.tradeIn === 'no' ? 'no' : 'yes' },
  })),
  'a trade-in forgotten': withTerms((terms) => ({
    ...terms,
    area: { ...terms.area, tradeIn: 'no' },
  })),
  'an exempt customer taxed': withTerms((terms) => ({ ...terms, exempt: false })),
  'parts forgotten': withLines((line) => ({ ...line, partsCents: ZERO_CENTS })),
  'the first rule takes the whole tax': (lines, terms) =>
    taxTicket(lines, terms).map((line) => ({
      ...line,
      parts: line.parts.map((part, index) => ({
        ...part,
        taxCents: index === 0 ? line.taxCents : ZERO_CENTS,
      })),
    })),
};

test.each(Object.keys(PLANTED))('the fractions catch: %s (planted)', (bug) => {
  const tax = PLANTED[bug] ?? taxTicket;
  expect(fc.check(agreesWithFractions(tax), RUNS).failed).toBe(true);
});

describe('laws', () => {
  test('the parts of a line sum to its tax, and no amount is below nothing', () => {
    fc.assert(
      fc.property(aTicket, someTerms, (lines, terms) => {
        for (const { taxCents, parts } of taxTicket(lines, terms)) {
          expect(sumCents(parts.map((part) => part.taxCents))).toBe(taxCents);
          for (const part of parts)
            expect(
              Math.min(part.taxCents, part.baseCents, part.excessCents),
            ).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  test('rounded once per document the lines sum to the rounded sum of exact taxes', () => {
    fc.assert(
      fc.property(aTicket, someTerms, (lines, terms) => {
        const taxes = taxTicket(lines, { ...terms, rounding: 'document' });
        const exact = taxes
          .flatMap((line) => line.parts)
          .reduce((sum, part) => sum + BigInt(part.baseCents) * BigInt(part.ratePpm), 0n);
        expect(BigInt(totalOf(taxes))).toBe((exact + 500_000n) / 1_000_000n);
      }),
      RUNS,
    );
  });

  test('a ticket of lines at nothing pays nothing', () => {
    fc.assert(
      fc.property(aTicket, someTerms, (lines, terms) => {
        const free = lines.map((line) => ({ ...line, netCents: ZERO_CENTS }));
        expect(totalOf(taxTicket(free, terms))).toBe(0);
      }),
      RUNS,
    );
  });

  test('without thresholds a dearer line never pays less', () => {
    const goods = fc
      .tuple(aQuantity, anAmount)
      .map(([quantityThousandths, netCents]) => aTaxableLine({ quantityThousandths, netCents }));
    fc.assert(
      fc.property(
        fc.array(goods, { minLength: 1, maxLength: 5 }),
        fc.nat({ max: 500_000 }),
        someTerms,
        (lines, more, terms) => {
          const rules = terms.rules.map((rule) => ({ ...rule, overCents: null, underCents: null }));
          const [first, ...others] = lines;
          if (!first) return;
          const dearer = { ...first, netCents: cents(first.netCents + more) };
          const before = taxTicket(lines, { ...terms, rules });
          const after = taxTicket([dearer, ...others], { ...terms, rules });
          expect(totalOf(after)).toBeGreaterThanOrEqual(totalOf(before));
        },
      ),
      RUNS,
    );
  });

  test('tiers that meet cover whole articles to the cent, and a cap loses nothing', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 1, max: 50 }), aLimit, (netCents, count, limit) => {
        const quantityThousandths = (count * 1000) as Thousandths;
        const line = aTaxableLine({ netCents, quantityThousandths });
        const rules = [aTaxRule({ toCents: limit }), aTaxRule({ fromCents: limit })];
        const terms = { area: aTaxArea(), rules, exempt: false, rounding: 'line' } as const;
        const parts = taxTicket([line], terms)[0]?.parts ?? [];
        expect(sumCents(parts.map((part) => part.baseCents))).toBe(netCents);
        const capped = parts[0];
        expect((capped?.baseCents ?? 0) + (capped?.excessCents ?? 0)).toBe(netCents);
      }),
      RUNS,
    );
  });

  test('a trade-in lowers what is taxed by its credit, as far as there is something to lower', () => {
    fc.assert(
      fc.property(fc.array(anAmount, { maxLength: 6 }), anAmount, (nets, credit) => {
        const lines = nets.map((netCents) => aTaxableLine({ netCents }));
        const traded = aTaxableLine({ netCents: credit, tradeIn: true });
        const terms: TaxTerms = {
          area: aTaxArea({ tradeIn: 'yes' }),
          rules: [aTaxRule()],
          exempt: false,
          rounding: 'line',
        };
        const taxes = taxTicket([...lines, traded], terms);
        const base = sumCents(taxes.flatMap((line) => line.parts.map((part) => part.baseCents)));
        expect(base).toBe(Math.max(0, sumCents(nets) - credit));
        expect(totalOf(taxes)).toBeLessThanOrEqual(totalOf(taxTicket(lines, terms)));
      }),
      RUNS,
    );
  });

  test('an exempt customer pays nothing on the very bases everybody else pays on', () => {
    fc.assert(
      fc.property(aTicket, someTerms, (lines, terms) => {
        const bases = (taxes: readonly LineTax[]) =>
          taxes.map((line) => line.parts.map((part) => [part.taxRuleId, part.baseCents]));
        const free = taxTicket(lines, { ...terms, exempt: true });
        expect(totalOf(free)).toBe(0);
        expect(bases(free)).toEqual(bases(taxTicket(lines, { ...terms, exempt: false })));
      }),
      RUNS,
    );
  });
});
