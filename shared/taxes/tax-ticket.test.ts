import { describe, expect, test } from 'vitest';
import type { TaxRuleId } from '../ids.ts';
import { type Cents, type RatePpm, sumCents, type Thousandths } from '../money.ts';
import { aTaxableLine, aTaxArea, aTaxRule, someTaxTerms } from './tax-builders.ts';
import type { ServiceRule, TaxableLine, TaxRule, TaxTerms } from './tax-rule.ts';
import { taxTicket } from './tax-ticket.ts';

const dollars = (amount: number) => Math.round(amount * 100) as Cents;
const percent = (rate: number) => Math.round(rate * 10_000) as RatePpm;
const each = (count: number) => (count * 1000) as Thousandths;

const rule = (id: string, rate: number, more: Partial<TaxRule> = {}) =>
  aTaxRule({ taxRuleId: id as TaxRuleId, name: id, ratePpm: percent(rate), ...more });
const ring = (net: number, more: Partial<TaxableLine> = {}) =>
  aTaxableLine({ netCents: dollars(net), ...more });
const taxOf = (lines: readonly TaxableLine[], terms: Partial<TaxTerms>) =>
  taxTicket(lines, someTaxTerms(terms)).map((line) => line.taxCents);

const TENNESSEE = [
  rule('state', 7),
  rule('local', 2.25, { toCents: dollars(1600) }),
  rule('single article', 2.75, { fromCents: dollars(1600), toCents: dollars(3200) }),
];
const FLORIDA = [rule('state', 6), rule('surtax', 1, { toCents: dollars(5000) })];

describe('caps and tiers of one article', () => {
  test('Tennessee: a ring of $4,000 pays $360.00, and each rule says on what', () => {
    const [tax] = taxTicket([ring(4000)], someTaxTerms({ rules: TENNESSEE }));
    expect(tax).toEqual({
      taxCents: dollars(360),
      parts: [
        {
          taxRuleId: 'state',
          ratePpm: 70_000,
          baseCents: dollars(4000),
          excessCents: 0,
          taxCents: dollars(280),
        },
        {
          taxRuleId: 'local',
          ratePpm: 22_500,
          baseCents: dollars(1600),
          excessCents: dollars(2400),
          taxCents: dollars(36),
        },
        {
          taxRuleId: 'single article',
          ratePpm: 27_500,
          baseCents: dollars(1600),
          excessCents: dollars(800),
          taxCents: dollars(44),
        },
      ],
    });
  });

  test('Tennessee: at $2,000 the tier has $400 in it, at $1,600 and below it is not reached', () => {
    expect(taxOf([ring(2000)], { rules: TENNESSEE })).toEqual([dollars(140 + 36 + 11)]);
    const [tax] = taxTicket([ring(1600)], someTaxTerms({ rules: TENNESSEE }));
    expect(tax?.parts.map((part) => part.taxRuleId)).toEqual(['state', 'local']);
    expect(tax?.taxCents).toBe(dollars(112 + 36));
  });

  test('Florida: the surtax falls on the first $5,000 of an item', () => {
    expect(taxOf([ring(8000)], { rules: FLORIDA })).toEqual([dollars(480 + 50)]);
    expect(taxOf([ring(5000)], { rules: FLORIDA })).toEqual([dollars(350)]);
  });

  test('two watches of $8,000 in one line have $5,000 under the cap each', () => {
    const pair = ring(16_000, { quantityThousandths: each(2) });
    const [tax] = taxTicket([pair], someTaxTerms({ rules: FLORIDA }));
    expect(tax?.parts[1]).toMatchObject({
      baseCents: dollars(10_000),
      excessCents: dollars(6000),
      taxCents: dollars(100),
    });
  });

  test('half a chain that costs $12,000 whole has half of $5,000 under the cap', () => {
    const half = ring(6000, { quantityThousandths: each(0.5) });
    const [tax] = taxTicket([half], someTaxTerms({ rules: FLORIDA }));
    expect(tax?.parts[1]).toMatchObject({ baseCents: dollars(2500), excessCents: dollars(3500) });
  });

  test('the band of a third of an article is rounded to the cent once', () => {
    const third = ring(10, { quantityThousandths: 333 as Thousandths });
    const capped = rule('capped', 10, { toCents: 1001 as Cents });
    const [tax] = taxTicket([third], someTaxTerms({ rules: [capped] }));
    expect(tax?.parts[0]).toMatchObject({ baseCents: 333, excessCents: 667 });
  });
});

