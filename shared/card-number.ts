/**
 * Finds a payment card number in a text: 13 to 19 digits that pass the Luhn check, written in one run or in groups
 * split by single spaces or dashes. Such a text is refused wherever it is typed (docs/rules.md, The sale) and must not
 * reach disk, log or screen again.
 */
export function containsCardNumber(text: string): boolean {
  for (const run of text.matchAll(/\d+(?:[ -]\d+)*/g)) {
    const groups = run[0].split(/[ -]/);
    if (groups.some((group) => group.length > 19 && hidesCardNumber(group))) return true;
    if (
      someSpan(groups, (digits) => digits.length >= 13 && digits.length <= 19 && passesLuhn(digits))
    )
      return true;
  }
  return false;
}

/** Tries every span of neighbouring groups, so that a stray number before the card does not hide it. */
function someSpan(groups: readonly string[], isCard: (digits: string) => boolean): boolean {
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length <= 19; last++) {
      digits += groups[last] ?? '';
      if (isCard(digits)) return true;
    }
  }
  return false;
}

/** A run longer than any card number hides one when 15 or 16 of its digits begin and check like a card's. */
function hidesCardNumber(digits: string): boolean {
  for (let start = 0; start + 15 <= digits.length; start++) {
    for (const length of [15, 16]) {
      const candidate = digits.slice(start, start + length);
      if (candidate.length === length && /^[2-6]/.test(candidate) && passesLuhn(candidate))
        return true;
    }
  }
  return false;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
