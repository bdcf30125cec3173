import { expect, it } from 'vitest';
import { dueState } from './due-chip.tsx';

it('a day is late from the day after it, and tomorrow is not later', () => {
  const today = '2026-11-30';
  expect(dueState('2026-11-29', today)).toBe('late');
  expect(dueState('2026-11-30', today)).toBe('today');
  expect(dueState('2026-12-01', today)).toBe('tomorrow');
  expect(dueState('2026-12-02', today)).toBe('later');
});
