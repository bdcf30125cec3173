import { expect, it } from 'vitest';
import { mapField, missingFields, samplesOf, unusedHeaders } from './mapping.ts';

const file = {
  headers: ['SKU', 'Title', 'Price', 'Shelf'],
  sample: [
    ['R-1', 'Ring', '12.00', ''],
    ['R-2', 'Ring', '', 'A'],
    ['R-3', '', '9.00', 'B'],
  ],
  fields: [
    { field: 'stockNumber', required: true },
    { field: 'description', required: true },
    { field: 'vendor', required: false },
  ],
};

it('says which required fields no column fills', () => {
  expect(missingFields(file, { stockNumber: 'SKU' })).toEqual(['description']);
  expect(missingFields(file, { stockNumber: 'SKU', description: 'Title' })).toEqual([]);
});

it('a field that is taken off its column is in nobody’s way', () => {
  const mapping = mapField({ stockNumber: 'SKU' }, 'vendor', 'Shelf');
  expect(mapField(mapping, 'vendor', '')).toEqual({ stockNumber: 'SKU' });
});

it('names the columns that will be left out', () => {
  expect(unusedHeaders(file, { stockNumber: 'SKU', description: 'Title' })).toEqual([
    'Price',
    'Shelf',
  ]);
});

it('shows what is in a column, each value once and none that is empty', () => {
  expect(samplesOf(file, 'Title')).toEqual(['Ring']);
  expect(samplesOf(file, 'Shelf')).toEqual(['A', 'B']);
  expect(samplesOf(file, 'Nothing')).toEqual([]);
  expect(samplesOf(file, undefined)).toEqual([]);
});
