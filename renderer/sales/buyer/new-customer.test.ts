import { expect, test } from 'vitest';
import { proposedCustomer } from './new-customer.ts';

test.each([
  ['Rosa', { givenName: 'Rosa', familyName: '', phone: '' }],
  [' Rosa  Delgado Ruiz ', { givenName: 'Rosa', familyName: 'Delgado Ruiz', phone: '' }],
  ['615 555 0142', { givenName: '', familyName: '', phone: '615 555 0142' }],
  ['0142', { givenName: '', familyName: '', phone: '' }],
  ['4412 ad', { givenName: '', familyName: '', phone: '' }],
  ['', { givenName: '', familyName: '', phone: '' }],
])('nothing typed in the search "%s" is typed twice', (typed, proposed) => {
  expect(proposedCustomer(typed)).toEqual(proposed);
});
