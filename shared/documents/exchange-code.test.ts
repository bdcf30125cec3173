import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDocumentNumber, printedCode } from '../document-number.ts';
import { formatExchangeCode, readExchangeCode } from './exchange-code.ts';

const aCode = fc
  .record({
    registerNumber: fc.integer({ min: 1, max: 9999 }),
    series: fc.integer({ min: 1, max: 700 }),
    counter: fc.integer({ min: 1, max: 999_999_999 }),
  })
  .map((number) => printedCode(formatDocumentNumber({ kind: 'sale', ...number })));
const somePositions = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), {
  minLength: 1,
  maxLength: 30,
});

test('the code of a gift names the sale and its lines, whichever they are', () => {
  fc.assert(
    fc.property(aCode, somePositions, (code, positions) => {
      const read = readExchangeCode(formatExchangeCode({ printedCode: code, positions }));
      expect(read).toEqual({
        printedCode: code,
        positions: positions.toSorted((a, b) => a - b),
      });
    }),
  );
});

test('neighbours are written as a range, so that the bars stay short', () => {
  expect(formatExchangeCode({ printedCode: 'S1-10482K', positions: [3, 1, 2, 7] })).toBe(
    'S1-10482K.1-3.7',
  );
});

test.each([
  '',
  'S1-10482K',
  'S1-10482K.',
  'S1-10482K.0',
  'S1-10482K.3.2',
  'S1-10482K.3-2',
  'S1-10482K.1-1000',
  'S1-10482K.1-2.2',
  'P1-10482K.1',
  'S1-10482K.1;drop',
])('%j is no code of a gift', (text) => {
  expect(readExchangeCode(text)).toBeUndefined();
});

test('a gift receipt for no line is a bug', () => {
  expect(() => formatExchangeCode({ printedCode: 'S1-10482K', positions: [] })).toThrow(
    'at least one line',
  );
});
