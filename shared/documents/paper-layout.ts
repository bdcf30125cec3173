import type {
  Align,
  ItemBlock,
  Paper,
  PaperBlock,
  TableBlock,
  TextBlock,
  Weight,
} from './paper.ts';
import {
  printableLines,
  printableText,
  textWidth,
  wrapEvenly,
  wrapText,
} from './printable-text.ts';

/**
 * One line as it is printed. `left` and `right` are printable and fit: a big line takes two columns a character.
 * Words on the right end at the last column.
 */
export interface TextLine {
  readonly type: 'text';
  readonly left: string;
  readonly right: string;
  readonly align: Align;
  readonly weight: Weight;
  readonly size: LineSize;
}

/** Tall is double height, big is double height and width (always centred). */
export type LineSize = 'normal' | 'tall' | 'big';

/** Bars as wide as the paper takes, for a scanner reads three dots a module better than two. */
export interface BarcodeLine {
  readonly type: 'barcode';
  readonly symbology: 'code128';
  readonly value: string;
  readonly moduleDots: 2 | 3;
}

export type PrintedLine =
  | TextLine
  | { readonly type: 'rule'; readonly style: 'single' | 'double' }
  | BarcodeLine
  | { readonly type: 'qr'; readonly value: string }
  | { readonly type: 'cut' };

/** Columns between words and their amount, so that the eye never reads them as one. */
const GAP = 2;
const HANGING = '  ';

/**
 * Breaks a paper into the lines of a printer with `columns` columns. The printer, the preview and the plain text
 * all draw these lines, which is why they cannot differ in a break. No line is wider than `columns`.
 */
export function layoutPaper(paper: Paper, columns: number): PrintedLine[] {
  return paper.blocks.flatMap((block) => layoutBlock(block, columns));
}

function layoutBlock(block: PaperBlock, columns: number): PrintedLine[] {
  switch (block.type) {
    case 'head':
      return [...block.store, ...block.document].flatMap((each) => layoutBlock(each, columns));
    case 'logo':
      return layoutBig(block.text, columns, 'normal');
    case 'mark':
      return layoutBig(block.text, columns, 'bold');
    case 'title':
      return wrapEvenly(printableText(block.text), columns).map((left) =>
        textLine(left, '', { align: 'center', weight: 'bold', size: 'tall' }),
      );
    case 'heading':
      return [
        { type: 'rule', style: 'single' },
        ...wrapText(printableText(block.text), columns).map((left) =>
          textLine(left, '', { weight: 'bold' }),
        ),
      ];
    case 'text':
      return layoutParagraphs(block, columns);
    case 'table':
      return tableItems(block).flatMap((item) => layoutItem(item, columns));
    case 'signature':
      return [...blankLines(2), ...layoutRow(block.label, SIGNATURE_LINE, columns, {})];
    case 'fillIn':
      return layoutFillIn(block.label, columns);
    case 'row':
      return layoutRow(block.left, block.right, columns, { weight: block.weight });
    case 'total':
      return layoutRow(block.left, block.right, columns, { weight: 'bold', size: 'tall' });
    case 'item':
      return layoutItem(block, columns);
    case 'rule':
      return [{ type: 'rule', style: block.style }];
    case 'space':
      return blankLines(block.lines);
    case 'ruler':
      return [textLine('1234567890'.repeat(Math.ceil(columns / 10)).slice(0, columns), '', {})];
    case 'barcode':
      return layoutBarcode(block.value, columns);
    case 'qr':
      return [{ type: 'qr', value: block.value }];
    case 'cut':
      return [{ type: 'cut' }];
  }
}

const SIGNATURE_LINE = '_'.repeat(20);

/** Room above the line for a hand; a label that leaves too little beside it has the line to itself. */
function layoutFillIn(label: string, columns: number): PrintedLine[] {
  const words = wrapText(printableText(label), columns);
  const room = columns - textWidth(words.at(-1) ?? '') - 1;
  if (room < LEAST_TO_WRITE_ON) words.push('');
  const last = words.pop() ?? '';
  const line = '_'.repeat(last === '' ? columns : room);
  return [
    ...blankLines(1),
    ...words.map((left) => textLine(left, '', {})),
    ...(last === '' ? blankLines(1) : []),
    textLine(last === '' ? line : `${last} ${line}`, '', {}),
  ];
}

/** Columns that a name or a number takes in handwriting, about four centimeters. */
const LEAST_TO_WRITE_ON = 24;

function blankLines(count: number): PrintedLine[] {
  return Array.from({ length: count }, () => textLine('', '', {}));
}

function layoutItem({ description, amount, notes }: ItemBlock, columns: number): PrintedLine[] {
  return [...layoutRow(description, amount, columns, {}), ...layoutNotes(notes, columns)];
}

