import { digitsOf, foldForSearch } from '../search-text.ts';

/** What somebody typed into the customer search, taken apart. */
export interface CustomerQuery {
  /** Digits of a phone or of its end; '' when there are none. */
  readonly digits: string;
  /** Folded words that narrow, joined by one space. */
  readonly words: string;
}

/** Fewer digits in front of letters are a house number or a year, not a phone. */
const FEWEST_PHONE_DIGITS = 3;

/** "4412 ad" is the phone's end and the beginning of a name; "(615) 555-0100" is one number (docs/rules.md, Customers). */
export function readCustomerQuery(text: string): CustomerQuery {
  const typed = text.slice(0, 200);
  const number = /^[\s\d+().\-–/]*(?=$|[\s\p{L}])/u.exec(typed)?.[0] ?? '';
  const digits = digitsOf(number);
  const rest = typed.slice(number.length);
  const isOnlyDigits = rest.trim() === '' && digits !== '';
  if (!isOnlyDigits && digits.length < FEWEST_PHONE_DIGITS) {
    return { digits: '', words: foldForSearch(typed) };
  }
  return { digits, words: foldForSearch(rest) };
}

/** How well a customer answers a query; less is better. */
export const MATCH_RANKS = { number: 0, last4: 1, name: 2, rest: 3 } as const;

export interface Searchable {
  readonly foldedName: string;
  readonly phoneDigits: string;
  readonly phoneLast4: string;
}

/** Exact number before last 4 before beginnings of names before everything else that was found. */
export function matchRank({ digits, words }: CustomerQuery, row: Searchable): number {
  if (digits !== '') {
    if (isSameNumber(digits, row.phoneDigits)) return MATCH_RANKS.number;
    if (digits === row.phoneLast4) return MATCH_RANKS.last4;
    return MATCH_RANKS.rest;
  }
  return beginsWords(words, row.foldedName) ? MATCH_RANKS.name : MATCH_RANKS.rest;
}

/** True when each word begins a word of `folded`, in any order. */
export function beginsWords(words: string, folded: string): boolean {
  if (words === '') return true;
  const names = folded.split(' ');
  return words.split(' ').every((word) => names.some((name) => name.startsWith(word)));
}

/** A US number is the same with and without its leading 1. */
function isSameNumber(digits: string, stored: string): boolean {
  return digits.length >= 7 && (digits === stored || `1${digits}` === stored);
}
