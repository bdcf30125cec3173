import { describe, expect, test } from 'vitest';
import type { TaxRuleId } from '../ids.ts';
import { type Cents, sumCents } from '../money.ts';
import { checkRuleDates, rulesInForce } from './rule-dates.ts';
import { STATE_EXAMPLES } from './state-examples.ts';
import { aTaxableLine } from './tax-builders.ts';
import type { TaxableLine, TaxAreaId, TaxRule } from './tax-rule.ts';
import { taxTicket } from './tax-ticket.ts';

const example = (name: string) => {
  const found = STATE_EXAMPLES.find((each) => each.name === name);
  if (!found) throw new Error(name);
  const taxAreaId = name as TaxAreaId;
  const rules = found.rules.map((rule, index): TaxRule => {
    const id = `${name} ${index}`;
    const dates = { fromDate: found.fromDate, toDate: null };
    return { ...rule, ...dates, taxAreaId, taxRuleId: id as TaxRuleId, series: id };
  });
  return { area: { ...found, taxAreaId }, rules, fromDate: found.fromDate };
};
const taxOn = (name: string, ...lines: readonly TaxableLine[]) => {
  const { area, rules } = example(name);
  const taxes = taxTicket(lines, { area, rules, exempt: false, rounding: 'line' });
  return sumCents(taxes.map((line) => line.taxCents)) / 100;
};
const at = (dollars: number, line: Partial<TaxableLine> = {}) =>
  aTaxableLine({ netCents: (dollars * 100) as Cents, ...line });
const coin = (dollars: number) => at(dollars, { taxClass: 'bullion' });
const repair = (dollars: number, parts: number) =>
  at(dollars, { taxClass: 'restore', partsCents: (parts * 100) as Cents });
const traded = (dollars: number) => at(dollars, { tradeIn: true });

describe('an example of a state', () => {
  test('Tennessee: $360.00 on a ring of $4,000, like kind traded in, work without a cap', () => {
    expect(taxOn('Tennessee', at(4000))).toBe(360);
    expect(taxOn('Tennessee', at(5000), traded(1000))).toBe(360);
    expect(taxOn('Tennessee', repair(2000, 0))).toBe(140 + 45);
    expect(taxOn('Tennessee', coin(4000))).toBe(0);
  });

  test('Florida: the surtax on $5,000 of an item, a repair taxed as soon as it has a part', () => {
    expect(taxOn('Florida', at(8000))).toBe(480 + 50);
    expect(taxOn('Florida', at(8000), traded(4000))).toBe(240 + 40);
    expect(taxOn('Florida', repair(100, 0))).toBe(0);
    expect(taxOn('Florida', repair(100, 1))).toBe(7);
  });

  test('New York: bullion is taxed up to $1,000 on a ticket and free above', () => {
    expect(taxOn('New York City', coin(1000))).toBe(88.75);
    expect(taxOn('New York City', coin(1000), coin(0.01))).toBe(0);
    expect(taxOn('New York City', repair(100, 0))).toBe(8.88);
  });

  test('California: bullion is free from $2,000 on a ticket, the labour of a repair always', () => {
    expect(taxOn('California', coin(1000), coin(1000))).toBe(0);
    expect(taxOn('California', coin(1999.99))).toBe(145);
    expect(taxOn('California', repair(100, 20))).toBe(1.45);
    expect(taxOn('California', at(1000), traded(400))).toBe(72.5);
  });

  test('Massachusetts: parts of a tenth make a repair taxable', () => {
    expect(taxOn('Massachusetts', repair(100, 10))).toBe(6.25);
    expect(taxOn('Massachusetts', repair(100, 9.99))).toBe(0);
  });
});

test.each(STATE_EXAMPLES.map((each) => each.name))(
  '%s is shipped, names its source and holds from its day on',
  (name) => {
    const { area, rules, fromDate } = example(name);
    expect(area.status).toBe('shipped');
    expect(area.source.length).toBeGreaterThan(0);
    expect(checkRuleDates(rules).ok).toBe(true);
    expect(rulesInForce(rules, fromDate)).toEqual(rules);
  },
);
