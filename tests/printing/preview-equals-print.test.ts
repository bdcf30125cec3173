import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodePaper } from '#electron/store/printing/escpos.ts';
import { printedCode, readPrintedCode } from '#shared/document-number.ts';
import { PAPER_COLUMNS } from '#shared/documents/paper.ts';
import { paperText, paperTextLines } from '#shared/documents/paper-text.ts';
import { receiptPaper } from '#shared/documents/receipt-paper.ts';
import { decodeEscpos } from '#tools/printer/decode-escpos.ts';
import { printedLines } from '#tools/printer/printed-lines.ts';
import { aLine, aReceipt, SAMPLE_PAPERS } from './paper-samples.ts';

const samples = Object.entries(SAMPLE_PAPERS);

function readBack(bytes: Uint8Array, columns: number): string[] {
  return printedLines(decodeEscpos(bytes), columns);
}

function withoutTrailingBlanks(lines: readonly string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}

describe('a paper says the same wherever it is read', () => {
  test.each(samples)('%s reads as it always did', async (name, paper) => {
    await expect(paperText(paper, 48)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  describe.each(PAPER_COLUMNS)('on %i columns', (columns) => {
    test.each(samples)('%s prints what its text says', (_, paper) => {
      const printed = readBack(encodePaper(paper, { columns, family: 'epson' }), columns);
      expect(printed).toEqual(withoutTrailingBlanks(paperTextLines(paper, columns)));
    });
  });

  test.each(['star', 'bixolon', 'citizen', 'xprinter'] as const)(
    'a %s prints English and Spanish alike',
    (family) => {
      for (const name of ['test-page', 'spanish-accents', 'day-close']) {
        const paper = SAMPLE_PAPERS[name];
        if (!paper) throw new Error(`${name} is gone`);
        const printed = readBack(encodePaper(paper, { columns: 48, family }), 48);
        expect(printed).toEqual(withoutTrailingBlanks(paperTextLines(paper, 48)));
      }
    },
  );

  test('a printer that lost a code page would be noticed: an accent read in the wrong page differs', () => {
    const paper = receiptPaper(aReceipt([aLine({ description: 'Peña' })]), 'en');
    const bytes = encodePaper(paper);
    const latin = 16;
    const cyrillic = 46;
    const broken = bytes.map((byte, at) =>
      byte === latin && bytes[at - 1] === 0x74 && bytes[at - 2] === 0x1b ? cyrillic : byte,
    );
    expect(readBack(broken, 48)).not.toEqual(readBack(bytes, 48));
  });

  test('a cut and a code go through the printer as commands, not as letters', () => {
    const acts = decodeEscpos(encodePaper(receiptPaper(aReceipt([aLine()]), 'en')));
    const codes = acts.filter((act) => act.type === 'barcode');
    expect(codes).toHaveLength(1);
    expect(readPrintedCode(codes[0]?.value ?? '')).toEqual({ kind: 'sale', number: 'S1-10482' });
    expect(acts.filter((act) => act.type === 'cut')).toHaveLength(1);
  });
});

describe('what staff typed cannot command the printer', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        '\u001b',
        'p',
        '\u0000',
        '\u0019',
        '\u001d',
        'V',
        '\n',
        'é',
        '漢',
        '👍',
        '\u202e',
        ' ',
      ),
    }),
  );

  test('whatever is in a description, a name or a footer: one cut, one barcode, no drawer', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(...PAPER_COLUMNS), (typed, name, columns) => {
        const facts = aReceipt([aLine({ description: typed, stockNumber: name })], {
          customerName: name,
        });
        const paper = receiptPaper(
          { ...facts, store: { ...facts.store, footer: typed, name } },
          'es',
        );
        const acts = decodeEscpos(encodePaper(paper, { columns, family: 'epson' }));
        expect(acts.filter((act) => act.type === 'pulse')).toEqual([]);
        expect(acts.filter((act) => act.type === 'cut')).toHaveLength(1);
        expect(acts.filter((act) => act.type === 'barcode')).toHaveLength(1);
        for (const act of acts) {
          if (act.type === 'text') expect(act.text.length * act.wide).toBeLessThanOrEqual(columns);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what no code page holds prints as a question mark a column, and the amount stays at the edge', () => {
    const paper = receiptPaper(aReceipt([aLine({ description: '翡翠 pendant 💎' })]), 'en');
    const line = readBack(encodePaper(paper), 48).find((each) => each.includes('pendant'));
    expect(line).toBe(`???? pendant ??${' '.repeat(24)}$1,250.00`);
  });
});

describe('the barcode', () => {
  test('fits the paper at every number a register can reach, or prints in letters', () => {
    const lengths = ['S1-1', 'S12-104829', 'S9999ZZZ-999999999'];
    for (const number of lengths) {
      for (const columns of PAPER_COLUMNS) {
        const value = printedCode(number);
        const paper = receiptPaper({ ...aReceipt([aLine()]), number, printedCode: value }, 'en');
        const acts = decodeEscpos(encodePaper(paper, { columns, family: 'epson' }));
        const code = acts.find((act) => act.type === 'barcode');
        const dots = code ? (11 * (code.value.length + 2) + 13) * code.moduleDots : 0;
        expect(dots).toBeLessThanOrEqual(columns * 12);
        expect(
          readBack(encodePaper(paper, { columns, family: 'epson' }), columns).join('\n'),
        ).toContain(value);
      }
    }
  });
});
