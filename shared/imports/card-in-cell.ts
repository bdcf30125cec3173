import { containsCardNumber } from '../card-number.ts';

// Keys of other systems run to 13 digits, and one in ten of those passes a card's check by chance. The only cards
// of 13 digits ever issued begin with 4.
const KEY_OF_13_DIGITS = /^'?[1-35-9]\d{12}$/;

/** `containsCardNumber`, but a cell that is nothing but a 13-digit key no card can be is no card. */
export function holdsCardNumber(cell: string): boolean {
  return containsCardNumber(cell) && !KEY_OF_13_DIGITS.test(cell.trim());
}

/** What the store keeps where a card number was; the number itself must not reach a disk (docs/rules.md, The sale). */
const CARD_NOT_STORED = '[card number not stored]';

/** Longer cells fit no field and are refused for their length; looking for a card in all of one would stop the shop. */
const LONGEST_SEARCH = 20_000;

/** The cell as the store may keep it. */
export function storableCell(cell: string): string {
  return cell.length <= LONGEST_SEARCH && holdsCardNumber(cell.replaceAll(/\s+/g, ' '))
    ? CARD_NOT_STORED
    : cell;
}

/** True for a cell whose card number the store did not keep: its reader refuses it as it would have the number. */
export function hadCardNumber(cell: string): boolean {
  return cell === CARD_NOT_STORED;
}
