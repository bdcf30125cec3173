import { expect, test } from 'vitest';
import { validate, version } from 'uuid';
import { newId } from './new-id.ts';

test('ids are of version 7, rise in the order in which they were made, and never come twice', () => {
  const ids = Array.from({ length: 50_000 }, () => newId('sale'));
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

test('two ids share no random bits, also over the edge of what is drawn at once', () => {
  const tails = Array.from({ length: 1000 }, () => newId('sale').slice(-10));
  expect(new Set(tails).size).toBe(tails.length);
});
