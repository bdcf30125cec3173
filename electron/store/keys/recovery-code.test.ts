import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecoveryCode, parseRecoveryCode } from './recovery-code.ts';

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const readable = (typed: string) => parseRecoveryCode(typed).ok;

/** Puts another character of the alphabet at each chosen place. */
function withTypos(code: string, places: readonly number[], shift: number): string {
  const characters = [...code.replaceAll('-', '')];
  for (const place of places) {
    const at = ALPHABET.indexOf(characters[place] ?? '');
    characters[place] = ALPHABET.charAt((at + shift) % 32);
  }
  return characters.join('');
}

describe('the printed recovery code', () => {
  test('is eight groups of four characters that nobody confuses on paper', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        expect(formatRecoveryCode(bytes)).toMatch(
          /^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/,
        );
      }),
    );
  });

  test('reads back as the same 16 bytes however it is typed', () => {
    fc.assert(
      fc.property(
        secret,
        fc.array(fc.constantFrom(' ', '-', '–', '\t'), { maxLength: 8 }),
        (bytes, dirt) => {
          const code = formatRecoveryCode(bytes);
          const typed = [...code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')]
            .map((character, at) => character + (dirt[at % 9] ?? ''))
            .join('');
          for (const way of [
            code,
            typed,
            code.replaceAll('-', ''),
            `  ${code.replaceAll('1', 'I')}\n`,
          ]) {
            const read = parseRecoveryCode(way);
            expect(read.ok && Buffer.from(read.value.bytes).equals(Buffer.from(bytes))).toBe(true);
          }
        },
      ),
    );
  });

  test('with up to four wrong characters is a typing mistake, never a wrong code', () => {
    fc.assert(
      fc.property(
        secret,
        fc.uniqueArray(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 31 }),
        (bytes, places, shift) => {
          expect(readable(withTypos(formatRecoveryCode(bytes), places, shift))).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('with every possible single wrong character, and every swap of neighbours, is caught', () => {
    const code = formatRecoveryCode(Buffer.from('00112233445566778899aabbccddeeff', 'hex'));
    const characters = [...code.replaceAll('-', '')];
    for (let place = 0; place < 32; place += 1) {
      for (let shift = 1; shift < 32; shift += 1) {
        expect(readable(withTypos(code, [place], shift))).toBe(false);
      }
      const [left, right] = [characters[place], characters[place + 1]];
      if (left === undefined || right === undefined || left === right) continue;
      const swapped = characters
        .with(place, right)
        .with(place + 1, left)
        .join('');
      expect(readable(swapped)).toBe(false);
    }
  });

  test.each([
    '',
    '-',
    'short',
    'U'.repeat(32),
    '0'.repeat(32),
    'Ж'.repeat(32),
    'ß'.repeat(16),
    '9'.repeat(5000),
  ])('is not %j', (typed) => {
    expect(parseRecoveryCode(typed)).toEqual({
      ok: false,
      refusal: { code: 'RECOVERY_CODE_MALFORMED' },
    });
  });

  test('too long, too short or with a foreign letter is caught', () => {
    const code = formatRecoveryCode(Buffer.alloc(16, 7));
    for (const typed of [`${code}0`, code.slice(1), code.slice(0, -1), `U${code.slice(1)}`]) {
      expect(readable(typed)).toBe(false);
    }
  });

  test('of a sheet printed years ago still reads: the code of a secret never changes', () => {
    const bytes = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
    expect(formatRecoveryCode(bytes)).toBe('008J-4CT4-ANK7-F24S-NAXW-SQFE-ZWDA-T71M');
  });

  test('is the only one for its secret: a sound check over spare bits is still malformed', () => {
    expect(readable('008J-4CT4-ANK7-F24S-NAXW-SQFE-ZXGW-EJW6')).toBe(false);
    expect(readable('008J-4CT4-ANK7-F24S-NAXW-SQFE-ZZ3S-FHFB')).toBe(false);
  });
});
