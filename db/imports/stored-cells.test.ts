import { expect, test } from 'vitest';
import type { ImportRow } from '#shared/imports/import-row.ts';
import { readPieceRow } from '#shared/imports/piece-row.ts';
import { packRow, unpackRow } from './stored-cells.ts';

const headers = ['SKU', 'Name', 'Price', 'Memo'];
const aRow = (cells: Readonly<Record<string, string>>, extraCells: string[] = []): ImportRow => ({
  rowNumber: 2,
  cells: { SKU: '100-1', Name: 'Ring', Price: '10', Memo: '', ...cells },
  extraCells,
  problems: [],
});

test('a row is unpacked as it was packed', () => {
  const row = aRow({ Memo: 'engraved', SKU: '7000000000005' }, ['x']);
  expect(unpackRow(packRow(row, headers), 2, headers)).toEqual(row);
});

test('a card number does not reach the disk, whether its column is imported or not', () => {
  const cards = ['4111 1111 1111 1111', '4111-1111-1111-1111', 'paid 5555555555554444'];
  for (const card of cards) {
    const packed = packRow(aRow({ Name: card, Memo: card }, [card]), headers);
    expect(packed).not.toMatch(/1111|4444/);
  }
});

test('a row whose card number was removed is refused for it all the same', () => {
  const row = unpackRow(packRow(aRow({ Name: '4111111111111111' }), headers), 2, headers);
  const read = readPieceRow(row, { stockNumber: 'SKU', description: 'Name', tagPrice: 'Price' });
  expect(JSON.stringify(read)).toContain('TEXT_IS_CARD_NUMBER');
});
