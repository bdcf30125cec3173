import { expect, test } from 'vitest';
import { foldForSearch, withoutUmlautE } from './search-text.ts';

test('a name typed with ue, oe or ae is the folded name with its umlaut', () => {
  expect(withoutUmlautE('mueller')).toBe(foldForSearch('Müller'));
  expect(withoutUmlautE('goedel')).toBe(foldForSearch('Gödel'));
});

test('an e that ends a word stays, so that Joe does not find every Jo', () => {
  expect(withoutUmlautE('joe')).toBe('joe');
});