/** Each row of a table as a roll prints it: words with their amount, the rest below. */
export function tableItems({ columns, rows }: TableBlock): ItemBlock[] {
  return rows.map((row) => {
    const cells = columns.flatMap((column, index) => {
      const text = row[index] ?? '';
      return text === '' ? [] : [{ ...column, text }];
    });
    const of = (roll: 'lead' | 'amount'): string =>
      cells
        .filter((cell) => cell.roll === roll)
        .map((cell) => cell.text)
        .join(' · ');
    const notes = cells.flatMap(({ roll, label, text }) =>
      roll === 'note' ? [text] : roll === 'labelled' ? [`${label} ${text}`] : [],
    );
    return { type: 'item', description: of('lead'), amount: of('amount'), notes };
  });
}

function layoutParagraphs(block: TextBlock, columns: number): PrintedLine[] {
  const wrap = block.align === 'center' ? wrapEvenly : wrapText;
  return printableLines(block.text).flatMap((text) =>
    wrap(text, columns).map((left) => textLine(left, '', block)),
  );
}

/** Big words that do not fit at double width are set tall instead: a long store name stays on few lines. */
function layoutBig(text: string, columns: number, weight: Weight): PrintedLine[] {
  const printable = printableText(text);
  const style = { align: 'center', weight } as const;
  const bigColumns = Math.floor(columns / 2);
  if (printable.split(' ').every((word) => textWidth(word) <= bigColumns)) {
    return wrapEvenly(printable, bigColumns).map((left) =>
      textLine(left, '', { ...style, size: 'big' }),
    );
  }
  return wrapEvenly(printable, columns).map((left) =>
    textLine(left, '', { ...style, size: 'tall' }),
  );
}

type LineStyle = Partial<Pick<TextLine, 'align' | 'weight' | 'size'>>;

/**
 * The amount stands beside the first line of its words; one too long for that gets a line of its own, and words that
 * take several lines are read from the left like any others.
 */
function layoutRow(left: string, right: string, columns: number, style: LineStyle): PrintedLine[] {
  const words = printableText(left);
  const amount = printableText(right);
  const amountWidth = textWidth(amount);
  const room = columns - amountWidth - (amountWidth > 0 ? GAP : 0);
  const beside = room >= Math.min(columns / 3, textWidth(words));
  const lines = hang(words, beside ? room : columns, columns);
  if (beside) return lines.map((line, index) => textLine(line, index === 0 ? amount : '', style));
  return [...lines.map((line) => textLine(line, '', style)), ...ownLines(amount, columns, style)];
}

function ownLines(amount: string, columns: number, style: LineStyle): PrintedLine[] {
  if (textWidth(amount) <= columns) return [textLine('', amount, style)];
  return wrapText(amount, columns - HANGING.length).map((line) =>
    textLine(HANGING + line, '', style),
  );
}

/** As many notes on a line as fit; one that is longer than a line is broken, never two notes across a break. */
function layoutNotes(notes: readonly string[], columns: number): PrintedLine[] {
  const room = columns - HANGING.length;
  const packed: string[] = [];
  for (const note of notes.map(printableText)) {
    const last = packed.at(-1);
    const joined = `${last} · ${note}`;
    if (last !== undefined && textWidth(joined) <= room) packed[packed.length - 1] = joined;
    else packed.push(note);
  }
  return packed.flatMap((note) =>
    wrapText(note, room).map((line) => textLine(HANGING + line, '', {})),
  );
}

/** Lines after the first keep clear of the amounts, for a column of amounts is read from top to bottom. */
function hang(words: string, room: number, columns: number): string[] {
  const next = Math.min(room, columns) - HANGING.length;
  return wrapText(words, room, next).map((line, index) => (index === 0 ? line : HANGING + line));
}

/** Bars that the paper cannot hold are not sent: a printer leaves them out without a word. */
function layoutBarcode(value: string, columns: number): PrintedLine[] {
  const dots = columns * DOTS_PER_COLUMN;
  const modules = code128Modules(value);
  if (modules * 3 <= dots) return [{ type: 'barcode', symbology: 'code128', value, moduleDots: 3 }];
  if (modules * 2 <= dots) return [{ type: 'barcode', symbology: 'code128', value, moduleDots: 2 }];
  return wrapText(printableText(value), columns).map((left) =>
    textLine(left, '', { align: 'center' }),
  );
}

/** Dots across one column of the standard font: 12 on printers with 32 and 48 columns, and not less on 42. */
const DOTS_PER_COLUMN = 12;

/** Width in modules of a value in code set B: start, one symbol a character, check, stop (13 modules). */
function code128Modules(value: string): number {
  return 11 * (value.length + 2) + 13;
}

/** How many columns the bars of a code take. */
export function barcodeColumns({ value, moduleDots }: BarcodeLine): number {
  return (code128Modules(value) * moduleDots) / DOTS_PER_COLUMN;
}

function textLine(left: string, right: string, style: LineStyle): TextLine {
  return {
    type: 'text',
    left,
    right,
    align: style.align ?? 'left',
    weight: style.weight ?? 'normal',
    size: style.size ?? 'normal',
  };
}
