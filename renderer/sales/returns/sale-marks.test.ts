import { expect, it } from 'vitest';
import { marksOf } from './sale-marks.ts';

it.each([
  ['', {}],
  ['  ', {}],
  ['s1-104', { text: 's1-104' }],
  ['S1B-7K', { text: 'S1B-7K' }],
  ['S1-10482K.1-3.7', { text: 'S1-10482K.1-3.7' }],
  ['100-00482', { stockNumber: '100-00482' }],
  ['S500', { stockNumber: 'S500' }],
])('%s means %o', (typed, marks) => {
  expect(marksOf(typed)).toEqual(marks);
});
