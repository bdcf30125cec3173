import { describe, expect, test } from 'vitest';
import type { ImportMapping, ImportRow } from './import-row.ts';
import { readPieceRow } from './piece-row.ts';

const MAPPING: ImportMapping = {
  externalId: 'Token',
  stockNumber: 'SKU',
  description: 'Item Name',
  variation: 'Variation Name',
  tagPrice: 'Price',
  cost: 'Default Unit Cost',
  quantity: 'Current Quantity Main St',
  category: 'Category',
  taxed: 'Tax - Sales Tax (8.25%)',
};

const RING: Readonly<Record<string, string>> = {
  Token: 'A4TS67H2',
  SKU: '00012',
  'Item Name': '14K hoop earrings',
  'Variation Name': 'Regular',
  Price: '183.99',
  'Default Unit Cost': '89.19',
  'Current Quantity Main St': '1',
  Category: 'Earrings',
  'Tax - Sales Tax (8.25%)': 'Y',
};

function aRow(cells: Readonly<Record<string, string>>, row: Partial<ImportRow> = {}): ImportRow {
  return { rowNumber: 2, cells: { ...RING, ...cells }, extraCells: [], problems: [], ...row };
}

function read(cells: Readonly<Record<string, string>>, mapping: ImportMapping = MAPPING) {
  return readPieceRow(aRow(cells), mapping);
}

function pieceFrom(cells: Readonly<Record<string, string>>, mapping: ImportMapping = MAPPING) {
  const reading = read(cells, mapping);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.piece;
}

function errorsFrom(cells: Readonly<Record<string, string>>) {
  const reading = read(cells);
  return reading.ok ? [] : reading.errors;
}

function warningsFrom(cells: Readonly<Record<string, string>>) {
  const reading = read(cells);
  return reading.ok ? reading.warnings.map(({ field, code }) => `${field} ${code}`) : ['refused'];
}

test('a row of the catalog becomes a piece in cents and thousandths', () => {
  expect(read({})).toEqual({
    ok: true,
    piece: {
      externalId: 'A4TS67H2',
      stockNumber: '00012',
      description: '14K hoop earrings',
      category: 'Earrings',
      costCents: 8_919,
      tagPriceCents: 18_399,
      taxed: true,
      quantityThousandths: 1_000,
      kind: 'piece',
    },
    warnings: [],
  });
});

test('more than one of a thing is counted goods', () => {
  expect(pieceFrom({ 'Current Quantity Main St': '27' })).toMatchObject({
    kind: 'counted',
    quantityThousandths: 27_000,
  });
  expect(pieceFrom({ 'Current Quantity Main St': '0.5' })).toMatchObject({
    kind: 'counted',
    quantityThousandths: 500,
  });
});

test('a stock number is text: zeros stay, guards against spreadsheets go', () => {
  expect(pieceFrom({ SKU: "'00012" }).stockNumber).toBe('00012');
  expect(pieceFrom({ SKU: '="00012"' }).stockNumber).toBe('00012');
  expect(warningsFrom({ SKU: '1.2E+11' })).toEqual(['stockNumber CODE_ROUNDED_BY_SPREADSHEET']);
});

test('a formula stays the text it is, and staff are told', () => {
  const cells = { 'Item Name': '=HYPERLINK("http://x.example","ring")' };
  expect(pieceFrom(cells).description).toBe('=HYPERLINK("http://x.example","ring")');
  expect(warningsFrom(cells)).toEqual(['description TEXT_LOOKS_LIKE_FORMULA']);
  for (const start of ['+', '-', '@', '\t', '＝']) {
    expect(warningsFrom({ Category: `${start}SUM(A1)` })).toEqual([
      'category TEXT_LOOKS_LIKE_FORMULA',
    ]);
  }
});

test('a formula that a file of bad rows has escaped reads as the formula it was', () => {
  expect(pieceFrom({ 'Item Name': "'=1+1" }).description).toBe('=1+1');
  expect(pieceFrom({ 'Item Name': "'t Hooft ring" }).description).toBe("'t Hooft ring");
});

test('a line break inside a name is a space', () => {
  expect(pieceFrom({ 'Item Name': 'Hoop\r\n earrings\n' }).description).toBe('Hoop earrings');
});

test('a variation other than Regular belongs to the description', () => {
  expect(pieceFrom({ 'Variation Name': 'Size 7' }).description).toBe('14K hoop earrings, Size 7');
});

test('one tax of several is enough to be taxed, none is not taxed, silence is taxed', () => {
  const no = { 'Tax - Sales Tax (8.25%)': 'N' };
  expect(pieceFrom(no).taxed).toBe(false);
  expect(pieceFrom({ ...no, 'Tax - County (1%)': 'Y' }).taxed).toBe(true);
  expect(pieceFrom({ 'Tax - Sales Tax (8.25%)': '' }).taxed).toBe(true);
  expect(pieceFrom({}, { ...MAPPING, taxed: undefined }).taxed).toBe(true);
});

test('without a column for quantity each row is one piece; an empty cell is one with a warning', () => {
  expect(pieceFrom({}, { ...MAPPING, quantity: undefined }).quantityThousandths).toBe(1_000);
  expect(warningsFrom({ 'Current Quantity Main St': '' })).toEqual(['quantity QUANTITY_MISSING']);
});

