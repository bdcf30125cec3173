import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { cents } from '#shared/money.ts';
import type { PieceFields } from '#shared/stock/contract.ts';
import {
  isMovementPossible,
  statusAfter,
  STOCK_MOVEMENT_KINDS,
  type StockMovementKind,
} from '#shared/stock/piece-status.ts';
import { ok, type Result } from '#shared/result.ts';
import type { PieceId } from '#shared/ids.ts';
import { aShop, newId, type TestShop } from '../testing/a-shop.ts';
import { fullScans, plansOf } from '../testing/planned-queries.ts';
import { addPiece } from './add-piece.ts';
import { editPiece } from './edit-piece.ts';
import { findByCode, findPiece, findPieceForSale } from './find-piece.ts';
import { unindexPiece } from './index-piece.ts';
import { moveStock } from './move-stock.ts';
import { rederivePieceStates } from './rederive-piece-states.ts';
import { searchPieces } from './search-pieces.ts';
import { pieceTable } from './tables.ts';

let shop: TestShop;
afterEach(() => shop.close());

const aRing: PieceFields = {
  stockNumber: '200-00017',
  description: '14K white gold ring 1.01ct Oval',
  category: 'Rings',
  vendor: 'Overnight',
  vendorStyle: 'D22276',
  serial: '',
  costCents: cents(80_000),
  tagPriceCents: cents(199_900),
  taxed: true,
  taxClass: 'goods',
  kind: 'piece',
};

function add(fields: Partial<PieceFields> = {}, quantityThousandths = 1000) {
  const pieceId = newId('piece');
  const input = {
    pieceId,
    fields: { ...aRing, ...fields },
    quantityThousandths,
    businessDate: shop.today,
  };
  const context = shop.context('stock.add', { actor: shop.manager });
  return shop.writer.write(context, input, (tx) => addPiece(tx, context, input));
}

function idOf(result: Result<{ readonly pieceId: PieceId }>): PieceId {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.pieceId;
}

function edit(pieceId: PieceId, fields: Partial<PieceFields>) {
  const input = { pieceId, fields: { ...aRing, ...fields } };
  const context = shop.context('stock.edit', { actor: shop.manager });
  return shop.writer.write(context, input, (tx) => editPiece(tx, context, input));
}

function move(pieceId: PieceId, kind: StockMovementKind, quantityThousandths: number) {
  const context = shop.context('test.move');
  const movement = {
    pieceId,
    kind,
    quantityThousandths,
    documentKind: 'sale',
    documentId: newId('sale'),
    businessDate: shop.today,
  };
  return shop.writer.write(context, movement, (tx) => (moveStock(tx, context, movement), ok(null)));
}

const found = (text: string, status?: 'in_stock' | 'sold' | 'removed') =>
  searchPieces(shop.writer, { text, status }).rows.map((row) => row.stockNumber);

test('a piece taken into stock can be sold at its tag price', () => {
  shop = aShop();
  const pieceId = idOf(add());
  expect(findPieceForSale(shop.writer, pieceId)).toEqual({
    pieceId,
    stockNumber: '200-00017',
    description: '14K white gold ring 1.01ct Oval',
    tagPriceCents: 199_900,
    taxed: true,
    taxClass: 'goods',
    category: 'Rings',
    costCents: 80_000,
    kind: 'piece',
    status: 'in_stock',
    quantityThousandths: 1000,
    archived: false,
  });
  expect(findPieceForSale(shop.writer, newId('piece'))).toBeUndefined();
});

test('a stock number that another piece carries is refused in any case of letters', () => {
  shop = aShop();
  idOf(add({ stockNumber: 'Ab-1', description: 'the first' }));
  expect(add({ stockNumber: 'aB-1' })).toEqual({
    ok: false,
    refusal: { code: 'STOCK_NUMBER_TAKEN', stockNumber: 'Ab-1', description: 'the first' },
  });
  const other = idOf(add({ stockNumber: 'cd-2' }));
  expect(edit(other, { stockNumber: 'AB-1' })).toMatchObject({
    refusal: { code: 'STOCK_NUMBER_TAKEN' },
  });
});

test('the stock number of an archived piece is free', () => {
  shop = aShop();
  const pieceId = idOf(add());
  shop.writer.write(shop.context('test.archive'), null, (tx) => {
    tx.archive(pieceTable, pieceId, 1);
    unindexPiece(tx, pieceId);
    return ok(null);
  });
  expect(found('oval')).toEqual([]);
  expect(findByCode(shop.writer, '200-00017')).toEqual([]);
  expect(edit(pieceId, {})).toEqual({ ok: false, refusal: { code: 'PIECE_NOT_FOUND' } });
  expect(add().ok).toBe(true);
});

