import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cents, cents, type RatePpm } from '#shared/money.ts';
import type { TaxRuleDraft } from '#shared/taxes/contract.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { TAX_CLASSES } from '#shared/taxes/tax-class.ts';
import { aCart, aPiece, aSale, cartTotalCents, sell } from '../testing/a-sale.ts';
import { aShop, newId, TEST_TAX_PPM, type TestShop } from '../testing/a-shop.ts';
import { anExampleArea, day, saveArea } from '../testing/a-tax-area.ts';
import { fullScans, plansOf } from '../testing/planned-queries.ts';
import { getSelling } from '../settings/find-settings.ts';
import { listAreaTerms } from './find-tax-terms.ts';
import { getTaxes } from './find-taxes.ts';
import { saveTaxTerms } from './save-terms.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const home = () => {
  const [area] = getTaxes(shop.writer).areas;
  if (!area) throw new Error('no home');
  return area;
};
/** The home area as the window holds it, ready to be saved with other rules. */
function homeForm() {
  const { rules, ...area } = home();
  const drafts = rules.map(({ taxAreaId: _area, lastUsedOn: _used, classes, ...rule }) => ({
    ...rule,
    classes: classes.flatMap((each) => (each === 'none' ? [] : [each])),
  }));
  return { area, rules: drafts as TaxRuleDraft[] };
}
const onlyRule = (rules: readonly TaxRuleDraft[]): TaxRuleDraft => {
  const [rule] = rules;
  if (!rule || rules.length !== 1) throw new Error('not one rule');
  return rule;
};
/** The next version of a rule. */
const nextVersion = (rule: TaxRuleDraft, change: Partial<TaxRuleDraft>): TaxRuleDraft => ({
  ...rule,
  taxRuleId: newId('taxRule'),
  ...change,
});
function saveTerms(homeAreaId: TaxAreaId, rounding: 'line' | 'document' = 'line') {
  const context = shop.context('taxes.saveTerms', { actor: shop.manager });
  const input = { homeAreaId, rounding };
  return shop.writer.write(context, input, (tx) => saveTaxTerms(tx, context, input));
}
const sellFor = (stockNumber: string, priceCents: number) => {
  const cart = aCart(shop, [aPiece(shop, { stockNumber, priceCents })]);
  const sold = sell(shop, aSale(shop, cart));
  if (!sold.ok) throw new Error(JSON.stringify(sold.refusal));
  return sold.value;
};
const storedNow = () => ({ taxes: getTaxes(shop.writer), n: shop.writer.head.n });

test('Tennessee from its example: $4,000 of one ring is taxed $360.00, by the store too', () => {
  const example = anExampleArea('Tennessee');
  expect(saveArea(shop, example)).toEqual({
    ok: true,
    value: { taxAreaId: example.area.taxAreaId },
  });
  expect(saveTerms(example.area.taxAreaId)).toEqual({ ok: true, value: null });
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'R-4000', priceCents: 400_000 })]);
  expect(cartTotalCents(shop, cart)).toBe(436_000);
  expect(sell(shop, aSale(shop, cart))).toMatchObject({ ok: true, value: { totalCents: 436_000 } });
  shop = shop.reopen();
  const [area, firstRun] = getTaxes(shop.writer).areas;
  expect([area?.name, firstRun?.name]).toEqual(['Tennessee', 'Bellmore Jewelers']);
  expect(area?.rules.map(({ name, lastUsedOn }) => [name, lastUsedOn])).toEqual([
    ['State tax', shop.today],
    ['Local tax', shop.today],
    ['Single article tax', shop.today],
    ['Local tax on services', null],
  ]);
});

test('the same again changes nothing, whatever the order of its classes', () => {
  const example = anExampleArea('Florida');
  saveArea(shop, example);
  const before = shop.writer.head.n;
  const rules = example.rules.map((rule) => ({ ...rule, classes: rule.classes.toReversed() }));
  expect(saveArea(shop, { ...example, rules, isNew: false }).ok).toBe(true);
  expect(shop.writer.head.n).toBe(before);
});