test('a price of zero and a cost above the price are imported and pointed out', () => {
  expect(warningsFrom({ Price: '0.00' })).toEqual(['tagPrice PRICE_ZERO', 'cost COST_ABOVE_PRICE']);
});

describe('a row is refused with every error it has', () => {
  test.each([
    [{ SKU: '' }, 'stockNumber FIELD_REQUIRED'],
    [{ SKU: ' ' }, 'stockNumber FIELD_REQUIRED'],
    [{ 'Item Name': '' }, 'description FIELD_REQUIRED'],
    [{ Price: '' }, 'tagPrice FIELD_REQUIRED'],
    [{ Price: '1.240,00' }, 'tagPrice AMOUNT_DECIMAL_COMMA'],
    [{ Price: '£4,250.00' }, 'tagPrice AMOUNT_FOREIGN_CURRENCY'],
    [{ 'Default Unit Cost': '(12.50)' }, 'cost AMOUNT_NEGATIVE'],
    [{ 'Current Quantity Main St': '0' }, 'quantity QUANTITY_ZERO'],
    [{ 'Current Quantity Main St': '-2' }, 'quantity QUANTITY_NEGATIVE'],
    [{ 'Current Quantity Main St': 'many' }, 'quantity QUANTITY_NOT_NUMBER'],
    [{ 'Item Name': 'a\u0007b' }, 'description TEXT_HAS_CONTROL_CHARACTER'],
    [{ 'Item Name': 'ring \u202Egnir' }, 'description TEXT_HAS_CONTROL_CHARACTER'],
    [{ 'Item Name': 'x'.repeat(201) }, 'description TEXT_TOO_LONG'],
    [{ 'Item Name': 'x'.repeat(5_000_000) }, 'description TEXT_TOO_LONG'],
    [{ 'Item Name': 'x'.repeat(195), 'Variation Name': 'Size 7' }, 'description TEXT_TOO_LONG'],
    [{ SKU: '4'.repeat(41) }, 'stockNumber TEXT_TOO_LONG'],
    [{ 'Tax - Sales Tax (8.25%)': 'perhaps' }, 'taxed YES_NO_UNKNOWN'],
  ])('%j', (cells, problem) => {
    expect(errorsFrom(cells).map(({ field, code }) => `${field} ${code}`)).toEqual([problem]);
  });

  test('three wrong cells are three errors', () => {
    expect(errorsFrom({ SKU: '', Price: 'x', 'Current Quantity Main St': '0' })).toHaveLength(3);
  });
});

test('a payment card number is refused and not repeated, broken over lines too', () => {
  for (const card of ['4111 1111 1111 1111', '4111-1111-1111-1111', '4111 1111\n1111 1111']) {
    expect(errorsFrom({ 'Item Name': `paid with ${card}` })).toEqual([
      { field: 'description', code: 'TEXT_IS_CARD_NUMBER', value: '' },
    ]);
  }
  expect(errorsFrom({ Price: '4111 1111 1111 1111' })[0]?.value).toBe('');
});

test('a key of 13 digits that checks like a card by chance is kept; what a card can be is refused', () => {
  expect(pieceFrom({ Token: '7000000000005' }).externalId).toBe('7000000000005');
  expect(errorsFrom({ Token: '4222222222222' })[0]?.code).toBe('TEXT_IS_CARD_NUMBER');
  expect(errorsFrom({ Token: '4111111111111111' })[0]?.code).toBe('TEXT_IS_CARD_NUMBER');
});

test('what a report shows of a wrong cell is short and visible', () => {
  expect(errorsFrom({ Price: `a\u0007${'b'.repeat(500)}` })[0]?.value).toBe(`a·${'b'.repeat(77)}…`);
});

test('a row with too many values or a broken quote is refused, one with too few is pointed out', () => {
  const tooLong = readPieceRow(
    aRow({}, { problems: ['ROW_TOO_LONG'], extraCells: ['gold'] }),
    MAPPING,
  );
  expect(tooLong).toEqual({
    ok: false,
    errors: [{ field: 'row', code: 'ROW_TOO_LONG', value: 'gold' }],
  });
  const broken = readPieceRow(aRow({}, { problems: ['ROW_QUOTE_BROKEN'] }), MAPPING);
  expect(broken).toMatchObject({ ok: false, errors: [{ code: 'ROW_QUOTE_BROKEN' }] });
  const tooShort = readPieceRow(aRow({}, { problems: ['ROW_TOO_SHORT'] }), MAPPING);
  expect(tooShort).toMatchObject({ ok: true, warnings: [{ field: 'row', code: 'ROW_TOO_SHORT' }] });
});

test('a column called constructor or __proto__ is a column', () => {
  const cells = Object.fromEntries([...Object.entries(RING), ['__proto__', 'Hoops']]);
  const row: ImportRow = { rowNumber: 2, cells, extraCells: [], problems: [] };
  expect(readPieceRow(row, { ...MAPPING, category: '__proto__' })).toMatchObject({
    piece: { category: 'Hoops' },
  });
  const without = readPieceRow(row, { ...MAPPING, category: 'constructor' });
  expect(without.ok && without.piece.category).toBe(undefined);
});
