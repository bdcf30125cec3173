import { expect, test } from 'vitest';
import { drawingOf } from './piece-drawing.ts';

test.each([
  ['Rings', 'Round solitaire 1.02 ct', 'ring'],
  ['Earrings', 'Diamond studs', 'earrings'],
  ['', 'Wedding band 6 mm, 14k', 'ring'],
  ['Watches', 'Steel band chronograph', 'watch'],
  ['', 'Link bracelet 7 in', 'bracelet'],
  ['Cadenas', '', 'necklace'],
  ['Goods', 'Polishing cloth', 'gem'],
  ['', 'Earring backs', 'earrings'],
])('%s / %s is drawn as %s', (category, description, drawing) => {
  expect(drawingOf(category, description)).toBe(drawing);
});
