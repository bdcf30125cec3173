import { expect, it } from 'vitest';
import { everyProblemHasWords } from './problem-words.ts';

it('every error and warning of a row is said in words, or this does not compile', () => {
  expect(everyProblemHasWords).toBe(true);
});
