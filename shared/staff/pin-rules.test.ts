import { expect, test } from 'vitest';
import { findPinProblem, minPinDigits } from './pin-rules.ts';

test('the counter needs four digits, managers and owners six', () => {
  expect(findPinProblem('4829', ['counter'])).toBeUndefined();
  expect(findPinProblem('4829', ['bench', 'auditor'])).toBeUndefined();
  for (const role of ['manager', 'owner'] as const) {
    expect(findPinProblem('48291', ['counter', role])).toEqual({
      code: 'PIN_TOO_SHORT',
      minDigits: 6,
    });
    expect(findPinProblem('482915', [role])).toBeUndefined();
  }
  expect(minPinDigits([])).toBe(4);
});

test.each(['0000', '111111', '1212', '258258', '1234', '4321', '7890', '987654', '0123456789'])(
  'a PIN that anybody tries first is refused: %s',
  (pin) => {
    expect(findPinProblem(pin, ['counter'])).toEqual({ code: 'PIN_TOO_EASY' });
  },
);

test.each(['1235', '1357', '2580', '0001', '482915', '12344321'])(
  'an ordinary PIN is taken: %s',
  (pin) => {
    expect(findPinProblem(pin, ['counter'])).toBeUndefined();
  },
);