test('one of one comes as one; counted goods come in any quantity', () => {
  shop = aShop();
  expect(add({}, 2000)).toEqual({ ok: false, refusal: { code: 'PIECE_QUANTITY_NOT_ONE' } });
  const chain = idOf(add({ kind: 'counted' }, 2500));
  expect(findPieceForSale(shop.writer, chain)?.quantityThousandths).toBe(2500);
  expect(edit(chain, { kind: 'piece' })).toEqual({
    ok: false,
    refusal: { code: 'PIECE_QUANTITY_NOT_ONE' },
  });
});

test('an edit sets only what differs, and the new words find the piece', () => {
  shop = aShop();
  const pieceId = idOf(add());
  const before = shop.writer.head.n;
  expect(edit(pieceId, {}).ok).toBe(true);
  expect(shop.writer.head.n).toBe(before);
  expect(edit(pieceId, { description: 'Platinum band', taxed: false }).ok).toBe(true);
  const ops = shop.writer.sqlite.prepare('select ops from changeset order by n desc').pluck().get();
  expect(JSON.parse(String(ops))).toMatchObject([
    { op: 'set', fields: { description: ['Platinum band', expect.any(String)] } },
  ]);
  expect(Object.keys(JSON.parse(String(ops))[0].fields)).toEqual(['description', 'taxed']);
  expect(found('platinum')).toEqual(['200-00017']);
  expect(found('oval')).toEqual([]);
  expect(edit(newId('piece'), {})).toEqual({ ok: false, refusal: { code: 'PIECE_NOT_FOUND' } });
});

test('a scan finds the stock number in any case, and both pieces when two carry it', () => {
  shop = aShop();
  const first = idOf(add({ stockNumber: 'w-9' }));
  const second = idOf(add({ stockNumber: 'x-1' }));
  // As two registers do that were both offline.
  shop.writer.write(shop.context('test.merge'), null, (tx) => {
    tx.setFields(pieceTable, second, { stockNumber: 'W-9' });
    return ok(null);
  });
  move(first, 'sold', -1000);
  expect(findByCode(shop.writer, ' W-9 ').map((hit) => hit.pieceId)).toEqual([second, first]);
  expect(edit(second, { stockNumber: 'W-9', vendor: 'Other' }).ok).toBe(true);
});

test('a scan of our own printed code finds the piece of that number, and a misread one none', () => {
  shop = aShop();
  idOf(add({ stockNumber: 'P1-77' }));
  const codes = Array.from('0123456789ABCDEFGHJKLMNPQRSTUVWXYZ', (check) => `P1-77${check}`);
  expect(codes.filter((code) => findByCode(shop.writer, code).length > 0)).toHaveLength(1);
});

test('the search finds beginnings of words in any order, numbers first, what is in stock before the rest', () => {
  shop = aShop();
  const sold = idOf(add({ stockNumber: '300-1', description: 'Tourmaline ring, café' }));
  idOf(add({ stockNumber: '300-2', description: 'Tourmaline pendant', category: 'Pendants' }));
  idOf(add({ stockNumber: '9', description: 'Style 300 watch' }));
  move(sold, 'sold', -1000);
  expect(found('tour')).toEqual(['300-2', '300-1']);
  expect(found('RING tourm')).toEqual(['300-1']);
  expect(found('cafe')).toEqual(['300-1']);
  expect(found('300')).toEqual(['300-2', '300-1', '9']);
  expect(found('300-1')).toEqual(['300-1']);
  expect(found('tour', 'sold')).toEqual(['300-1']);
  expect(found('300-1', 'in_stock')).toEqual([]);
  expect(found('', 'in_stock')).toEqual(['9', '300-2']);
  expect(found('')).toEqual(['9', '300-2', '300-1']);
  expect(searchPieces(shop.writer, { text: '', status: 'sold' }).total).toBe(1);
  expect(searchPieces(shop.writer, { text: '', limit: 1, offset: 1 })).toMatchObject({
    total: 3,
    rows: [{ stockNumber: '300-2' }],
  });
  expect(found('"*()- NEAR')).toEqual([]);
  expect(found('x'.repeat(200))).toEqual([]);
});

test('a list longer than what is ranked goes on to its end', () => {
  shop = aShop();
  const context = shop.context('test.fill');
  for (let start = 0; start < 600; start += 100) {
    shop.writer.write(shop.context('test.fill'), { start }, (tx) => {
      for (let i = start; i < start + 100; i++) {
        const fields = { ...aRing, stockNumber: `n${i}`, kind: 'counted' as const };
        const input = { pieceId: newId('piece'), fields, quantityThousandths: 1000 };
        addPiece(tx, context, { ...input, businessDate: shop.today });
      }
      return ok(null);
    });
  }
  const pages = [0, 200, 400, 500, 550].map((offset) =>
    searchPieces(shop.writer, { text: 'oval', limit: 50, offset }),
  );
  expect(pages.map((page) => page.total)).toEqual([600, 600, 600, 600, 600]);
  expect(pages.at(-1)?.rows.map((row) => row.stockNumber)).toContain('n0');
});

