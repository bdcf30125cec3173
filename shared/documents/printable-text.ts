/**
 * Text as a receipt printer can take it: composed accents, plain spaces, a hyphen for a minus sign, and no control
 * or format character. What staff and imports typed can therefore never carry a printer command, open the drawer or
 * turn the reading direction. Line feeds become spaces; `printableLines` keeps them as breaks.
 */
export function printableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\t\n\r\v\f]+/gu, ' ')
    .replace(/[\p{C}\uFE00-\uFE0F]/gu, '')
    .replace(/[\u2212\u2010\u2011]/g, '-')
    .trim();
}

/** Each line of a text that was written with line feeds, printable. */
export function printableLines(text: string): string[] {
  return text.split(/\r\n|\r|\n|\u2028|\u2029/).map(printableText);
}

/** Columns a text takes: a wide character (Chinese, Japanese, Korean, emoji) takes two, an accent on its own none. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** 0, 1 or 2 columns. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^\p{M}/u.test(character)) return 0;
  return WIDE_RANGES.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** Unicode's East Asian Width W and F, the blocks a name or a note may hold, and the pictographs. */
const WIDE_RANGES: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f5],
  [0x26fa, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274e],
  [0x2753, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f19a],
  [0x1f1e6, 0x1f320],
  [0x1f32d, 0x1faff],
  [0x20000, 0x3fffd],
];

/**
 * Breaks printable text at spaces into lines of at most `columns` columns, every line after the first at most
 * `nextColumns`. A word longer than a line is broken where the line ends. Never loses a character but the space a
 * line breaks at. Columns under 2 count as 2, for a wide character has to go somewhere.
 */
export function wrapText(text: string, columns: number, nextColumns = columns): string[] {
  const lines: string[] = [];
  let line = '';
  let room = Math.max(2, columns);
  const endLine = (): void => {
    lines.push(line);
    line = '';
    room = Math.max(2, nextColumns);
  };
  for (const word of text.split(' ')) {
    if (line !== '' && textWidth(line) + 1 + textWidth(word) > room) endLine();
    let rest = line === '' ? word : ` ${word}`;
    while (textWidth(line) + textWidth(rest) > room) {
      const part = headOf(rest, room - textWidth(line));
      line += part;
      rest = rest.slice(part.length);
      endLine();
    }
    line += rest;
  }
  lines.push(line);
  return lines;
}

/** As `wrapText`, with lines as even as their number allows: centred words leave no lone one below. */
export function wrapEvenly(text: string, columns: number): string[] {
  let best = wrapText(text, columns);
  for (let narrower = columns - 1; narrower > 1 && best.length > 1; narrower--) {
    const lines = wrapText(text, narrower);
    if (lines.length > best.length || isAnyWordBroken(text, lines)) break;
    best = lines;
  }
  return best;
}

function isAnyWordBroken(text: string, lines: readonly string[]): boolean {
  return lines.join(' ') !== text;
}

/** As many characters from the start as fit into `columns`; an accent stays with its letter. */
function headOf(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    end += character.length;
  }
  return text.slice(0, end);
}
