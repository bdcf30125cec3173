import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DOCUMENT_LETTERS,
  type DocumentKind,
  formatDocumentNumber,
  printedCode,
  readPrintedCode,
} from './document-number.ts';

const aNumber = fc.record({
  kind: fc.constantFrom(...(Object.keys(DOCUMENT_LETTERS) as DocumentKind[])),
  registerNumber: fc.integer({ min: 1, max: 9999 }),
  series: fc.integer({ min: 1, max: 5000 }),
  counter: fc.integer({ min: 1, max: 99_999_999 }),
});

test('numbers read as the shop writes them: type, register, series from the second on, counter', () => {
  const sale = { kind: 'sale', registerNumber: 1, counter: 10_482 } as const;
  expect(formatDocumentNumber({ ...sale, series: 1 })).toBe('S1-10482');
  expect(formatDocumentNumber({ ...sale, series: 2, counter: 7 })).toBe('S1B-7');
  expect(formatDocumentNumber({ ...sale, series: 26, counter: 7 })).toBe('S1Z-7');
  expect(formatDocumentNumber({ ...sale, series: 27, counter: 7 })).toBe('S1AA-7');
});

test('I9: two documents never share a number', () => {
  fc.assert(
    fc.property(aNumber, aNumber, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(formatDocumentNumber(one) === formatDocumentNumber(other)).toBe(same);
    }),
    { numRuns: 2000 },
  );
});

test('a printed code reads back, whatever the case of its letters', () => {
  fc.assert(
    fc.property(aNumber, fc.boolean(), (document, lower) => {
      const number = formatDocumentNumber(document);
      const code = printedCode(number);
      expect(readPrintedCode(lower ? code.toLowerCase() : code)).toEqual({
        kind: document.kind,
        number,
      });
    }),
    { numRuns: 2000 },
  );
});

test('a code with a wrong digit, a wrong letter or two swapped neighbours opens nothing', () => {
  fc.assert(
    fc.property(aNumber, fc.nat(), fc.integer({ min: 1, max: 9 }), (document, at, by) => {
      const code = printedCode(formatDocumentNumber(document));
      const index = at % (code.length - 1);
      const character = code[index] ?? '';
      const wrong = /\d/.test(character)
        ? String((Number(character) + by) % 10)
        : /[A-Z]/.test(character)
          ? String.fromCharCode(65 + ((character.charCodeAt(0) - 65 + by) % 26))
          : character;
      if (wrong !== character)
        expect(
          readPrintedCode(code.slice(0, index) + wrong + code.slice(index + 1)),
        ).toBeUndefined();
      const next = code[index + 1] ?? '';
      if (index + 1 < code.length - 1 && next !== character) {
        expect(
          readPrintedCode(code.slice(0, index) + next + character + code.slice(index + 2)),
        ).toBeUndefined();
      }
    }),
    { numRuns: 4000 },
  );
});

test.each(['', 'S1-10482', 'hello', 'S-1', '4006381333931', 'X1-5A'])(
  '"%s" is no code of ours',
  (text) => {
    expect(readPrintedCode(text)).toBeUndefined();
  },
);
