import { cents } from '#shared/money.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  checkPiece,
  EMPTY_PIECE,
  fieldOfIssue,
  fieldsOf,
  quantityOf,
  readQuantity,
} from './piece-form.ts';

const ring = {
  ...EMPTY_PIECE,
  stockNumber: 'R-1',
  description: 'Ring',
  tagPriceCents: cents(12_500),
};

it('a piece needs a number, a description and a price', () => {
  expect(checkPiece(ring)).toEqual({});
  expect(Object.keys(checkPiece(EMPTY_PIECE)).toSorted()).toEqual([
    'description',
    'stockNumber',
    'tagPriceCents',
  ]);
  expect(fieldsOf(EMPTY_PIECE)).toBeUndefined();
});

it('a cost that is not known is stored as none', () => {
  expect(fieldsOf(ring)).toMatchObject({ costCents: null, tagPriceCents: 12_500 });
});

it('one of one is one, whatever stands in the hidden quantity', () => {
  expect(quantityOf({ ...ring, quantity: '7' })).toBe(1000);
  expect(quantityOf({ ...ring, kind: 'counted', quantity: '7' })).toBe(7000);
});

it('quantities are read to the thousandth and never above 9,999', () => {
  expect(readQuantity('2.5')).toBe(2500);
  expect(readQuantity('1,200')).toBe(1_200_000);
  for (const wrong of ['', '0', '-1', '2.0001', '10000', 'two', '.']) {
    expect(readQuantity(wrong), wrong).toBeUndefined();
  }
});

it('every quantity the store takes can be typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_000 }), (thousandths) => {
      const typed = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;
      expect(readQuantity(typed)).toBe(thousandths);
    }),
  );
});

it('the field the store points at is the one on screen', () => {
  expect(fieldOfIssue('fields.tagPriceCents')).toBe('tagPriceCents');
  expect(fieldOfIssue('quantityThousandths')).toBe('quantity');
  expect(fieldOfIssue('fields')).toBeUndefined();
});
