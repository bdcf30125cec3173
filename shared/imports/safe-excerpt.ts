import { containsCardNumber } from '../card-number.ts';
import { hasControlCharacter } from '../control-characters.ts';

const LONGEST_EXCERPT = 80;
/** A longer cell is refused for its length; looking for a card in all of it would stop the shop. */
const LONGEST_SEARCH = 4000;

/** What a report may show of a cell: at most 80 characters, controls as `·`, '' when it holds a card number. */
export function safeExcerpt(value: string): string {
  const start = value.slice(0, LONGEST_SEARCH);
  if (containsCardNumber(start.replaceAll(/\s+/g, ' '))) return '';
  const short = start.length > LONGEST_EXCERPT ? `${start.slice(0, LONGEST_EXCERPT - 1)}…` : start;
  return Array.from(short, (each) => (hasControlCharacter(each) ? '·' : each)).join('');
}
