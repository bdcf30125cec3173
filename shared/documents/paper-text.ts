import type { Paper } from './paper.ts';
import { layoutPaper, type PrintedLine, type TextLine } from './paper-layout.ts';
import { textWidth, wrapText } from './printable-text.ts';

/**
 * A paper as plain text of at most `columns` columns a line: what goes into an e-mail, a log a person may read, and
 * the golden tests. Big letters are written once each, around the same middle.
 */
export function paperText(paper: Paper, columns: number): string {
  return `${paperTextLines(paper, columns).join('\n')}\n`;
}

/** The lines of `paperText`, without line ends and without blanks at their ends. */
export function paperTextLines(paper: Paper, columns: number): string[] {
  return layoutPaper(paper, columns).flatMap((line) => plainLines(line, columns));
}

function plainLines(line: PrintedLine, columns: number): string[] {
  switch (line.type) {
    case 'text':
      return [line.size === 'big' ? plainBig(line.left, columns) : composeLine(line, columns)];
    case 'rule':
      return [(line.style === 'double' ? '═' : '─').repeat(columns)];
    case 'barcode':
      return [centred(`||| ${line.value} |||`, columns)];
    case 'qr':
      return wrapText(`[QR] ${line.value}`, columns);
    case 'cut':
      return [];
  }
}

/**
 * The characters of a line from its first column on, amounts pushed to the right edge. A big line is composed over
 * half the columns, for each of its characters takes two.
 */
export function composeLine(line: TextLine, columns: number): string {
  const room = line.size === 'big' ? Math.floor(columns / 2) : columns;
  if (line.right !== '') {
    const gap = room - textWidth(line.left) - textWidth(line.right);
    return line.left + ' '.repeat(Math.max(0, gap)) + line.right;
  }
  if (line.align === 'center') return centred(line.left, room);
  if (line.align === 'right')
    return ' '.repeat(Math.max(0, room - textWidth(line.left))) + line.left;
  return line.left;
}

function centred(text: string, columns: number): string {
  return text === ''
    ? ''
    : ' '.repeat(Math.max(0, Math.floor((columns - textWidth(text)) / 2))) + text;
}

/** Where the letters of a big line stand when each takes one column and their middle stays. */
function plainBig(text: string, columns: number): string {
  const width = textWidth(text);
  const before = Math.floor((Math.floor(columns / 2) - width) / 2);
  return ' '.repeat(before * 2 + Math.floor(width / 2)) + text;
}
