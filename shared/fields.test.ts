import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsCardNumber } from './card-number.ts';
import { hasControlCharacter } from './control-characters.ts';
import {
  amountCents,
  businessDate,
  idOf,
  priceCents,
  quantityThousandths,
  requiredText,
  timeZone,
  typedLines,
  typedText,
} from './fields.ts';
import { foldForSearch } from './search-text.ts';

const codesOf = (result: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message);

test('whatever is typed comes out trimmed, composed, short enough and clean, or is refused with a code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const result = typedText(60).safeParse(text);
      if (!result.success) {
        expect(codesOf(result)?.every((code) => code.startsWith('TEXT_'))).toBe(true);
        return;
      }
      expect(result.data.length).toBeLessThanOrEqual(60);
      expect(result.data).toBe(result.data.trim().normalize('NFC'));
      expect(hasControlCharacter(result.data) || containsCardNumber(result.data)).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['a'.repeat(61), 'TEXT_TOO_LONG'],
  ['a'.repeat(1_000_000), 'TEXT_TOO_LONG'],
  ['ring\u0000', 'TEXT_HAS_CONTROL_CHARACTER'],
  ['ring\u202E', 'TEXT_HAS_CONTROL_CHARACTER'],
  ['a\nb', 'TEXT_HAS_CONTROL_CHARACTER'],
  ['4111 1111 1111 1111', 'TEXT_IS_CARD_NUMBER'],
])('%j is refused with %s', (text, code) => {
  expect(codesOf(typedText(60).safeParse(text))).toContain(code);
});

test('nothing is no text where text is needed; line feeds are welcome in notes', () => {
  expect(codesOf(requiredText(10).safeParse('   '))).toContain('TEXT_REQUIRED');
  expect(typedLines(20).parse('a\r\nb')).toBe('a\nb');
});

test.each([
  [amountCents, [1.5, '5', null, Number.NaN, 1_000_000_001, Number.POSITIVE_INFINITY]],
  [priceCents, [-1, 0.1, '0', 1_000_000_001]],
  [quantityThousandths, [0, -1000, 9_999_001, 1.5]],
  [businessDate, ['2026-02-30', '2026-13-01', '26-01-01', '', 20_260_101]],
  [
    idOf('sale'),
    ['', 'x', '00000000-0000-0000-0000-00000000000g', 'ABCDEF00-0000-7000-8000-000000000000', null],
  ],
  [timeZone, ['Mars/Olympus', '', 5]],
] as const)('a wrong value is refused', (schema, values) => {
  for (const value of values) expect(schema.safeParse(value).success, String(value)).toBe(false);
});

test('search folds accents and the letters that Unicode does not decompose', () => {
  expect(foldForSearch('  Müller-Łukasz ØRSTED  Straße ')).toBe('muller lukasz orsted strasse');
  expect(foldForSearch('Núñez-Ortega')).toBe('nunez ortega');
});
