import { type Cents, cents } from '../../money.ts';

/** Ten letters, none twice: the first stands for 1, the ninth for 9, the tenth for 0. */
export type CodeWord = string & { readonly __unit: 'codeWord' };

const LETTERS = /^[A-Z]{10}$/;

/** A typed word as a code word; undefined for one that is not ten letters A to Z, or that repeats one of them. */
export function readCodeWord(typed: string): CodeWord | undefined {
  const word = typed.trim().toUpperCase();
  const isOne = LETTERS.test(word) && new Set(word).size === word.length;
  return isOne ? (word as CodeWord) : undefined;
}

/**
 * A cost in the letters of the store's code word: whole dollars, and cents after a dot where there are any. Whoever does
 * not know the word reads nothing from it. Cents, not negative.
 */
export function encodeCost(costCents: Cents, word: CodeWord): string {
  if (costCents < 0) throw new RangeError(`no cost is below zero: ${costCents}`);
  const dollars = inLetters(String(Math.floor(costCents / 100)), word);
  const rest = costCents % 100;
  return rest === 0 ? dollars : `${dollars}.${inLetters(String(rest).padStart(2, '0'), word)}`;
}

/** The cost a coded text says; undefined where it is none by this word. The inverse of `encodeCost`. */
export function decodeCost(code: string, word: CodeWord): Cents | undefined {
  const match = /^([A-Z]{1,13})(?:\.([A-Z]{2}))?$/.exec(code.trim().toUpperCase());
  const dollars = match && inDigits(match[1] ?? '', word);
  const rest = match && inDigits(match[2] ?? '', word);
  if (dollars === null || dollars === undefined || rest === null || rest === undefined)
    return undefined;
  return cents(Number(dollars) * 100 + Number(rest || '0'));
}

function inLetters(digits: string, word: CodeWord): string {
  return [...digits].map((digit) => word[(Number(digit) + 9) % 10] ?? '').join('');
}

function inDigits(letters: string, word: CodeWord): string | undefined {
  const digits = [...letters].map((letter) => word.indexOf(letter));
  return digits.includes(-1) ? undefined : digits.map((at) => (at + 1) % 10).join('');
}
