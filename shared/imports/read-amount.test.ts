import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, formatCents, MAX_AMOUNT_CENTS } from '../money.ts';
import { type CellNumber, readPrice, readQuantity } from './read-amount.ts';

const outcome = <Value>(read: CellNumber<Value>) =>
  read.kind === 'value' ? read.value : read.kind === 'empty' ? 'empty' : read.code;

test.each([
  ['183.99', 18_399],
  ['$1,240.00', 124_000],
  [' $ 1,240 ', 124_000],
  ['1,240', 124_000],
  ['.5', 50],
  ['183.9900', 18_399],
  ['US$ 12.50', 1_250],
  ['USD 12.50', 1_250],
  ['12.50 USD', 1_250],
  ["'12.50", 1_250],
  ['＄１２.５０', 1_250],
  ['0', 0],
  ['', 'empty'],
  ['   ', 'empty'],
  ['(12.50)', 'AMOUNT_NEGATIVE'],
  ['($12.50)', 'AMOUNT_NEGATIVE'],
  ['-12.50', 'AMOUNT_NEGATIVE'],
  ['−12.50', 'AMOUNT_NEGATIVE'],
  ['£4,250.00', 'AMOUNT_FOREIGN_CURRENCY'],
  ['4.250,00 €', 'AMOUNT_FOREIGN_CURRENCY'],
  ['EUR 12', 'AMOUNT_FOREIGN_CURRENCY'],
  ['C$12', 'AMOUNT_FOREIGN_CURRENCY'],
  ['1.240,00', 'AMOUNT_DECIMAL_COMMA'],
  ['12,50', 'AMOUNT_DECIMAL_COMMA'],
  ['1240,5', 'AMOUNT_DECIMAL_COMMA'],
  ["1'240,50", 'AMOUNT_DECIMAL_COMMA'],
  ['10,000,000.01', 'AMOUNT_TOO_LARGE'],
  ['99999999999999999999', 'AMOUNT_TOO_LARGE'],
  ['1.240', 'AMOUNT_NOT_MONEY'],
  ['12.345', 'AMOUNT_NOT_MONEY'],
  ['variable', 'AMOUNT_NOT_MONEY'],
  ['=1+1', 'AMOUNT_NOT_MONEY'],
  ['NaN', 'AMOUNT_NOT_MONEY'],
  ['1e5', 'AMOUNT_NOT_MONEY'],
  [' '.repeat(100), 'AMOUNT_NOT_MONEY'],
])('a price cell %j reads as %s', (cell, expected) => {
  expect(outcome(readPrice(cell))).toBe(expected);
});

test.each([
  ['1', 1_000],
  ['1.000', 1_000],
  ['27', 27_000],
  ['2.5', 2_500],
  ['0.125', 125],
  ['1,200', 1_200_000],
  ['9999', 9_999_000],
  ['', 'empty'],
  ['0', 'QUANTITY_ZERO'],
  ['-0.000', 'QUANTITY_ZERO'],
  ['-3', 'QUANTITY_NEGATIVE'],
  ['(3)', 'QUANTITY_NEGATIVE'],
  ['10000', 'QUANTITY_TOO_LARGE'],
  ['9'.repeat(39), 'QUANTITY_TOO_LARGE'],
  ['1.2345', 'QUANTITY_NOT_NUMBER'],
  ['a pair', 'QUANTITY_NOT_NUMBER'],
  ['1 pc', 'QUANTITY_NOT_NUMBER'],
  ['.', 'QUANTITY_NOT_NUMBER'],
])('a quantity cell %j reads as %s', (cell, expected) => {
  expect(outcome(readQuantity(cell))).toBe(expected);
});

/** Every way the exports write an amount. */
const WRITINGS: readonly ((amount: number) => string)[] = [
  (amount) => (amount / 100).toFixed(2),
  (amount) => formatCents(cents(amount)),
  (amount) => ` ${formatCents(cents(amount))} `,
  (amount) => `US${formatCents(cents(amount))}`,
  (amount) => `${(amount / 100).toFixed(2)}00`,
];

const amounts = fc.oneof(
  fc.integer({ min: 0, max: MAX_AMOUNT_CENTS }),
  fc.integer({ min: 0, max: 100_000 }),
);

function moneyLaw(read: (cell: string) => CellNumber<number>) {
  return fc.property(
    amounts,
    fc.constantFrom(...WRITINGS),
    (amount, write) => outcome(read(write(amount))) === amount,
  );
}

test('an amount reads back from every way of writing it', () => {
  fc.assert(moneyLaw(readPrice), { numRuns: 2000 });
});

test('control: a reader that multiplies and cuts loses cents, and the law sees it', () => {
  const cutting = (cell: string): CellNumber<number> => ({
    kind: 'value',
    value: Math.floor(Number.parseFloat(cell.replaceAll(/[^\d.]/g, '')) * 100),
  });
  expect(fc.check(moneyLaw(cutting), { numRuns: 2000 }).failed).toBe(true);
});

test('an amount below zero is refused however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_AMOUNT_CENTS }), (amount) => {
      const text = (amount / 100).toFixed(2);
      for (const cell of [`(${text})`, `-${text}`, `-$${text}`, `($${text})`]) {
        expect(outcome(readPrice(cell))).toBe('AMOUNT_NEGATIVE');
      }
    }),
  );
});

test('a cell of megabytes is no amount and no quantity', () => {
  const huge = '1'.repeat(5_000_000);
  expect(outcome(readPrice(huge))).toBe('AMOUNT_NOT_MONEY');
  expect(outcome(readQuantity(huge))).toBe('QUANTITY_NOT_NUMBER');
});