describe('thresholds', () => {
  const luxury = [
    rule('low', 4, { underCents: dollars(1000) }),
    rule('high', 10, { overCents: dollars(1000) }),
  ];

  test('a price at the threshold pays the other rate on all of it, a cent less does not', () => {
    expect(taxOf([ring(999.99)], { rules: luxury })).toEqual([dollars(40)]);
    expect(taxOf([ring(1000)], { rules: luxury })).toEqual([dollars(100)]);
  });

  test('the threshold looks at one article, not at the line', () => {
    const pair = ring(1998, { quantityThousandths: each(2) });
    expect(taxOf([pair], { rules: luxury })).toEqual([dollars(79.92)]);
    const half = ring(500, { quantityThousandths: each(0.5) });
    expect(taxOf([half], { rules: luxury })).toEqual([dollars(50)]);
  });

  test('a rule above a threshold keeps its band', () => {
    const both = [rule('high', 10, { overCents: dollars(1000), toCents: dollars(1500) })];
    expect(taxOf([ring(2000), ring(900)], { rules: both })).toEqual([dollars(150), 0]);
  });

  test('bullion of $2,000 or more on one ticket is free, below it is taxed; goods do not count', () => {
    const rules = [
      rule('goods', 8, { classes: ['goods'] }),
      rule('bullion', 8, {
        classes: ['bullion'],
        underCents: dollars(2000),
        conditionPer: 'ticket',
      }),
    ];
    const coin = (net: number) => ring(net, { taxClass: 'bullion' });
    expect(taxOf([coin(1000), ring(1000)], { rules })).toEqual([dollars(80), dollars(80)]);
    expect(taxOf([coin(1000), ring(500), coin(1000)], { rules })).toEqual([0, dollars(40), 0]);
    expect(taxOf([coin(1000), coin(999.99)], { rules })).toEqual([dollars(80), dollars(80)]);
  });
});

