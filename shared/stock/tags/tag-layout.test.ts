import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../../money.ts';
import { layoutTag, type TagFacts } from './tag-layout.ts';
import { panelStarts, stockProblem, TAG_DPIS, TAG_SHAPES, usualStock } from './tag-stock.ts';
import { tagPrice, tagText } from './tag-text.ts';
import { zplOf } from './tag-zpl.ts';

const aRing: TagFacts = {
  stockNumber: '200-00017',
  words: '14K WG oval diamond ring 1.01 ct F VS1',
  priceCents: cents(499_900),
  codedCost: 'BSCE',
};

const anyStock = fc
  .tuple(fc.constantFrom(...TAG_SHAPES), fc.constantFrom(...TAG_DPIS))
  .map(([shape, dpi]) => usualStock(shape, dpi));
const anySymbology = fc.constantFrom('code128' as const, 'datamatrix' as const);
const anyFacts = fc.record({
  stockNumber: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  words: fc.string({ unit: 'grapheme', maxLength: 200 }),
  priceCents: fc.integer({ min: 0, max: 1_000_000_000 }).map(cents),
  codedCost: fc.option(fc.stringMatching(/^[A-Z]{1,9}$/)),
});

test('a tag has its price and words on the first panel, its code and stock number on the second', () => {
  const stock = usualStock('barbell', 203);
  const { blocks, notes } = layoutTag(aRing, stock, 'code128');
  const [, second] = panelStarts(stock);
  const front = blocks.filter(({ x }) => x < second);
  const back = blocks.filter(({ x }) => x >= second);
  expect(front.map((block) => (block.kind === 'text' ? block.text : block.kind))).toEqual([
    '$4,999',
    'BSCE',
    '14K WG oval diamond ring',
    '1.01 ct F VS1',
  ]);
  expect(back.map((block) => (block.kind === 'text' ? block.text : block.kind))).toEqual([
    'code128',
    '200-00017',
  ]);
  expect(notes).toEqual([]);
});

test('nothing is printed outside of the panels, whatever is written on the piece', () => {
  fc.assert(
    fc.property(anyFacts, anyStock, anySymbology, (facts, stock, symbology) => {
      const { marginDots, panelDots, heightDots } = stock;
      for (const { x, y, ...block } of layoutTag(facts, stock, symbology).blocks) {
        const start = panelStarts(stock).findLast((each) => x >= each) ?? 0;
        expect(x).toBeGreaterThanOrEqual(start + marginDots);
        expect(x + block.widthDots).toBeLessThanOrEqual(start + panelDots - marginDots);
        expect(y).toBeGreaterThanOrEqual(marginDots);
        expect(y + block.heightDots).toBeLessThanOrEqual(heightDots - marginDots);
      }
    }),
  );
});

test('no two things on a tag lie over each other', () => {
  fc.assert(
    fc.property(anyFacts, anyStock, anySymbology, (facts, stock, symbology) => {
      const { blocks } = layoutTag(facts, stock, symbology);
      for (const [at, a] of blocks.entries())
        for (const b of blocks.slice(at + 1))
          expect(
            a.x + a.widthDots <= b.x ||
              b.x + b.widthDots <= a.x ||
              a.y + a.heightDots <= b.y ||
              b.y + b.heightDots <= a.y,
          ).toBe(true);
    }),
  );
});

/** What a printer would take for commands. */
const commandsOf = (zpl: string) => zpl.match(/[\^~][^\n]{2}/g) ?? [];

test('no description can become a command of the printer', () => {
  const nasty = fc
    .array(
      fc.constantFrom('^XZ', '~JA', '^FS', '^XA', '_5E', '_', '>', '~', '^', 'ring', '\\', ' '),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(nasty, anyStock, anySymbology, (text, stock, symbology) => {
      const facts = { ...aRing, words: text, stockNumber: text.slice(0, 40) };
      const zpl = zplOf(layoutTag(facts, stock, symbology));
      const data = [...zpl.matchAll(/\^FD([^\n]*)\^FS$/gm)].map((match) => match[1] ?? '');
      expect(data.join('')).not.toMatch(/[\^~]/);
      const plain = zpl.replaceAll(/\^FD[^\n]*\^FS$/gm, '');
      const known = /^\^(XA|PW|LL|LH|LS|LT|FO|A[ADF]|FH|BY|BC|BX|PQ|XZ)/;
      for (const command of commandsOf(plain)) expect(command).toMatch(known);
    }),
  );
});

test('a number too long for bars stands in a DataMatrix, and the preview says so', () => {
  const facts = { ...aRing, stockNumber: 'ESTATE-2026-000017-A' };
  const { blocks, notes } = layoutTag(facts, usualStock('barbell', 203), 'code128');
  expect(blocks.some(({ kind }) => kind === 'datamatrix')).toBe(true);
  expect(notes).toContain('DATAMATRIX_INSTEAD');
});

test('a number no code holds is printed in letters alone, and the preview says so', () => {
  const facts = { ...aRing, stockNumber: 'Ñ-17' };
  const { blocks, notes } = layoutTag(facts, usualStock('barbell', 203), 'code128');
  expect(notes).toContain('NO_CODE');
  expect(blocks.some((block) => block.kind === 'text' && block.text === 'N-17')).toBe(true);
});

test('words are written in the letters the printer has', () => {
  expect(tagText('Größe ½ – “Señora” 💎 Łódź')).toBe('Grosse 1/2 - "Senora" Lodz');
  expect(tagPrice(cents(199_900))).toBe('$1,999');
  expect(tagPrice(cents(1_995))).toBe('$19.95');
});

test('stock whose panels do not fit on it, or are too small for anything, is refused', () => {
  const stock = usualStock('rat_tail', 300);
  expect(stockProblem(stock)).toBeUndefined();
  expect(stockProblem({ ...stock, panelDots: stock.widthDots })).toBe('PANELS_TOO_WIDE');
  expect(stockProblem({ ...stock, marginDots: 60 })).toBe('PANEL_TOO_SMALL');
});
