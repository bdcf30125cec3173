import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSaleRow } from './sale-row.ts';
import { suggestMapping } from './sources.ts';

const HEADERS =
  'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID'.split(
    ',',
  );
const MAPPING = suggestMapping(HEADERS, 'sales');
const GOOD = {
  Date: '7/12/2026',
  Time: '14:28:45',
  Category: 'Watches',
  Item: 'Hamilton automatic 43mm steel',
  Qty: '1.0',
  SKU: '600-00124',
  'Gross Sales': '$1,076.99',
  Discounts: '-$161.55',
  'Net Sales': '$915.44',
  Tax: '$75.52',
  'Transaction ID': 'pcn4ktmph7eb7707',
  'Customer Name': 'Mason Foster',
};
const read = (cells: Readonly<Record<string, string>>) =>
  readSaleRow({ rowNumber: 2, cells, extraCells: [], problems: [] }, MAPPING);

test('a row of item sales is a line of a past sale', () => {
  expect(read(GOOD)).toEqual({
    ok: true,
    warnings: [],
    line: {
      saleNumber: 'pcn4ktmph7eb7707',
      soldOn: '2026-07-12',
      soldTime: '14:28:45',
      customerName: 'Mason Foster',
      stockNumber: '600-00124',
      description: 'Hamilton automatic 43mm steel',
      category: 'Watches',
      quantityThousandths: 1000,
      grossCents: 107_699,
      discountCents: -16_155,
      netCents: 91_544,
      taxCents: 7_552,
    },
  });
});

test('what came back is below zero, in the quantity and in the money', () => {
  const back = { Qty: '-1.0', 'Gross Sales': '-$407.99', Discounts: '', 'Net Sales': '($407.99)' };
  expect(read({ ...GOOD, ...back, Tax: '-$33.66' })).toMatchObject({
    ok: true,
    line: { quantityThousandths: -1000, grossCents: -40_799, netCents: -40_799, taxCents: -3_366 },
  });
});

test('a row without number, day, item or net is refused with each of them', () => {
  const bare = { ...GOOD, 'Transaction ID': '', Date: '', Item: '', SKU: '', 'Net Sales': '' };
  const reading = read(bare);
  expect(reading.ok ? [] : reading.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'saleNumber FIELD_REQUIRED',
    'soldOn FIELD_REQUIRED',
    'description FIELD_REQUIRED',
    'net FIELD_REQUIRED',
  ]);
});

test.each([
  ['Date', '1/1/1900', 'DATE_NOT_KNOWN'],
  ['Date', '22/8/2026', 'DATE_NOT_KNOWN'],
  ['Net Sales', '1.234,56', 'AMOUNT_DECIMAL_COMMA'],
  ['Net Sales', '£4,250.00', 'AMOUNT_FOREIGN_CURRENCY'],
  ['Tax', 'n/a', 'AMOUNT_NOT_MONEY'],
  ['Qty', '--1', 'QUANTITY_NOT_NUMBER'],
  ['Qty', 'one', 'QUANTITY_NOT_NUMBER'],
  ['Customer Name', '4111 1111 1111 1111', 'TEXT_IS_CARD_NUMBER'],
])('%s %j is refused with %s', (header, cell, code) => {
  const reading = read({ ...GOOD, [header]: cell });
  expect(reading.ok ? [] : reading.errors.map((error) => error.code)).toContain(code);
});

test('no row throws, whatever its cells hold, and what is read has whole cents', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('1', '$1.00'),
  );
  fc.assert(
    fc.property(fc.record(Object.fromEntries(HEADERS.map((header) => [header, cell]))), (cells) => {
      const reading = read(cells);
      if (reading.ok) expect(Number.isSafeInteger(reading.line.netCents)).toBe(true);
      else expect(reading.errors.length).toBeGreaterThan(0);
    }),
  );
});