describe('trade-ins', () => {
  const rules = [rule('state', 10)];
  const tradedRing = (credit: number) => ring(credit, { tradeIn: true });
  const traded = (lines: readonly TaxableLine[], tradeIn: 'no' | 'yes' | 'like_kind') =>
    taxOf(lines, { rules, area: aTaxArea({ tradeIn }) });

  test('where a trade-in changes nothing the whole price is taxed', () => {
    expect(traded([ring(1000), tradedRing(400)], 'no')).toEqual([dollars(100), 0]);
  });

  test('where it lowers the base, the difference is taxed', () => {
    expect(traded([ring(1000), tradedRing(400)], 'yes')).toEqual([dollars(60), 0]);
  });

  test('the credit is spread over what it lowers by largest remainder', () => {
    const lines = [ring(0.01), ring(0.01), ring(0.01), tradedRing(0.02)];
    const terms = someTaxTerms({ rules, area: aTaxArea({ tradeIn: 'yes' }) });
    const bases = taxTicket(lines, terms).map((line) => line.parts[0]?.baseCents);
    expect(bases).toEqual([0, 0, 1, undefined]);
  });

  test('a credit above the price leaves no base below nothing', () => {
    expect(traded([ring(100), tradedRing(400)], 'yes')).toEqual([0, 0]);
  });

  test('like kind: a coin traded in lowers the coins and not the ring', () => {
    const coin = ring(1000, { taxClass: 'bullion' });
    const tradedCoin = ring(600, { taxClass: 'bullion', tradeIn: true });
    expect(traded([coin, ring(1000), tradedCoin], 'like_kind')).toEqual([
      dollars(40),
      dollars(100),
      0,
    ]);
    expect(traded([ring(1000), tradedCoin], 'like_kind')).toEqual([dollars(100), 0]);
    expect(traded([coin, ring(1000), tradedRing(500)], 'like_kind')).toEqual([
      dollars(100),
      dollars(50),
      0,
    ]);
  });

  test('an untaxed line takes none of the credit', () => {
    const lines = [ring(1000, { taxed: false }), ring(1000), tradedRing(400)];
    expect(traded(lines, 'yes')).toEqual([0, dollars(60), 0]);
  });

  test('a line that no rule falls on takes none of the credit', () => {
    const goodsOnly = [rule('state', 10, { classes: ['goods'] })];
    const lines = [ring(1000), ring(1000, { taxClass: 'shipping' }), tradedRing(400)];
    expect(taxOf(lines, { rules: goodsOnly, area: aTaxArea({ tradeIn: 'yes' }) })).toEqual([
      dollars(60),
      0,
      0,
    ]);
  });

  test('the cap falls on what is left, the threshold looks at the price before', () => {
    const area = aTaxArea({ tradeIn: 'yes' });
    const lines = [ring(8000), tradedRing(4000)];
    expect(taxOf(lines, { rules: FLORIDA, area })).toEqual([dollars(240 + 40), 0]);
    const over = [rule('high', 10, { overCents: dollars(5000) })];
    expect(taxOf(lines, { rules: over, area })).toEqual([dollars(400), 0]);
  });
});

describe('work on a thing', () => {
  const sizing = (net: number, parts: number) =>
    ring(net, { taxClass: 'alter', partsCents: dollars(parts) });
  const at = (service: ServiceRule['rule'], lines: readonly TaxableLine[], percentOfAll = 0) => {
    const free = { rule: 'labour_free', percentPpm: percent(0) } as const;
    const alter = { rule: service, percentPpm: percent(percentOfAll) };
    const area = aTaxArea({ services: { restore: free, alter, fabricate: free } });
    return taxOf(lines, { rules: [rule('state', 10)], area });
  };

  test('labour free: the parts are taxed alone', () => {
    expect(at('labour_free', [sizing(80, 30), sizing(80, 0)])).toEqual([dollars(3), 0]);
  });

  test('labour taxed: all of it', () => {
    expect(at('labour_taxed', [sizing(80, 30), sizing(80, 0)])).toEqual([dollars(8), dollars(8)]);
  });

  test('parts make all taxable: any part, and not without one', () => {
    const lines = [sizing(80, 0.01), sizing(80, 0)];
    expect(at('parts_make_all_taxable', lines)).toEqual([dollars(8), 0]);
  });

  test('parts of 10 % or more make all taxable, under 10 % nothing is', () => {
    const lines = [sizing(80, 8), sizing(80, 7.99), sizing(80, 0)];
    expect(at('parts_from_percent', lines, 10)).toEqual([dollars(8), 0, 0]);
  });

  test('work without a part is never taxed for its parts, not even from 0 %', () => {
    expect(at('parts_from_percent', [sizing(80, 0)], 0)).toEqual([0]);
  });

  test('parts dearer than the discounted work are taxed up to its price', () => {
    expect(at('labour_free', [sizing(20, 30)])).toEqual([dollars(2)]);
  });

  test('each class of work follows its own rule, and a part on its own line is taxed whole', () => {
    const lines = [
      ring(50, { taxClass: 'restore' }),
      ring(50, { taxClass: 'alter' }),
      ring(50, { taxClass: 'part', partsCents: dollars(1) }),
    ];
    expect(at('labour_taxed', lines)).toEqual([0, dollars(5), dollars(5)]);
  });

  test('free labour leaves no row of tax', () => {
    const area = aTaxArea({
      services: {
        ...aTaxArea().services,
        restore: { rule: 'labour_free', percentPpm: percent(0) },
      },
    });
    const labour = ring(50, { taxClass: 'restore' });
    expect(taxTicket([labour], someTaxTerms({ area }))).toEqual([{ taxCents: 0, parts: [] }]);
  });
});

