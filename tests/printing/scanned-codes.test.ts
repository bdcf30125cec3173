import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodePaper } from '#electron/store/printing/escpos.ts';
import { drawCode128, drawQr } from '#renderer/documents/code-drawing.ts';
import { readPrintedCode } from '#shared/document-number.ts';
import { formatExchangeCode, readExchangeCode } from '#shared/documents/exchange-code.ts';
import { layoutLetter } from '#shared/documents/letter-layout.ts';
import type { Paper } from '#shared/documents/paper.ts';
import { decodeEscpos } from '#tools/printer/decode-escpos.ts';
import { COUNTER_PAPERS } from './counter-samples.ts';
import { SAMPLE_PAPERS } from './paper-samples.ts';
import { readDrawing } from './read-barcode.ts';

const papers: readonly (readonly [string, Paper])[] = [
  ...Object.entries(SAMPLE_PAPERS),
  ...Object.entries(COUNTER_PAPERS).map(([name, sample]) => [name, sample('es')] as const),
];

/** Every code on a roll and on a sheet, by its value. */
function codesOf(paper: Paper): { readonly value: string; readonly format: 'code128' | 'qr' }[] {
  const { document, body } = layoutLetter(paper);
  return [...document, ...body].flatMap((block) =>
    block.type === 'barcode' || block.type === 'qr'
      ? [{ value: block.value, format: block.type === 'qr' ? 'qr' : 'code128' }]
      : [],
  );
}

describe('a scanner reads', () => {
  const withCode = papers.filter(([, paper]) => codesOf(paper).length > 0);

  test.each(withCode)('every code of %s, as the preview draws it', (_, paper) => {
    for (const { value, format } of codesOf(paper)) {
      const drawing = format === 'qr' ? drawQr(value) : drawCode128(value);
      expect(readDrawing(drawing, format)).toBe(value);
    }
  });

  test.each(withCode)('the value that the printer is told for %s', (_, paper) => {
    const told = decodeEscpos(encodePaper(paper)).flatMap((act) =>
      act.type === 'barcode' || act.type === 'qr' ? [act.value] : [],
    );
    expect(told.toSorted()).toEqual(
      codesOf(paper)
        .map(({ value }) => value)
        .toSorted(),
    );
  });

  test('the sale off its receipt, and the sale with its lines off a gift receipt', () => {
    const scan = (name: string): string => {
      const [code] = codesOf(COUNTER_PAPERS[name]?.('en') ?? { ...blank });
      return code ? readDrawing(drawCode128(code.value), 'code128') : '';
    };
    expect(readPrintedCode(scan('whole-sale'))).toEqual({ kind: 'sale', number: 'S1-10482' });
    const gift = readExchangeCode(scan('gift-receipt'));
    expect(gift?.positions).toEqual([1, 2, 5]);
    expect(readPrintedCode(gift?.printedCode ?? '')).toEqual({ kind: 'sale', number: 'S1-10482' });
    expect(scan('gift-card')).toBe('7K2M9QXT4WBEZ');
  });

  test('any gift, whichever of its lines', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        (positions) => {
          const code = formatExchangeCode({ printedCode: 'S1-104826', positions });
          expect(readDrawing(drawCode128(code), 'code128')).toBe(code);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('nothing where a bar is missing', () => {
    const drawing = drawCode128('S1-104826');
    const bars = drawing.path.split('z').filter((bar) => bar !== '');
    const path = `${bars.toSpliced(7, 1).join('z')}z`;
    expect(() => readDrawing({ ...drawing, path }, 'code128')).toThrow();
  });
});

const blank: Paper = { kind: 'receipt', locale: 'en', title: '', blocks: [] };
