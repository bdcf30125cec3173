import { expect, it } from 'vitest';
import { createAttempts } from './attempt.ts';

function counted() {
  let made = 0;
  return createAttempts(() => `id ${(made += 1)}`);
}

it('a retry after a lost link keeps the id of its attempt, so the store recognises it', () => {
  const attempts = counted();
  expect(attempts.idFor('sale 1')).toBe('id 1');
  expect(attempts.idFor('sale 1')).toBe('id 1');
});

it('an answered attempt is over: the next one has an id of its own', () => {
  const attempts = counted();
  attempts.idFor('sale 1');
  attempts.settle();
  expect(attempts.idFor('sale 1')).toBe('id 2');
});

it('other input is another attempt', () => {
  const attempts = counted();
  attempts.idFor('rename to Ana');
  expect(attempts.idFor('rename to Anna')).toBe('id 2');
});
