import { expect, test } from 'vitest';
import type { SaleLineId, TaxRuleId } from '#shared/ids.ts';
import { type Cents, ONE, type RatePpm } from '#shared/money.ts';
import type { PricedLine, PricedTicket } from '#shared/sales/cart-totals.ts';
import { aTaxRule } from '#shared/taxes/tax-builders.ts';
import { taxSums } from './tax-sums.ts';

const cents = (value: number) => value as Cents;

function aLine(taxes: Readonly<Record<string, number>>): PricedLine {
  const parts = Object.entries(taxes).map(([taxRuleId, taxCents]) => ({
    taxRuleId: taxRuleId as TaxRuleId,
    ratePpm: 50_000 as RatePpm,
    baseCents: cents(0),
    excessCents: cents(0),
    taxCents: cents(taxCents),
  }));
  const nothing = cents(0);
  return {
    lineId: 'line' as SaleLineId,
    kind: 'item',
    quantityThousandths: ONE,
    tagPriceCents: nothing,
    grossCents: nothing,
    lineDiscountCents: nothing,
    ticketDiscountCents: nothing,
    discountCents: nothing,
    netCents: nothing,
    taxCents: cents(parts.reduce((sum, part) => sum + part.taxCents, 0)),
    taxes: parts,
  };
}

const ticket = (lines: readonly PricedLine[], taxCents: number): PricedTicket => ({
  lines,
  adjustments: [],
  subtotalCents: cents(0),
  discountCents: cents(0),
  taxCents: cents(taxCents),
  totalCents: cents(0),
});

const state = aTaxRule({ taxRuleId: 'state' as TaxRuleId, name: 'State' });
const county = aTaxRule({ taxRuleId: 'county' as TaxRuleId, name: 'County' });

test('each tax is one sum over all lines, and one that takes nothing is not shown', () => {
  const sums = taxSums(ticket([aLine({ state: 70 }), aLine({ state: 30 })], 100), [state, county]);
  expect(sums.ofRules).toEqual([{ rule: state, taxCents: 100 }]);
  expect(sums.besidesCents).toBe(0);
});

test('tax that comes back with returned goods stands beside the taxes of today', () => {
  const sums = taxSums(ticket([aLine({ county: 40 })], -60), [state, county]);
  expect(sums).toMatchObject({ ofRules: [{ taxCents: 40 }], besidesCents: -100 });
});
