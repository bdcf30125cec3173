import { expect, it } from 'vitest';
import { codeGroups, sheetText } from './code-groups.ts';

const CODE = '7K2M-9QXD-0H4T-VB31-8ZWN-5CEF-R6YA-P2GJ';

it('the code stands in groups of four, as it is printed', () => {
  expect(codeGroups(CODE)).toEqual([
    '7K2M',
    '9QXD',
    '0H4T',
    'VB31',
    '8ZWN',
    '5CEF',
    'R6YA',
    'P2GJ',
  ]);
});

it('the sheet holds the whole code, so that it can be typed back', () => {
  const words = {
    title: 'Recovery code',
    store: 'Núñez & Co',
    what: 'Opens it.',
    keep: 'Keep it.',
  };
  const text = sheetText(CODE, words);
  expect(text.split('\r\n').slice(3, 5).join('-')).toBe(CODE);
  expect(text).toContain('Núñez & Co');
});
