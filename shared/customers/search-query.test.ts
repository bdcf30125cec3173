import { expect, test } from 'vitest';
import { MATCH_RANKS, matchRank, readCustomerQuery } from './search-query.ts';

test('a phone is one number however it is typed', () => {
  for (const text of ['6155550142', '(615) 555-0142', '+1 615.555.0142', '615 555 0142']) {
    expect(readCustomerQuery(text).digits, text).toMatch(/^1?6155550142$/);
    expect(readCustomerQuery(text).words).toBe('');
  }
});

test('letters after digits narrow', () => {
  expect(readCustomerQuery('4412 ad')).toEqual({ digits: '4412', words: 'ad' });
  expect(readCustomerQuery('4412ad')).toEqual({ digits: '4412', words: 'ad' });
});

test('names are folded; a number behind them stays a word', () => {
  expect(readCustomerQuery('  MÜLLER, Jørg ')).toEqual({ digits: '', words: 'muller jorg' });
  expect(readCustomerQuery('anna 4412')).toEqual({ digits: '', words: 'anna 4412' });
  expect(readCustomerQuery('2 brothers')).toEqual({ digits: '', words: '2 brothers' });
});

test('a query of marks only asks for nothing', () => {
  expect(readCustomerQuery('"*()-')).toEqual({ digits: '', words: '' });
  expect(readCustomerQuery('')).toEqual({ digits: '', words: '' });
});

test('exact number before last 4 before beginnings of names before the rest', () => {
  const ada = { foldedName: 'ada okafor', phoneDigits: '16155554412', phoneLast4: '4412' };
  const rank = (text: string) => matchRank(readCustomerQuery(text), ada);
  expect(rank('615 555 4412')).toBe(MATCH_RANKS.number);
  expect(rank('4412')).toBe(MATCH_RANKS.last4);
  expect(rank('4412 ok')).toBe(MATCH_RANKS.last4);
  expect(rank('oka ad')).toBe(MATCH_RANKS.name);
  expect(rank('franklin')).toBe(MATCH_RANKS.rest);
  expect(rank('6155')).toBe(MATCH_RANKS.rest);
});
