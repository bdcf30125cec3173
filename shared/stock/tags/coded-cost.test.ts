import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cents, cents } from '../../money.ts';
import { type CodeWord, decodeCost, encodeCost, readCodeWord } from './coded-cost.ts';

const ALPHABET = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const anyWord = fc
  .shuffledSubarray(ALPHABET, { minLength: 10, maxLength: 10 })
  .map((letters) => letters.join('') as CodeWord);
const anyCost = fc.integer({ min: 0, max: 1_000_000_000 }).map((amount) => cents(amount));

test('a cost of $1,940 under BLACKHORSE reads BSCE, and is read back', () => {
  const word = wordOf('blackhorse');
  expect(encodeCost(cents(194_000), word)).toBe('BSCE');
  expect(decodeCost('BSCE', word)).toBe(194_000);
});

test('cents stand after a dot, and only where there are any', () => {
  const word = wordOf('BLACKHORSE');
  expect(encodeCost(cents(12_05), word)).toBe('BL.EK');
  expect(encodeCost(cents(0), word)).toBe('E');
});

test('every cost is read back from its letters, whatever the word', () => {
  fc.assert(
    fc.property(anyCost, anyWord, (cost: Cents, word) => {
      expect(decodeCost(encodeCost(cost, word), word)).toBe(cost);
    }),
  );
});

test('two costs never have the same letters', () => {
  fc.assert(
    fc.property(anyCost, anyCost, anyWord, (a, b, word) => {
      expect(encodeCost(a, word) === encodeCost(b, word)).toBe(a === b);
    }),
  );
});

test('a word that repeats a letter, or has not ten of them, is no code word', () => {
  for (const typed of ['', 'BLACKHORS', 'BLACKHORSES', 'BLACKHORSB', 'BLACK HORS', 'ÄLACKHORSE'])
    expect(readCodeWord(typed)).toBeUndefined();
  expect(readCodeWord(' BlackHorse ')).toBe('BLACKHORSE');
});

test('letters outside of the word are no cost', () => {
  const word = wordOf('BLACKHORSE');
  for (const code of ['', 'ZZ', 'B.E', 'B.EEE', '12', 'B E']) {
    expect(decodeCost(code, word)).toBeUndefined();
  }
});

function wordOf(typed: string): CodeWord {
  const word = readCodeWord(typed);
  if (word === undefined) throw new Error('no code word');
  return word;
}
