import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsCardNumber } from './card-number.ts';

/** Completes digits with the check digit of the Luhn formula, worked from the right as ISO/IEC 7812 words it. */
function withCheckDigit(body: string): string {
  const sum = [...body].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const digits = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((each) => each.join(''));

test('every number of 13 to 19 digits with a right check digit is refused, in one run or in groups', () => {
  fc.assert(
    fc.property(
      digits(12, 18),
      fc.constantFrom('', ' ', '-'),
      fc.integer({ min: 3, max: 6 }),
      (body, separator, size) => {
        const number = withCheckDigit(body);
        const grouped = number.match(new RegExp(`.{1,${size}}`, 'g'))?.join(separator) ?? number;
        expect(containsCardNumber(`card ${grouped} please`)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a stray number before the card does not hide it, nor does a second card behind it', () => {
  expect(containsCardNumber('2 4111 1111 1111 1111')).toBe(true);
  expect(containsCardNumber('41111111111111115500005555555559')).toBe(true);
});

test.each([
  '(615) 555-0142',
  '+1 615 555 0142',
  'S1-10482',
  '100-00001',
  '12/25',
  '',
  'approval 048213',
  '4111 1111 1111 1112',
])('"%s" is no card number', (text) => {
  expect(containsCardNumber(text)).toBe(false);
});
