import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cssString } from './css-string.ts';

test('a title stands in the margin as it is written', () => {
  expect(cssString('Estado de cuenta María Núñez, 23 nov 2026')).toBe(
    '"Estado de cuenta María Núñez, 23 nov 2026"',
  );
});

test('a name with quotes, backslashes or line feeds cannot end the string', () => {
  expect(cssString('Ann "Red" O\\Hara\n')).toBe('"Ann \\22 Red\\22  O\\5c Hara\\a "');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = cssString(text).slice(1, -1);
      expect(inside.replaceAll(/\\[0-9a-f]{1,6} /g, '')).not.toMatch(/["\\\n\r\f]/);
    }),
  );
});