test('cost is shown to those who may see it', () => {
  shop = aShop();
  const pieceId = idOf(add());
  move(pieceId, 'sold', -1000);
  expect(findPiece(shop.writer, pieceId, true)).toMatchObject({
    costCents: 80_000,
    status: 'sold',
    vendorStyle: 'D22276',
    serial: '',
    movements: [
      { kind: 'sold', quantityThousandths: -1000, documentKind: 'sale' },
      { kind: 'received', quantityThousandths: 1000, documentKind: null },
    ],
  });
  expect(findPiece(shop.writer, pieceId, false)?.costCents).toBeNull();
  expect(findPiece(shop.writer, newId('piece'), true)).toBeUndefined();
});

test('a movement with the wrong sign is a bug, and so is one of a piece that is not there', () => {
  shop = aShop();
  const pieceId = idOf(add());
  expect(() => move(pieceId, 'sold', 1000)).toThrow('sold cannot move 1000');
  expect(() => move(newId('piece'), 'sold', -1000)).toThrow('a piece without state');
  expect(findPieceForSale(shop.writer, pieceId)?.status).toBe('in_stock');
});

test('whatever arrives in whatever order, a piece is where its movements say', () => {
  shop = aShop();
  const movement = fc
    .record({
      kind: fc.constantFrom(...STOCK_MOVEMENT_KINDS),
      quantityThousandths: fc.integer({ min: -2, max: 2 }).map((n) => n * 1000),
    })
    .filter(isMovementPossible);
  let number = 0;
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 6 }), (movements) => {
      const pieceId = idOf(add({ stockNumber: `p${number++}` }));
      for (const each of movements) move(pieceId, each.kind, each.quantityThousandths);
      const state = statusAfter([{ kind: 'received', quantityThousandths: 1000 }, ...movements]);
      expect(findPieceForSale(shop.writer, pieceId)).toMatchObject(state);
    }),
    { numRuns: 40 },
  );
  expect(rederivePieceStates(shop.writer)).toEqual([]);
});

test('the nightly check finds a state that does not follow from its movements', () => {
  shop = aShop();
  const pieceId = idOf(add());
  idOf(add({ stockNumber: 'other' }));
  shop.writer.sqlite.exec(
    `update piece_state set status = 'sold', quantity_thousandths = 0 where piece_id = '${pieceId}'`,
  );
  expect(rederivePieceStates(shop.writer)).toEqual([
    {
      pieceId,
      kept: { status: 'sold', quantityThousandths: 0 },
      derived: { status: 'in_stock', quantityThousandths: 1000 },
    },
  ]);
});

test('no way to look for a piece reads the whole stock', () => {
  shop = aShop();
  const pieceId = idOf(add());
  shop = shop.reopen();
  const plans = plansOf(shop.writer.sqlite, () => {
    findPieceForSale(shop.writer, pieceId);
    findByCode(shop.writer, '200-00017');
    findByCode(shop.writer, 'a serial');
    findPiece(shop.writer, pieceId, true);
    searchPieces(shop.writer, { text: 'oval 14k', status: 'in_stock' });
    move(pieceId, 'sold', -1000);
  });
  expect(plans.length).toBeGreaterThan(10);
  expect(fullScans(plans)).toEqual([]);
  const planted = plansOf(shop.writer.sqlite, () =>
    shop.writer.sqlite.prepare("select * from piece where description like '%oval%'").all(),
  );
  expect(fullScans(planted)).toEqual(['SCAN piece']);
});

test('a watch is found by its serial in any case, where no piece has that for its stock number', () => {
  shop = aShop();
  const watch = idOf(add({ stockNumber: 'W-1', serial: 'K731204' }));
  add({ stockNumber: 'W-2', serial: '' });
  expect(findByCode(shop.writer, ' k731204 ').map((hit) => hit.pieceId)).toEqual([watch]);
  expect(found('k7312')).toEqual(['W-1']);
  expect(findByCode(shop.writer, '')).toEqual([]);
  const ring = idOf(add({ stockNumber: 'K731204' }));
  expect(findByCode(shop.writer, 'K731204').map((hit) => hit.pieceId)).toEqual([ring]);
  edit(watch, { stockNumber: 'W-1', serial: 'K9' });
  expect(findByCode(shop.writer, 'k9').map((hit) => hit.pieceId)).toEqual([watch]);
});
