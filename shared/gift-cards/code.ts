/** The code of a gift card as it is stored: 13 characters of Crockford's base 32, no dashes. */
export type GiftCardCode = string & { readonly __code: 'giftCard' };

/** Crockford's base 32: no I, L, O or U, so that nothing reads as a digit or as a word. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 13;
const GROUPS = [4, 8] as const;

/** Random bytes a code is made of: 72 bits, of which the first 65 are used. */
export const GIFT_CARD_CODE_BYTES = 9;

/**
 * Makes a code of 65 random bits: nobody guesses one, online or not (docs/rules.md, Gift cards). The bytes must come from
 * the system's random source; more than nine are ignored, fewer throw.
 *
 * Of all codes about four in ten million have no letter. Those take one in their first place, or some would be refused
 * as card numbers, which are 13 digits that pass the Luhn check.
 */
export function giftCardCode(bytes: Uint8Array): GiftCardCode {
  if (bytes.length < GIFT_CARD_CODE_BYTES) throw new RangeError('too few random bytes');
  let bits = 0n;
  for (const byte of bytes.subarray(0, GIFT_CARD_CODE_BYTES)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 7n;
  let code = '';
  for (let place = 0; place < LENGTH; place++) {
    code = (ALPHABET[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  if (/[A-Z]/.test(code)) return code as GiftCardCode;
  return ((ALPHABET[Number(code[0]) + 10] ?? '') + code.slice(1)) as GiftCardCode;
}

/** As people read it and cards print it: `7K3M-Q0ZD-V9T2A`. */
export function formatGiftCardCode(code: GiftCardCode): string {
  const [first, second] = GROUPS;
  return [code.slice(0, first), code.slice(first, second), code.slice(second)].join('-');
}

/**
 * Reads a typed or scanned code: any case, any spaces and dashes, O for 0, I and L for 1. Undefined when it is no code
 * of ours; whether such a card exists is another question.
 */
export function readGiftCardCode(text: string): GiftCardCode | undefined {
  const code = text
    .toUpperCase()
    .replaceAll(/[\s\-‐-―−]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const isCode = code.length === LENGTH && [...code].every((each) => ALPHABET.includes(each));
  return isCode && /[A-Z]/.test(code) ? (code as GiftCardCode) : undefined;
}
