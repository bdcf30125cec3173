import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SaleLineId, TaxRuleId } from '../../ids.ts';
import { type Cents, type RatePpm, sumCents, type Thousandths } from '../../money.ts';
import {
  returnable,
  returnAmounts,
  type SoldLine,
  type StoredTax,
  tradeUpCredit,
} from './return-amounts.ts';

const RUNS = { numRuns: 2000 };
const thousandths = (value: number) => value as Thousandths;
const aTax: fc.Arbitrary<StoredTax> = fc.record({
  taxRuleId: fc.constantFrom('state', 'county', 'city').map((id) => id as TaxRuleId),
  ratePpm: fc.integer({ min: 0, max: 100_000 }).map((value) => value as RatePpm),
  baseCents: fc.nat({ max: 9_000_000 }).map((value) => value as Cents),
  excessCents: fc.nat({ max: 9_000_000 }).map((value) => value as Cents),
  taxCents: fc.nat({ max: 900_000 }).map((value) => value as Cents),
});
const aLine: fc.Arbitrary<SoldLine> = fc
  .record({
    quantity: fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((n) => n * 1000),
      fc.integer({ min: 1, max: 50_000 }),
    ),
    net: fc.nat({ max: 90_000_000 }),
    discount: fc.nat({ max: 9_000_000 }),
    taxes: fc.array(aTax, { maxLength: 4 }),
    flatTax: fc.nat({ max: 900_000 }),
  })
  .map(({ quantity, net, discount, taxes, flatTax }) => ({
    quantityThousandths: thousandths(quantity),
    grossCents: (net + discount) as Cents,
    discountCents: discount as Cents,
    netCents: net as Cents,
    taxCents: taxes.length > 0 ? sumCents(taxes.map((tax) => tax.taxCents)) : (flatTax as Cents),
    taxes,
  }));

/** A line and the sizes of the pieces in which all of it comes back. */
const aLineInPieces = aLine.chain((line) =>
  fc
    .array(fc.integer({ min: 1, max: Math.max(1, line.quantityThousandths - 1) }), { maxLength: 7 })
    .map((cuts) => {
      const all = [...new Set([0, ...cuts, line.quantityThousandths])].toSorted((a, b) => a - b);
      const pieces = all.slice(1).map((to, index) => {
        const from = all[index] ?? 0;
        return { from, size: to - from };
      });
      return { line, pieces };
    }),
);

const back = (line: SoldLine, from: number, size: number) =>
  returnAmounts(line, {
    returnedBeforeThousandths: thousandths(from),
    quantityThousandths: thousandths(size),
  });

/** Portion by long division on paper: how many whole cents of `amount` belong to `count` of `whole`. */
function naivePortion(amount: number, count: number, whole: number): number {
  const doubled = 2n * BigInt(amount) * BigInt(count) + BigInt(whole);
  return Number((doubled - (doubled % (2n * BigInt(whole)))) / (2n * BigInt(whole)));
}

test('M10: the returns of a line sum to the line to the cent, whatever the pieces', () => {
  fc.assert(
    fc.property(aLineInPieces, ({ line, pieces }) => {
      const returns = pieces.map(({ from, size }) => back(line, from, size));
      const total = (pick: (each: SoldLine) => number) =>
        returns.reduce((sum, each) => sum - pick(each), 0);
      expect(total((each) => each.quantityThousandths)).toBe(line.quantityThousandths);
      expect(total((each) => each.grossCents)).toBe(line.grossCents);
      expect(total((each) => each.discountCents)).toBe(line.discountCents);
      expect(total((each) => each.netCents)).toBe(line.netCents);
      expect(total((each) => each.taxCents)).toBe(line.taxCents);
      for (const [row, tax] of line.taxes.entries()) {
        expect(total((each) => each.taxes[row]?.taxCents ?? 0)).toBe(tax.taxCents);
        expect(total((each) => each.taxes[row]?.baseCents ?? 0)).toBe(tax.baseCents);
        expect(total((each) => each.taxes[row]?.excessCents ?? 0)).toBe(tax.excessCents);
      }
    }),
    RUNS,
  );
});

test('M10: what has come back so far is what a naive count says, and no part of a line costs the customer', () => {
  fc.assert(
    fc.property(aLineInPieces, ({ line, pieces }) => {
      let [net, gross] = [0, 0];
      for (const { from, size } of pieces) {
        const part = back(line, from, size);
        net -= part.netCents;
        gross -= part.grossCents;
        const done = from + size;
        expect(net).toBe(naivePortion(line.netCents, done, line.quantityThousandths));
        expect(gross).toBe(naivePortion(line.grossCents, done, line.quantityThousandths));
        expect(part.grossCents - part.discountCents).toBe(part.netCents);
        if (part.taxes.length > 0)
          expect(sumCents(part.taxes.map((tax) => tax.taxCents))).toBe(part.taxCents);
        for (const amount of [part.netCents, part.grossCents, part.taxCents])
          expect(amount).toBeLessThanOrEqual(0);
        expect(part.discountCents).toBeLessThanOrEqual(1);
      }
    }),
    RUNS,
  );
});

