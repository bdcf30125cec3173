import { expect, it } from 'vitest';
import { secondsLeft } from './time-left.ts';

const start = { done: 0, atMs: 0 };

it('tells what is left at the pace so far', () => {
  expect(secondsLeft(start, { done: 1000, atMs: 5000 }, 9000)).toBe(40);
  expect(secondsLeft({ done: 500, atMs: 1000 }, { done: 1000, atMs: 6000 }, 3000)).toBe(20);
});

it('says nothing when it is soon over, when it has hardly begun, or when it stands still', () => {
  expect(secondsLeft(start, { done: 1000, atMs: 5000 }, 2000)).toBeUndefined();
  expect(secondsLeft(start, { done: 10, atMs: 500 }, 9000)).toBeUndefined();
  expect(secondsLeft(start, { done: 0, atMs: 5000 }, 9000)).toBeUndefined();
});