test('a rule that no sale used may be rewritten, and one that is left out is taken away', () => {
  const { area, rules } = anExampleArea('Florida');
  saveArea(shop, { area, rules });
  const [state, county] = rules;
  if (!state || !county) throw new Error('Florida has two rules and more');
  const changed = { ...county, ratePpm: 15_000 as RatePpm, toCents: null };
  const name = 'Miami-Dade';
  expect(saveArea(shop, { area: { ...area, name }, rules: [state, changed] }).ok).toBe(true);
  const stored = getTaxes(shop.writer).areas.find(({ taxAreaId }) => taxAreaId === area.taxAreaId);
  expect(stored?.name).toBe(name);
  expect(stored?.rules.map((rule) => [rule.name, rule.ratePpm, rule.toCents])).toEqual([
    ['State tax', 60_000, null],
    ['County surtax', 15_000, null],
  ]);
});

test('a place that is not there is refused, unless it is made now', () => {
  const example = anExampleArea('New York City');
  const before = storedNow();
  expect(saveArea(shop, { ...example, isNew: false })).toEqual({
    ok: false,
    refusal: { code: 'TAX_AREA_NOT_FOUND' },
  });
  expect(storedNow()).toEqual(before);
});

test.each([
  ['a gap', '2026-12-31', '2027-01-05', 'TAX_RULE_GAP', '2027-01-01', '2027-01-04'],
  ['an overlap', '2027-01-10', '2027-01-05', 'TAX_RULE_OVERLAP', '2027-01-05', '2027-01-10'],
  [
    'an end before the beginning',
    '1969-12-31',
    '1970-01-01',
    'TAX_RULE_BACKWARDS',
    '1970-01-01',
    '1969-12-31',
  ],
] as const)(
  '%s is refused with its days, and nothing is stored',
  (_what, end, begin, code, fromDate, toDate) => {
    const { area, rules } = homeForm();
    const old = onlyRule(rules);
    const next = nextVersion(old, { ratePpm: 97_500 as RatePpm, fromDate: day(begin) });
    const before = storedNow();
    expect(saveArea(shop, { area, rules: [{ ...old, toDate: day(end) }, next] })).toEqual({
      ok: false,
      refusal: { code, name: 'Sales tax', fromDate, toDate },
    });
    expect(storedNow()).toEqual(before);
  },
);

test('a rule that sales stand on is not rewritten, not taken away, and ends no earlier than they were made', () => {
  sellFor('R-1', 10_000);
  const { area, rules } = homeForm();
  const used = onlyRule(rules);
  const before = storedNow();
  const refused = {
    ok: false,
    refusal: { code: 'TAX_RULE_IN_USE', name: 'Sales tax', lastUsedOn: shop.today },
  };
  const yesterday = day('2026-11-22');
  for (const wrong of [
    [{ ...used, ratePpm: 97_500 as RatePpm }],
    [{ ...used, name: 'State tax' }],
    [{ ...used, toCents: cents(500_000) }],
    [{ ...used, toDate: yesterday }],
    [nextVersion(used, {})],
    [],
  ])
    expect(saveArea(shop, { area, rules: wrong })).toEqual(refused);
  expect(storedNow()).toEqual(before);
  expect(saveArea(shop, { area, rules: [{ ...used, toDate: shop.today }] }).ok).toBe(true);
  expect(home().rules).toMatchObject([{ toDate: shop.today, ratePpm: TEST_TAX_PPM }]);
});

