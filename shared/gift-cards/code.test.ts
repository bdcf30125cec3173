import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsCardNumber } from '../card-number.ts';
import { formatGiftCardCode, type GiftCardCode, giftCardCode, readGiftCardCode } from './code.ts';

const RUNS = { numRuns: 3000 };
const someBytes = fc.uint8Array({ minLength: 9, maxLength: 9 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 65 bits written out as text and cut into fives. */
function naiveCode(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: 13 }, (_, place) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2)),
  ).join('');
}

/** Bytes whose code would be these 13 characters. */
function bytesOf(code: string): Uint8Array {
  const bits = [...code]
    .map((each) => ALPHABET.indexOf(each).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from({ length: 9 }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8).padEnd(8, '0'), 2),
  );
}

test('a code is the first 65 random bits, five to a character', () => {
  fc.assert(
    fc.property(someBytes, (bytes) => {
      const naive = naiveCode(bytes);
      fc.pre(/[A-Z]/.test(naive));
      expect(giftCardCode(bytes)).toBe(naive);
    }),
    RUNS,
  );
});

test('every one of the 65 bits changes the code, and no later bit does', () => {
  const zero = giftCardCode(new Uint8Array(9).fill(255));
  for (let bit = 0; bit < 72; bit++) {
    const bytes = new Uint8Array(9).fill(255);
    bytes[bit >> 3] = 255 ^ (128 >> (bit & 7));
    if (bit < 65) expect(giftCardCode(bytes)).not.toBe(zero);
    else expect(giftCardCode(bytes)).toBe(zero);
  }
});

const aSloppyHand = fc.record({
  lower: fc.boolean(),
  zero: fc.constantFrom('0', 'O', 'o'),
  one: fc.constantFrom('1', 'I', 'l', 'L', 'i'),
  dash: fc.constantFrom('-', ' ', '', '–', ' - '),
});

test('a code is read back whatever the case, spaces, dashes, and letters written for digits', () => {
  fc.assert(
    fc.property(someBytes, aSloppyHand, (bytes, hand) => {
      const code = giftCardCode(bytes);
      const shown = formatGiftCardCode(code);
      expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
      const typed = (hand.lower ? shown.toLowerCase() : shown)
        .replaceAll('0', hand.zero)
        .replaceAll('1', hand.one)
        .replaceAll('-', hand.dash);
      expect(readGiftCardCode(` ${typed} `)).toBe(code);
    }),
    RUNS,
  );
});

test('a reader that takes the text as it comes is caught (planted)', () => {
  const strict = (text: string) => (/^[0-9A-HJKMNP-TV-Z]{13}$/.test(text) ? text : undefined);
  const found = fc.check(
    fc.property(someBytes, (bytes) => {
      const code = giftCardCode(bytes);
      expect(strict(formatGiftCardCode(code).toLowerCase())).toBe(code);
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test('no code is ever taken for a card number, not even one drawn from digits alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 13, maxLength: 13 }), (digits) => {
      const code = giftCardCode(bytesOf(digits.join('')));
      expect(code.slice(1)).toBe(digits.slice(1).join(''));
      expect(containsCardNumber(code)).toBe(false);
      expect(containsCardNumber(formatGiftCardCode(code))).toBe(false);
      expect(readGiftCardCode(formatGiftCardCode(code))).toBe(code);
    }),
    RUNS,
  );
});

test('a shop that leaves digits as they fall is caught printing card numbers (planted)', () => {
  const found = fc.check(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 13, maxLength: 13 }), (digits) => {
      expect(containsCardNumber(naiveCode(bytesOf(digits.join(''))))).toBe(false);
    }),
    RUNS,
  );
  expect(found.failed).toBe(true);
});

test.each([
  '',
  '7K3M-Q0ZD-V9T2',
  '7K3M-Q0ZD-V9T2AA',
  '7K3M-Q0ZD-V9T2U',
  '7K3M_Q0ZDV9T2A',
  '4012888888881',
])('"%s" is no code of ours', (text) => {
  expect(readGiftCardCode(text)).toBeUndefined();
});

test('a code needs nine random bytes', () => {
  expect(() => giftCardCode(new Uint8Array(8))).toThrow(RangeError);
  expect(formatGiftCardCode('7K3MQ0ZDV9T2A' as GiftCardCode)).toBe('7K3M-Q0ZD-V9T2A');
});
