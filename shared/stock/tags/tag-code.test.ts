import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code128Modules, code128Runs, dataMatrixModules, isCodable } from './tag-code.ts';

const anyNumber = fc.stringMatching(/^[\x20-\x7b]{1,40}$/);
const sum = (runs: readonly number[]) => runs.reduce((all, run) => all + run, 0);

test('a Code 128 is as wide as its length says, and begins and ends dark', () => {
  fc.assert(
    fc.property(anyNumber, (value) => {
      const runs = code128Runs(value);
      expect(sum(runs)).toBe(code128Modules(value));
      expect(runs.length % 2).toBe(1);
    }),
  );
});

test('every symbol of the table has its eleven modules', () => {
  for (let at = 32; at < 124; at++) {
    const symbol = code128Runs(String.fromCharCode(at)).slice(6, 12);
    expect(sum(symbol)).toBe(11);
  }
});

test('a pair of digits takes half the room in a DataMatrix; a value no symbol of ours holds is refused', () => {
  expect(dataMatrixModules('ABC')).toBe(10);
  expect(dataMatrixModules('123456')).toBe(10);
  expect(dataMatrixModules('200-00017')).toBe(14);
  expect(dataMatrixModules('X'.repeat(40))).toBe(26);
  expect(() => dataMatrixModules('X'.repeat(45))).toThrow(RangeError);
});

test('what a scanner could not say again is not put into a code', () => {
  expect(isCodable('200-00017')).toBe(true);
  for (const value of ['', 'Ñ-1', 'A|1', '1\n2', '💎']) expect(isCodable(value)).toBe(false);
});
