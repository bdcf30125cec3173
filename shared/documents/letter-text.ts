import { type LetterBlock, layoutLetter } from './letter-layout.ts';
import type { Paper, TableBlock } from './paper.ts';
import { paperTextLines } from './paper-text.ts';
import { textWidth, wrapText } from './printable-text.ts';

/** Columns of the sheet as text, of the store's part of the head, and between two columns. */
const SHEET = 96;
const STORE = 48;
const GAP = 2;

/** A letter sheet as plain text: what stands where on it, without its type. For mail and for the golden tests. */
export function letterText(paper: Paper): string {
  const { marks, store, document, body } = layoutLetter(paper);
  const left = store.map(toLeft).flatMap((block) => blockLines(block, STORE));
  const right = document.map(toLeft).flatMap((block) => blockLines(block, SHEET - STORE));
  const head = Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `${pad(left[index] ?? '', STORE)}${right[index] ?? ''}`.trimEnd(),
  );
  const lines = [
    ...marks.flatMap((block) => blockLines(block, SHEET)),
    ...head,
    ...(head.length > 0 ? [''] : []),
    ...body.flatMap((block) => blockLines(block, SHEET)),
  ];
  return `${lines.join('\n')}\n`;
}

/** What is centred on a roll stands at the edge of its part of a letterhead. */
function toLeft(block: LetterBlock): LetterBlock {
  if (block.type === 'text') return { ...block, align: 'left' };
  if (block.type === 'logo' || block.type === 'title')
    return { type: 'text', text: block.text, align: 'left', weight: 'bold', size: 'tall' };
  return block;
}

function blockLines(block: LetterBlock, columns: number): string[] {
  if (block.type === 'table') return tableLines(block, columns);
  const paper: Paper = { kind: 'receipt', locale: 'en', title: '', blocks: [block] };
  return paperTextLines(paper, columns);
}

/** Columns as wide as their widest cell; what does not fit is taken from the first column, which wraps. */
function tableLines({ columns, rows }: TableBlock, room: number): string[] {
  const heads = columns.map(({ label }) => label);
  const widths = columns.map((_, index) =>
    Math.max(...[heads, ...rows].map((row) => textWidth(row[index] ?? ''))),
  );
  const others = widths.slice(1).reduce((sum, width) => sum + width + (width > 0 ? GAP : 0), 0);
  const first = Math.max(12, room - others);
  const lineOf = (row: readonly string[]): string[] => {
    const [start = '', ...more] = wrapText(row[0] ?? '', first);
    const cells = columns.slice(1).map(({ align }, index) => {
      const width = widths[index + 1] ?? 0;
      const cell = row[index + 1] ?? '';
      if (width === 0) return '';
      return ' '.repeat(GAP) + (align === 'right' ? padLeft(cell, width) : pad(cell, width));
    });
    return [`${pad(start, first)}${cells.join('')}`.trimEnd(), ...more.map((line) => `  ${line}`)];
  };
  return [heads, ...rows].flatMap(lineOf);
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)));
}

function padLeft(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - textWidth(text))) + text;
}