describe('who and where', () => {
  test('shipped elsewhere, the other place’s rules decide', () => {
    const lines = [ring(4000)];
    const home = taxOf(lines, { rules: TENNESSEE });
    const there = taxOf(lines, { area: aTaxArea({ state: 'FL' }), rules: FLORIDA });
    expect([home, there]).toEqual([[dollars(360)], [dollars(280)]]);
    expect(taxTicket(lines, someTaxTerms({ rules: [] }))).toEqual([{ taxCents: 0, parts: [] }]);
  });

  test('an exempt customer pays nothing; rule and base are kept at rate zero', () => {
    const terms = someTaxTerms({ rules: FLORIDA, exempt: true });
    const [tax] = taxTicket([ring(8000)], terms);
    expect(tax?.taxCents).toBe(0);
    expect(tax?.parts).toEqual([
      { taxRuleId: 'state', ratePpm: 0, baseCents: 800_000, excessCents: 0, taxCents: 0 },
      { taxRuleId: 'surtax', ratePpm: 0, baseCents: 500_000, excessCents: 300_000, taxCents: 0 },
    ]);
  });

  test('untaxed lines, lines of no class and classes no rule names give no parts', () => {
    const lines = [
      ring(100, { taxed: false }),
      ring(100, { taxClass: 'none' }),
      ring(100, { taxClass: 'shipping' }),
    ];
    const rules = [rule('goods', 10, { classes: ['goods', 'none'] })];
    for (const tax of taxTicket(lines, someTaxTerms({ rules })))
      expect(tax).toEqual({ taxCents: 0, parts: [] });
  });

  test('a ring given away keeps its row with a base of nothing', () => {
    const [tax] = taxTicket([ring(0)], someTaxTerms());
    expect(tax?.taxCents).toBe(0);
    expect(tax?.parts).toHaveLength(1);
  });
});

describe('half a cent', () => {
  test('is rounded away from zero once per line, over all rules together', () => {
    const thirds = [rule('a', 0.5), rule('b', 0.5), rule('c', 0.5)];
    const [tax] = taxTicket([ring(1)], someTaxTerms({ rules: thirds }));
    // 0.5 ¢ each: 1.5 ¢ together are 2 ¢, where each alone would make 3 ¢.
    expect(tax?.taxCents).toBe(2);
    expect(tax?.parts.map((part) => part.taxCents)).toEqual([1, 1, 0]);
  });

  test('is rounded once per document where the store chose so, and lines share what comes out', () => {
    const lines = [ring(0.1), ring(0.1), ring(0.1)];
    const rules = [rule('state', 5)];
    expect(taxOf(lines, { rules, rounding: 'line' })).toEqual([1, 1, 1]);
    const perDocument = taxOf(lines, { rules, rounding: 'document' });
    expect(perDocument).toEqual([1, 1, 0]);
    expect(sumCents(perDocument)).toBe(2);
  });
});

test('a line that is negative, or of no quantity, is a bug of the caller', () => {
  expect(() => taxTicket([ring(-1)], someTaxTerms())).toThrow(RangeError);
  const nothing = ring(1, { quantityThousandths: 0 as Thousandths });
  expect(() => taxTicket([nothing], someTaxTerms())).toThrow(RangeError);
});

test('an empty ticket pays no tax', () => {
  expect(taxTicket([], someTaxTerms({ rounding: 'document' }))).toEqual([]);
});
