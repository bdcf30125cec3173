import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { encodePaper } from '#electron/store/printing/escpos.ts';
import {
  type DocumentKind,
  DOCUMENT_LETTERS,
  formatDocumentNumber,
  printedCode,
} from '#shared/document-number.ts';
import { PAPER_COLUMNS } from '#shared/documents/paper.ts';
import { type CodeDrawing, drawCode128 } from '#renderer/documents/code-drawing.ts';
import { PaperView } from '#renderer/documents/paper-view.tsx';
import { decodeEscpos } from '#tools/printer/decode-escpos.ts';
import { SAMPLE_PAPERS } from './paper-samples.ts';
import { readCode128 } from './read-code128.ts';

const samples = Object.entries(SAMPLE_PAPERS);

/** The lines a reader of the preview sees: each paragraph, its words on the left and on the right. */
function previewLines(markup: string): string[] {
  return [...markup.matchAll(/<p [^>]*>(.*?)<\/p>/gs)].map(([, inside = '']) =>
    unescape(inside.replaceAll('</span><span>', '  ').replaceAll(/<[^>]+>/g, '')),
  );
}

function unescape(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
  };
  return text.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (sign) => signs[sign] ?? sign);
}

const squeezed = (line: string): string => line.trim().replaceAll(/ +/g, ' ');

/** Widths in modules of bars and spaces in turn, measured off the drawn path. */
function measuredWidths({ path }: CodeDrawing): number[] {
  const bars = [...path.matchAll(/M(-?[\d.]+) 0h([\d.]+)v/g)].map(([, x, width]) => ({
    x: Number(x),
    width: Number(width),
  }));
  const inOrder = bars.toSorted((a, b) => a.x - b.x);
  return inOrder.flatMap(({ x, width }, index) => {
    const next = inOrder[index + 1];
    return next ? [width / 2, (next.x - x - width) / 2] : [width / 2];
  });
}

describe('the preview', () => {
  describe.each(PAPER_COLUMNS)('on %i columns', (columns) => {
    test.each(samples)('%s shows the lines the printer prints', (_, paper) => {
      const markup = renderToStaticMarkup(createElement(PaperView, { paper, columns }));
      const printed = decodeEscpos(encodePaper(paper, { columns, family: 'epson' }))
        .flatMap((act) => (act.type === 'text' ? [squeezed(act.text)] : []))
        .filter((line) => line !== '' && !/^[─═]+$/.test(line));
      expect(
        previewLines(markup)
          .map(squeezed)
          .filter((line) => line !== ''),
      ).toEqual(printed);
    });
  });

  test('says a code in words to those who do not see it', () => {
    const paper = SAMPLE_PAPERS['card-with-reference'];
    if (!paper) throw new Error('the card receipt is gone');
    const markup = renderToStaticMarkup(createElement(PaperView, { paper }));
    expect(markup).toContain(`role="img" aria-label="${printedCode('S1-10482')}"`);
  });
});

describe('the barcode of the preview', () => {
  const kinds = Object.keys(DOCUMENT_LETTERS).filter(
    (kind): kind is DocumentKind => kind in DOCUMENT_LETTERS,
  );
  const aNumber = fc
    .record({
      kind: fc.constantFrom(...kinds),
      registerNumber: fc.integer({ min: 1, max: 9999 }),
      series: fc.integer({ min: 1, max: 700 }),
      counter: fc.integer({ min: 1, max: 999_999_999 }),
    })
    .map(formatDocumentNumber);

  test('reads back as the code of the document, for every number', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        const code = printedCode(number);
        expect(readCode128(measuredWidths(drawCode128(code)))).toBe(code);
      }),
      { numRuns: 60 },
    );
  });

  test('a bar drawn one module too wide is not read', () => {
    const widths = measuredWidths(drawCode128('S1-104826'));
    expect(() => readCode128(widths.with(8, (widths[8] ?? 0) + 1))).toThrow();
  });
});
