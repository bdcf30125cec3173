import { expect, test } from 'vitest';
import type { PieceId } from '#shared/ids.ts';
import { type Cents, ONE } from '#shared/money.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import type { PieceStatus } from '#shared/stock/piece-status.ts';
import { scanOutcome } from './scan-outcome.ts';

const piece = (name: string, status: PieceStatus): PieceSummary => ({
  pieceId: name as PieceId,
  stockNumber: 'P1-20817',
  description: name,
  category: '',
  tagPriceCents: 100 as Cents,
  taxed: true,
  taxClass: 'goods',
  kind: 'piece',
  status,
  quantityThousandths: ONE,
});

test('the one piece in stock is meant, also when its number was used before', () => {
  const here = piece('here', 'in_stock');
  expect(scanOutcome([piece('long gone', 'sold'), here])).toEqual({ kind: 'add', piece: here });
});

test('two pieces in stock with one number are shown to choose from, without those that are gone', () => {
  const two = [piece('a', 'in_stock'), piece('b', 'in_stock')];
  expect(scanOutcome([...two, piece('c', 'sold')])).toEqual({ kind: 'choose', pieces: two });
});

test('a piece that is sold already is not added', () => {
  const gone = piece('gone', 'sold');
  expect(scanOutcome([piece('taken out', 'removed'), gone])).toEqual({ kind: 'sold', piece: gone });
});

test('a piece that is with a customer or being looked at is not sold, and never taken for gone', () => {
  const out = piece('out', 'on_approval');
  expect(scanOutcome([piece('long gone', 'sold'), out])).toEqual({ kind: 'away', piece: out });
  const looked = piece('looked at', 'inspection');
  expect(scanOutcome([looked])).toEqual({ kind: 'away', piece: looked });
});

test('a piece taken out of stock is no line, and an unknown code is none either', () => {
  const out = piece('taken out', 'removed');
  expect(scanOutcome([out])).toEqual({ kind: 'removed', piece: out });
  expect(scanOutcome([])).toEqual({ kind: 'missing' });
});