test('a sale of yesterday keeps its rule and its rate after a change', () => {
  const sale = sellFor('R-1', 10_000);
  expect(sale.totalCents).toBe(10_825);
  const taxOfSale = () =>
    shop.writer.sqlite
      .prepare(
        `select t.rate_ppm, t.base_cents, t.tax_cents, r.name, r.rate_ppm as of_rule, r.to_date
         from sale_tax t join tax_rule r on r.id = t.tax_rule_id where t.sale_id = ?`,
      )
      .all(sale.saleId);
  const { area, rules } = homeForm();
  const old = onlyRule(rules);
  const next = nextVersion(old, {
    name: 'City sales tax',
    ratePpm: 97_500 as RatePpm,
    fromDate: day('2026-11-24'),
  });
  const saved = saveArea(shop, { area, rules: [{ ...old, toDate: day('2026-11-23') }, next] });
  expect(saved.ok).toBe(true);
  shop = shop.reopen();
  expect(taxOfSale()).toEqual([
    {
      rate_ppm: 82_500,
      base_cents: 10_000,
      tax_cents: 825,
      name: 'Sales tax',
      of_rule: 82_500,
      to_date: '2026-11-23',
    },
  ]);
  const ratesOn = (date: string) =>
    listAreaTerms(shop.writer, date).flatMap((place) => place.rules.map((rule) => rule.ratePpm));
  expect(ratesOn('2026-11-23')).toEqual([82_500]);
  expect(ratesOn('2026-11-24')).toEqual([97_500]);
  // Planted: a change that reached the sale would show here.
  expect(() => shop.writer.sqlite.exec('update sale_tax set rate_ppm = 97500')).toThrow(
    'FACT_STANDS',
  );
});

test('a place is saved whole or not at all: one rule that cannot be keeps all of it out', () => {
  sellFor('R-1', 10_000);
  const { area, rules } = homeForm();
  const used = onlyRule(rules);
  const more = nextVersion(used, { series: newId('taxSeries'), name: 'County tax' });
  const before = storedNow();
  const changed = { ...area, name: 'Franklin', tradeIn: 'yes' as const };
  const wrong = { ...used, fromCents: 1 as Cents };
  expect(saveArea(shop, { area: changed, rules: [more, wrong] }).ok).toBe(false);
  expect(storedNow()).toEqual(before);
});

test('home and rounding are set in one place and hold from the next sale on', () => {
  const { area, rules } = anExampleArea('Massachusetts');
  saveArea(shop, { area, rules });
  const before = getSelling(shop.writer);
  expect(saveTerms(area.taxAreaId, 'document')).toEqual({ ok: true, value: null });
  expect(getSelling(shop.writer)).toEqual({
    ...before,
    homeTaxAreaId: area.taxAreaId,
    taxRounding: 'document',
  });
  expect(getTaxes(shop.writer)).toMatchObject({
    homeAreaId: area.taxAreaId,
    rounding: 'document',
    areas: [{ name: 'Massachusetts' }, { name: 'Bellmore Jewelers' }],
  });
  expect(sellFor('R-1', 10_000).totalCents).toBe(10_625);
});

test('a home that is not set up is refused, and home stays where it was', () => {
  const before = storedNow();
  expect(saveTerms(newId('taxArea'))).toEqual({
    ok: false,
    refusal: { code: 'TAX_AREA_NOT_FOUND' },
  });
  expect(storedNow()).toEqual(before);
});

test('when a rule was last used is looked up, however many sales there are', () => {
  sellFor('R-1', 10_000);
  shop = shop.reopen();
  const plans = plansOf(shop.writer.sqlite, () => void getTaxes(shop.writer));
  expect(plans.join('\n')).toContain('sale_tax_by_rule (store_id=? AND tax_rule_id=?)');
  expect(fullScans(plans).filter((step) => step.includes('sale_tax'))).toEqual([]);
});

test('what the first run made is taxed by one rule on every class there is', () => {
  expect(home()).toMatchObject({ taxAreaId: shop.writer.storeId, tradeIn: 'no' });
  expect(home().rules).toMatchObject([
    { classes: TAX_CLASSES.filter((each) => each !== 'none'), lastUsedOn: null, toDate: null },
  ]);
});
