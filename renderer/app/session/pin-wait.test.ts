import { expect, it } from 'vitest';
import { clockOf, secondsLeft, waitAfter } from './pin-wait.ts';

it('the first wrong PINs cost no wait', () => {
  expect(waitAfter({ code: 'PIN_WRONG', waitMs: 0 } as { code: string }, 1000)).toBeUndefined();
  expect(waitAfter({ code: 'PIN_NOT_SET' }, 1000)).toBeUndefined();
});

it('a wait is counted down in begun seconds and never below none', () => {
  const untilMs = waitAfter({ code: 'PIN_WAIT', waitMs: 5000 } as { code: string }, 1000);
  expect(untilMs).toBe(6000);
  expect(secondsLeft(untilMs, 1000)).toBe(5);
  expect(secondsLeft(untilMs, 5999)).toBe(1);
  expect(secondsLeft(untilMs, 6000)).toBe(0);
  expect(secondsLeft(untilMs, 9000)).toBe(0);
});

it('a wait of minutes reads like a clock', () => {
  expect(clockOf(5)).toBe('0:05');
  expect(clockOf(65)).toBe('1:05');
  expect(clockOf(900)).toBe('15:00');
});
