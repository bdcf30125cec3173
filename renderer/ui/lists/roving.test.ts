import { expect, it } from 'vitest';
import { nextIndex } from './roving.ts';

it('arrows, pages and ends move focus and stop at the first and the last row', () => {
  expect(nextIndex('ArrowDown', 0, 3, 2)).toBe(1);
  expect(nextIndex('ArrowDown', 2, 3, 2)).toBe(2);
  expect(nextIndex('ArrowUp', 0, 3, 2)).toBe(0);
  expect(nextIndex('PageDown', 0, 9, 4)).toBe(4);
  expect(nextIndex('PageUp', 2, 9, 4)).toBe(0);
  expect(nextIndex('End', 0, 9, 4)).toBe(8);
  expect(nextIndex('Home', 8, 9, 4)).toBe(0);
});

it('a list that became shorter starts from its last row', () => {
  expect(nextIndex('ArrowUp', 20, 3, 2)).toBe(1);
});

it('other keys and empty lists are left alone', () => {
  expect(nextIndex('a', 0, 3, 2)).toBeUndefined();
  expect(nextIndex('ArrowDown', 0, 0, 2)).toBeUndefined();
});
