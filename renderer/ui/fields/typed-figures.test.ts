import { cents } from '#shared/money.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyText, readMoney, readWhole } from './typed-figures.ts';

describe('money as typed', () => {
  it.each([
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    ['$5', 500],
    ['5.', 500],
    ['.5', 50],
    ['0', 0],
  ])('%s is %d cents', (text, amount) => {
    expect(readMoney(text)).toEqual({ kind: 'value', value: amount });
  });

  it.each([
    ['1.234,50', 'notMoney'],
    ['12.345', 'notMoney'],
    ['ten', 'notMoney'],
    ['1,23', 'notMoney'],
    ['-5', 'notNegative'],
    ['10,000,000.01', 'tooMuch'],
    ['99999999999999999999', 'notMoney'],
  ] as const)('%s is refused: %s', (text, why) => {
    expect(readMoney(text)).toEqual({ kind: 'wrong', why });
  });

  it('a difference may be negative where the field asks for one', () => {
    expect(readMoney('-5', undefined, true)).toEqual({ kind: 'value', value: -500 });
  });

  it('what a field shows reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (amount) => {
        expect(readMoney(moneyText(cents(amount)), undefined, true)).toEqual({
          kind: 'value',
          value: cents(amount),
        });
      }),
    );
  });
});

describe('a count as typed', () => {
  it('takes whole numbers within the bounds', () => {
    expect(readWhole('31', 0, 999)).toEqual({ kind: 'value', value: 31 });
    expect(readWhole('1,000', 0, 5000)).toEqual({ kind: 'value', value: 1000 });
    expect(readWhole('', 0, 9)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['1.5', 'notNumber'],
    ['-1', 'tooSmall'],
    ['1000', 'tooBig'],
    ['x', 'notNumber'],
  ] as const)('%s is refused: %s', (text, why) => {
    expect(readWhole(text, 0, 999)).toEqual({ kind: 'wrong', why });
  });
});
