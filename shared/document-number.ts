/**
 * Numbers people read (docs/rules.md, Numbers people read): `S1-10482` is type letter, register number, series letter
 * from the second series on (`S1B-7`), counter. The printed code carries a check character at its end, so that a
 * scan opens the right document from any screen and a misread opens none.
 */
export const DOCUMENT_LETTERS = {
  sale: 'S',
  visit: 'R',
  job: 'J',
  layaway: 'L',
  order: 'O',
  buy: 'B',
  customer: 'C',
  piece: 'P',
  dayClose: 'Z',
  approval: 'A',
  quote: 'Q',
  receive: 'V',
  place: 'T',
  count: 'K',
} as const;

export type DocumentKind = keyof typeof DOCUMENT_LETTERS;

export interface DocumentNumber {
  readonly kind: DocumentKind;
  readonly registerNumber: number;
  /** 1 is the first series and prints no letter, 2 is `B`, and so on. */
  readonly series: number;
  readonly counter: number;
}

const CHECK_ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'.slice(0, 31);
const KINDS_BY_LETTER = new Map<string, DocumentKind>(
  Object.entries(DOCUMENT_LETTERS).map(([kind, letter]) => [letter, kind as DocumentKind]),
);

/** `S1-10482`, `S1B-7`, `S1AA-3`. */
export function formatDocumentNumber({
  kind,
  registerNumber,
  series,
  counter,
}: DocumentNumber): string {
  return `${DOCUMENT_LETTERS[kind]}${registerNumber}${seriesLetters(series)}-${counter}`;
}

/** What the barcode holds: the number and its check character, `S1-10482K`. */
export function printedCode(number: string): string {
  return `${number}${checkCharacter(number)}`;
}

/** Reads a scanned code back to the number people read; undefined when it is none of ours or misread. */
export function readPrintedCode(
  code: string,
): { readonly kind: DocumentKind; readonly number: string } | undefined {
  const text = code.trim().toUpperCase();
  const match = /^([A-Z])(\d{1,4})([A-Z]{0,3})-(\d{1,9})([0-9A-Z])$/.exec(text);
  if (!match) return undefined;
  const kind = KINDS_BY_LETTER.get(match[1] ?? '');
  if (!kind || checkCharacter(text.slice(0, -1)) !== match[5]) return undefined;
  return { kind, number: text.slice(0, -1) };
}

/** Series 1 prints nothing; 2 … 26 print B … Z; then AA, AB … */
function seriesLetters(series: number): string {
  if (series <= 1) return '';
  let rest = series;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** Weighted sum modulo the prime 31: catches every wrong digit, every wrong letter and every swap of neighbours. */
function checkCharacter(text: string): string {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    sum = (sum + (index + 1) * characterValue(text.charCodeAt(index))) % 31;
  }
  return CHECK_ALPHABET[sum] ?? '0';
}

/** Digits 0 to 9, the dash 10, letters 11 to 36. */
function characterValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code === 45) return 10;
  return code - 54;
}
