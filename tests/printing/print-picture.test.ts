import { describe, expect, test } from 'vitest';
import { encodePaper } from '#electron/store/printing/escpos.ts';
import { PAPER_COLUMNS } from '#shared/documents/paper.ts';
import { paperTextLines } from '#shared/documents/paper-text.ts';
import { decodeEscpos } from '#tools/printer/decode-escpos.ts';
import { pictureOf } from '#tools/printer/print-picture.ts';
import { COUNTER_PAPERS } from './counter-samples.ts';
import { SAMPLE_PAPERS } from './paper-samples.ts';

const papers = [
  ...Object.entries(SAMPLE_PAPERS),
  ...Object.entries(COUNTER_PAPERS).map(([name, sample]) => [name, sample('es')] as const),
];

/** The widest dot of anything drawn, from the left edge of the print. */
function widestDot(picture: string): number {
  const edges = [...picture.matchAll(/translate\((\d+)[^)]*\) scale\((\d+)[^>]* x="([^"]*)"/g)];
  return Math.max(
    ...edges.map(([, left, wide, at]) => {
      const last = Number((at ?? '0').split(' ').at(-1));
      return Number(left) - 32 + (last + 12) * Number(wide);
    }),
  );
}

describe.each(PAPER_COLUMNS)('what a printer of %i columns makes of its bytes', (columns) => {
  test.each(papers)('%s: a picture with each line, inside the paper', (_, paper) => {
    const acts = decodeEscpos(encodePaper(paper, { columns, family: 'epson' }));
    const picture = pictureOf(acts, columns);
    const drawn = picture
      .replaceAll(/<text[^>]*>/g, '\n')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&');
    const words = (text: string): string[] =>
      text.split(/\s+/).filter((word) => word !== '' && word !== '|||');
    // The value of a square code is not printed in letters.
    const said = paperTextLines(paper, columns).filter((line) => !line.startsWith('[QR]'));
    expect(words(drawn)).toEqual(words(said.join('\n')));
    expect(widestDot(picture)).toBeLessThanOrEqual(columns * 12);
  });
});

test('a line of double width that is one letter too long would be seen', () => {
  const acts = [{ type: 'text', text: 'X'.repeat(25), bold: false, wide: 2, tall: 2 }] as const;
  expect(widestDot(pictureOf(acts, 48))).toBeGreaterThan(48 * 12);
});
