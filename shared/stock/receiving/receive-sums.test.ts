import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, type Thousandths } from '../../money.ts';
import { FREIGHT_WAYS } from './freight.ts';
import { nextStockNumber, numbersTwice, receiveSums } from './receive-sums.ts';

const aLine = (dollars: number, quantity = 1) => ({
  unitCents: cents(Math.round(dollars * 100)),
  quantityThousandths: (quantity * 1000) as Thousandths,
});
const anyLine = fc.record({
  unitCents: fc.integer({ min: 0, max: 5_000_000 }).map(cents),
  quantityThousandths: fc.integer({ min: 1, max: 200_000 }).map((n) => n as Thousandths),
});
const anyFreight = fc.integer({ min: 0, max: 500_000 }).map(cents);

test('freight goes into the pieces by what they cost, to the cent', () => {
  const { lines, totalCents } = receiveSums([aLine(100), aLine(100), aLine(100)], {
    freightCents: cents(1000),
    freightWay: 'allocate',
  });
  expect(lines.map(({ freightCents }) => freightCents)).toEqual([334, 333, 333]);
  expect(lines.map(({ costCents }) => costCents)).toEqual([10_334, 10_333, 10_333]);
  expect(totalCents).toBe(31_000);
});

test('freight that is an expense leaves the cost of the pieces alone', () => {
  const sums = receiveSums([aLine(100)], { freightCents: cents(1000), freightWay: 'expense' });
  expect(sums.lines[0]).toEqual({ goodsCents: 10_000, freightCents: 0, costCents: 10_000 });
  expect(sums.totalCents).toBe(11_000);
});

test('the shares of the freight sum to the freight, and goods and freight to the invoice', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 60 }),
      anyFreight,
      fc.constantFrom(...FREIGHT_WAYS),
      (lines, freightCents, freightWay) => {
        const sums = receiveSums(lines, { freightCents, freightWay });
        const shared = sums.lines.reduce((sum, line) => sum + line.freightCents, 0);
        const goods = sums.lines.reduce((sum, line) => sum + line.goodsCents, 0);
        expect(shared).toBe(freightWay === 'allocate' ? freightCents : 0);
        expect(goods).toBe(sums.goodsCents);
        expect(goods + freightCents).toBe(sums.totalCents);
      },
    ),
  );
});

test('a dearer line never bears less freight than a cheaper one', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 2, maxLength: 20 }),
      anyFreight,
      (lines, freightCents) => {
        const sums = receiveSums(lines, { freightCents, freightWay: 'allocate' });
        for (const a of sums.lines)
          for (const b of sums.lines)
            if (a.goodsCents > b.goodsCents)
              expect(a.freightCents).toBeGreaterThanOrEqual(b.freightCents);
      },
    ),
  );
});

test('goods that cost nothing share the freight evenly', () => {
  const sums = receiveSums([aLine(0), aLine(0)], {
    freightCents: cents(3),
    freightWay: 'allocate',
  });
  expect(sums.lines.map(({ freightCents }) => freightCents)).toEqual([2, 1]);
});

test('a number that stands twice is named with its rows, in any case of letters', () => {
  expect(numbersTwice(['R-1', 'R-2', ' r-1 ', '', '', 'R-3', 'R-1'])).toEqual([
    { stockNumber: 'R-1', rows: [1, 3, 7] },
  ]);
});

test('the next number counts its last digits on', () => {
  expect(nextStockNumber('200-00017')).toBe('200-00018');
  expect(nextStockNumber('R-99')).toBe('R-100');
  expect(nextStockNumber('200-009B')).toBe('200-010B');
  expect(nextStockNumber('ESTATE')).toBeUndefined();
});
