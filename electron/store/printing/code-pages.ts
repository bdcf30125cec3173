import { characterWidth } from '#shared/documents/printable-text.ts';

/** Who made the printer, which decides the numbers of its code pages. Most others take Epson's. */
export type PrinterFamily = 'epson' | 'star' | 'bixolon' | 'citizen' | 'xprinter';

/** `cp437` draws the rules; Windows pages write the letters. In the order they are tried. */
type CodePage =
  | 'windows1252'
  | 'cp437'
  | 'windows1250'
  | 'windows1251'
  | 'windows1253'
  | 'windows1254'
  | 'windows1257';

/** What every family's code table holds (of the pages whose letters this program knows for certain). */
export const FAMILY_CODE_PAGES: Readonly<Record<PrinterFamily, readonly CodePage[]>> = {
  epson: [
    'windows1252',
    'cp437',
    'windows1250',
    'windows1251',
    'windows1253',
    'windows1254',
    'windows1257',
  ],
  star: ['windows1252', 'cp437'],
  bixolon: [
    'windows1252',
    'cp437',
    'windows1250',
    'windows1251',
    'windows1253',
    'windows1254',
    'windows1257',
  ],
  citizen: ['windows1252', 'cp437'],
  xprinter: ['windows1252', 'cp437', 'windows1251', 'windows1253', 'windows1257'],
};

/**
 * Replaces what no code page of the printer holds with a question mark a column, so that amounts stay in their
 * column; an accent that could not be joined to its letter is left out.
 */
export function encodableText(text: string, family: PrinterFamily): string {
  const known = lettersOf(family);
  let result = '';
  for (const character of text) {
    result += known.has(character) ? character : '?'.repeat(characterWidth(character));
  }
  return result;
}

const lettersByFamily = new Map<PrinterFamily, ReadonlySet<string>>();

function lettersOf(family: PrinterFamily): ReadonlySet<string> {
  let letters = lettersByFamily.get(family);
  if (!letters) {
    letters = new Set([
      ...asciiLetters(),
      '─',
      '═',
      ...FAMILY_CODE_PAGES[family].flatMap(lettersOfPage),
    ]);
    lettersByFamily.set(family, letters);
  }
  return letters;
}

function asciiLetters(): string[] {
  return Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
}

/** Byte 160 and up, and what the page puts between 128 and 159; undefined places are left out. */
function lettersOfPage(page: CodePage): string[] {
  if (page === 'cp437') return [];
  const decoder = new TextDecoder(page.replace('windows', 'windows-'));
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
  return [...decoder.decode(bytes)].filter((letter) => /^[^\p{C}\p{Z}\uFFFD]$/u.test(letter));
}
