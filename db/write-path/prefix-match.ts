/** A search means its first words; what follows is a pasted text. */
const MOST_WORDS = 8;
const LONGEST_WORD = 40;

/**
 * The expression that finds rows with a word beginning with each of the given ones, in any order. `folded` is text
 * from `foldForSearch`: letters and digits only, so that nothing in it can be an operator. '' when there is no word.
 * A word is also found as `otherSpelling` writes it, where one is given.
 */
export function prefixMatch(
  folded: string,
  otherSpelling: (word: string) => string = (word) => word,
): string {
  return folded
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
    .map((word) => {
      const other = otherSpelling(word);
      return other === word ? `"${word}"*` : `("${word}"* OR "${other}"*)`;
    })
    .join(' AND ');
}

/** Ranked in code: the database would read and score every hit before the first one shows. */
export const MOST_RANKED = 500;
