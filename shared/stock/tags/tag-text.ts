import { type Cents, formatCents } from '../../money.ts';

/** Letters that do not fall apart into one of ASCII and a mark. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['×', 'x'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
]);

/** A text in the letters a tag printer's own fonts have: visible ASCII, accents taken off, anything else a space. */
export function tagText(text: string): string {
  const spelled = [...text].map((letter) => SPELLED.get(letter) ?? letter).join('');
  const plain = spelled.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('⁄', '/');
  return plain
    .replaceAll(/[^\x20-\x7e]/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** A price as short as it can be said: `$1,999`, and cents only where there are any. */
export function tagPrice(priceCents: Cents): string {
  return tagText(formatCents(priceCents)).replace(/\.00$/, '');
}

/** Words in lines of at most `letters`; what does not fit in `lines` lines is left out, whole words where possible. */
export function wrapWords(
  text: string,
  letters: number,
  lines: number,
): { readonly lines: readonly string[]; readonly cut: boolean } {
  const full: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => piecesOf(each, letters))) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= letters) line = joined;
    else {
      full.push(line);
      line = word;
    }
  }
  if (line !== '') full.push(line);
  return { lines: full.slice(0, lines), cut: full.length > lines };
}

/** A word longer than a line, broken where the line ends. */
function piecesOf(word: string, letters: number): readonly string[] {
  if (letters < 1) return [];
  const pieces: string[] = [];
  for (let at = 0; at < word.length; at += letters) pieces.push(word.slice(at, at + letters));
  return pieces;
}