test('M10: refunds that round each piece by itself are caught off the whole (planted)', () => {
  const byItself = (line: SoldLine, size: number) =>
    naivePortion(line.netCents, size, line.quantityThousandths);
  const found = fc.check(
    fc.property(aLineInPieces, ({ line, pieces }) => {
      expect(pieces.reduce((sum, { size }) => sum + byItself(line, size), 0)).toBe(line.netCents);
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

const threeCharms: SoldLine = {
  quantityThousandths: thousandths(3000),
  grossCents: 10_000 as Cents,
  discountCents: 0 as Cents,
  netCents: 10_000 as Cents,
  taxCents: 825 as Cents,
  taxes: [],
};

test('three charms for $100.00 come back as $33.33, $33.34 and $33.33', () => {
  const nets = [0, 1000, 2000].map((from) => back(threeCharms, from, 1000).netCents);
  expect(nets).toEqual([-3333, -3334, -3333]);
  expect([0, 1000, 2000].map((from) => back(threeCharms, from, 1000).taxCents)).toEqual([
    -275, -275, -275,
  ]);
});

test('M9: more than was sold cannot come back', () => {
  expect(() => back(threeCharms, 2000, 1001)).toThrow(RangeError);
  expect(() => back(threeCharms, 3000, 1)).toThrow(RangeError);
  expect(() => back(threeCharms, 0, 0)).toThrow(RangeError);
  expect(() => back(threeCharms, -1000, 1000)).toThrow(RangeError);
});

test('M9: returns that each take at most what is left never take more than was sold', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50_000 }),
      fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 12 }),
      (sold, wanted) => {
        // The naive shop keeps every thousandth in a list and hands them over one return at a time.
        let shelf = sold;
        let returned = 0;
        for (const size of wanted) {
          const left = returnable(thousandths(sold), thousandths(returned));
          expect(left).toBe(shelf);
          const taken = Math.min(left, size);
          shelf -= taken;
          returned += taken;
        }
        expect(returned).toBeLessThanOrEqual(sold);
        expect(returnable(thousandths(sold), thousandths(sold + 1000))).toBe(0);
      },
    ),
    RUNS,
  );
});

test('M9: a shop that looks only at what was sold, not at what came back, is caught (planted)', () => {
  const found = fc.check(
    fc.property(
      fc.integer({ min: 1, max: 9000 }),
      fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 6 }),
      (sold, wanted) => {
        const returned = wanted.reduce(
          (sum, size) => sum + Math.min(size, returnable(thousandths(sold), thousandths(0))),
          0,
        );
        expect(returned).toBeLessThanOrEqual(sold);
      },
    ),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('tax rows that do not sum to the tax of their line are a bug', () => {
  const tax: StoredTax = {
    taxRuleId: 'state' as TaxRuleId,
    ratePpm: 82_500 as RatePpm,
    baseCents: 10_000 as Cents,
    excessCents: 0 as Cents,
    taxCents: 824 as Cents,
  };
  expect(() => back({ ...threeCharms, taxes: [tax] }, 0, 1000)).toThrow(RangeError);
});

test('a trade-up credits its share of what was paid without tax, and names the line', () => {
  const stone = { ...threeCharms, saleLineId: 'stone' as SaleLineId };
  const all = { returnedBeforeThousandths: thousandths(0), quantityThousandths: thousandths(3000) };
  expect(tradeUpCredit(stone, all, 1_000_000 as RatePpm)).toEqual({
    originalLineId: 'stone',
    quantityThousandths: -3000,
    netCents: -10_000,
  });
  expect(tradeUpCredit(stone, all, 800_000 as RatePpm).netCents).toBe(-8000);
});

test('M10: trade-up credits of parts sum to the credit of the whole', () => {
  fc.assert(
    fc.property(aLineInPieces, fc.nat({ max: 1_200_000 }), ({ line, pieces }, rate) => {
      const sold = { ...line, saleLineId: 'stone' as SaleLineId };
      const given = pieces.reduce(
        (sum, { from, size }) =>
          sum -
          tradeUpCredit(
            sold,
            {
              returnedBeforeThousandths: thousandths(from),
              quantityThousandths: thousandths(size),
            },
            rate as RatePpm,
          ).netCents,
        0,
      );
      expect(given).toBe(naivePortion(line.netCents, rate, 1_000_000));
    }),
    RUNS,
  );
});
