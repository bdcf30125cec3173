import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Paper, PAPER_COLUMNS, type PaperBlock, rowBlock, textBlock } from './paper.ts';
import { paperTextLines } from './paper-text.ts';
import { printableText, textWidth } from './printable-text.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 90 }),
  fc.string({
    unit: fc.constantFrom('a', 'é', 'ñ', '漢', '👍', 'e\u0301', ' ', '\n', '\u00a0', '\u2212', '-'),
    maxLength: 120,
  }),
  fc.lorem({ maxCount: 20 }),
);
const amount = fc
  .integer({ min: -1_000_000_000, max: 1_000_000_000 })
  .map((cents) => (cents / 100).toFixed(2));
const columnCount = fc.constantFrom(...PAPER_COLUMNS);

function aPaper(...blocks: PaperBlock[]): Paper {
  return { kind: 'receipt', locale: 'en', title: 'Receipt', blocks };
}

/** What must survive a layout: the letters in their order, whatever the breaks. */
function letters(text: string): string {
  return printableText(text).replaceAll(' ', '');
}

describe('a paper as text', () => {
  test('no line is wider than the paper, whatever is written', () => {
    fc.assert(
      fc.property(words, words, columnCount, (left, right, columns) => {
        const paper = aPaper(
          textBlock(left, { align: 'center' }),
          textBlock(left, { align: 'right' }),
          rowBlock(left, right),
          { type: 'item', description: left, amount: right, notes: [left, right] },
          { type: 'total', left, right },
          { type: 'logo', text: left },
          { type: 'mark', text: right },
          { type: 'ruler' },
          { type: 'rule', style: 'double' },
        );
        for (const line of paperTextLines(paper, columns))
          expect(textWidth(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('nothing written is lost: every letter is there, in order', () => {
    fc.assert(
      fc.property(words, columnCount, (text, columns) => {
        for (const block of [
          textBlock(text),
          { type: 'logo', text },
          { type: 'mark', text },
        ] as const) {
          expect(paperTextLines(aPaper(block), columns).join('').replaceAll(' ', '')).toBe(
            letters(text),
          );
        }
      }),
    );
  });

  test('an amount ends at the right edge, once, beside or below its words', () => {
    fc.assert(
      fc.property(words, amount, columnCount, (left, right, columns) => {
        const lines = paperTextLines(aPaper(rowBlock(left, right)), columns);
        const withAmount = lines.filter(
          (line) => line.endsWith(right) && textWidth(line) === columns,
        );
        expect(withAmount.length).toBeGreaterThanOrEqual(1);
        const rest = lines.join('').replaceAll(' ', '').length - right.length;
        expect(rest).toBe(letters(left).length);
      }),
    );
  });

  test('the amounts of one ticket stand in one column, whatever stands before them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, amount), { maxLength: 12 }),
        columnCount,
        (rows, columns) => {
          const blocks = rows.map(
            ([description, price]) =>
              ({ type: 'item', description, amount: price, notes: [] }) as const,
          );
          const lines = paperTextLines(aPaper(...blocks), columns);
          for (const [, price] of rows) {
            expect(lines.some((line) => line.endsWith(` ${price}`) || line === price)).toBe(true);
          }
        },
      ),
    );
  });

  test('a word longer than the paper is broken, not cut off', () => {
    const word = 'x'.repeat(100);
    expect(paperTextLines(aPaper(textBlock(word)), 42)).toEqual([
      'x'.repeat(42),
      'x'.repeat(42),
      'x'.repeat(16),
    ]);
  });

  test('centred words break evenly, so that none stands alone below', () => {
    const footer = textBlock('Returns within 30 days with this receipt.', { align: 'center' });
    expect(paperTextLines(aPaper(footer), 32)).toEqual([
      '     Returns within 30 days',
      '       with this receipt.',
    ]);
  });

  test('a wide letter takes two columns', () => {
    expect(paperTextLines(aPaper(rowBlock('翡翠', '$5.00')), 32)).toEqual([
      `翡翠${' '.repeat(23)}$5.00`,
    ]);
  });

  test('notes share a line as long as they fit, and are not broken across two', () => {
    const item = {
      type: 'item',
      description: 'Chain',
      amount: '$1.00',
      notes: ['No. CH-14', '18.5 × $18.75', 'Discount -$16.88'],
    } as const;
    expect(paperTextLines(aPaper(item), 48).slice(1)).toEqual([
      '  No. CH-14 · 18.5 × $18.75 · Discount -$16.88',
    ]);
    expect(paperTextLines(aPaper(item), 32).slice(1)).toEqual([
      '  No. CH-14 · 18.5 × $18.75',
      '  Discount -$16.88',
    ]);
  });

  test('words on the right that take several lines are read from the left', () => {
    const address = '77 Elm Street, Apt 4, Springfield Heights, MO 65804-1234';
    expect(paperTextLines(aPaper(rowBlock('Address', '77 Elm Street')), 42)).toEqual([
      `Address${' '.repeat(22)}77 Elm Street`,
    ]);
    expect(paperTextLines(aPaper(rowBlock('Address', address)), 42)).toEqual([
      'Address',
      '  77 Elm Street, Apt 4, Springfield',
      '  Heights, MO 65804-1234',
    ]);
  });

  test('a line to be filled in by hand takes what its words leave, and a line of its own below long ones', () => {
    const lines = (label: string, columns: number) =>
      paperTextLines(aPaper({ type: 'fillIn', label }), columns);
    expect(lines('Occupation', 42)).toEqual(['', `Occupation ${'_'.repeat(31)}`]);
    expect(lines('ID, issued by, number', 32)).toEqual([
      '',
      'ID, issued by, number',
      '',
      '_'.repeat(32),
    ]);
  });

  test('a store name too long for big letters is set tall, on few lines', () => {
    const lines = paperTextLines(
      aPaper({ type: 'logo', text: 'Donaudampfschifffahrtsgesellschaft Jewelers' }),
      48,
    );
    expect(lines).toEqual(['  Donaudampfschifffahrtsgesellschaft Jewelers']);
  });
});

describe('printable text', () => {
  test('control characters and turned reading directions never reach a paper', () => {
    expect(printableText('Ring\u001bp\u0000\u0019\u202e 18k\u0007\u200b')).toBe('Ringp 18k');
  });

  test('a typed line break becomes a space in a name and a new line in a footer', () => {
    expect(printableText('Ana\nLuz')).toBe('Ana Luz');
    expect(paperTextLines(aPaper(textBlock('Ana\r\nLuz')), 32)).toEqual(['Ana', 'Luz']);
  });
});
