import { expect, it } from 'vitest';
import { createToastShelf } from './toast-shelf.ts';

it('a message stays 8 seconds, the time to undo, and then goes by itself', () => {
  let nowMs = 0;
  const shelf = createToastShelf(() => nowMs);
  shelf.show({ text: 'Sale parked.' });
  nowMs = 7999;
  shelf.sweep();
  expect(shelf.list()).toHaveLength(1);
  nowMs = 8000;
  shelf.sweep();
  expect(shelf.list()).toHaveLength(0);
});

it('at most three messages stand at once, the newest last', () => {
  const shelf = createToastShelf(() => 0);
  for (const text of ['one', 'two', 'three', 'four']) shelf.show({ text });
  expect(shelf.list().map((toast) => toast.text)).toEqual(['two', 'three', 'four']);
});

it('a message that is taken or closed is gone, and listeners hear of it once', () => {
  const shelf = createToastShelf(() => 0);
  const id = shelf.show({ text: 'one' });
  let heard = 0;
  shelf.subscribe(() => {
    heard += 1;
  });
  shelf.dismiss(id);
  shelf.sweep();
  expect(shelf.list()).toEqual([]);
  expect(heard).toBe(1);
});
