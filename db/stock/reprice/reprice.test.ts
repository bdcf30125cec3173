import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PieceId } from '#shared/ids.ts';
import { cents, type Cents } from '#shared/money.ts';
import type { PieceFields } from '#shared/stock/contract.ts';
import {
  MOST_REPRICED,
  type RepriceId,
  type RepriceScope,
} from '#shared/stock/reprice/contract.ts';
import {
  PRICE_ENDINGS,
  type PriceEnding,
  type PriceRule,
} from '#shared/stock/reprice/price-rule.ts';
import { ok } from '#shared/result.ts';
import { listWaitingTags } from '../../printing/tags/find-tags.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { addPiece } from '../add-piece.ts';
import { findPiece } from '../find-piece.ts';
import { pieceTable } from '../tables.ts';
import { listReprices } from './find-reprice.ts';
import { previewReprice, repriceChoices } from './preview-reprice.ts';
import { repricePieces } from './reprice-pieces.ts';
import { undoReprice } from './undo-reprice.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const EVERYTHING: RepriceScope = { words: '', category: null, vendor: null };
const TEN_UP: PriceRule = { way: 'percent', changePpm: 100_000 };

function add(stockNumber: string, over: Partial<PieceFields> = {}): PieceId {
  const context = shop.context('stock.add', { actor: shop.manager });
  const fields: PieceFields = {
    stockNumber,
    description: '14K white gold ring',
    category: 'Rings',
    vendor: 'Stuller',
    vendorStyle: '',
    serial: '',
    costCents: cents(40_000),
    tagPriceCents: cents(100_000),
    taxed: true,
    taxClass: 'goods',
    kind: 'piece',
    ...over,
  };
  const pieceId = newId('piece');
  const input = { pieceId, fields, quantityThousandths: 1000, businessDate: shop.today };
  shop.writer.write(context, input, (tx) => addPiece(tx, context, input));
  return pieceId;
}

const preview = (rule: PriceRule, ending: PriceEnding = 'none', scope = EVERYTHING) =>
  previewReprice(shop.writer, { scope, rule, ending });

/** Does to the shop what a preview shows, as the window does: some hundred pieces a command. */
function apply(rule: PriceRule, ending: PriceEnding = 'none', scope = EVERYTHING) {
  const repriceId: RepriceId = newId('reprice');
  const rows = preview(rule, ending, scope).rows;
  const pieces = rows.flatMap(({ pieceId, fromCents, toCents }) =>
    toCents === null ? [] : [{ pieceId, fromCents, toCents }],
  );
  const results = [];
  for (let at = 0; at < pieces.length; at += MOST_REPRICED)
    results.push(
      send({
        repriceId,
        rule,
        ending,
        pieceCount: pieces.length,
        pieces: pieces.slice(at, at + MOST_REPRICED),
      }),
    );
  return { repriceId, results, count: pieces.length };
}

function send(input: Omit<Parameters<typeof repricePieces>[2], 'businessDate'>) {
  const context = shop.context('reprice.apply', { actor: shop.manager });
  const given = { ...input, businessDate: shop.today };
  return shop.writer.write(context, given, (tx) => repricePieces(tx, context, given));
}

function undo(repriceId: RepriceId, leaveChanged = false, undoId: RepriceId = newId('reprice')) {
  const context = shop.context('reprice.undo', { actor: shop.manager });
  const input = { repriceId, undoId, leaveChanged, businessDate: shop.today };
  return shop.writer.write(context, input, (tx) => undoReprice(tx, context, input));
}

const priceOf = (pieceId: PieceId) => findPiece(shop.writer, pieceId, true)?.tagPriceCents;
const waiting = () =>
  listWaitingTags(shop.writer, { limit: 500, offset: 0 }).rows.map((row) => row.stockNumber);
const setPrice = (pieceId: PieceId, tagPriceCents: Cents) => {
  const context = shop.context('stock.edit', { actor: shop.manager });
  shop.writer.write(context, { pieceId, tagPriceCents }, (tx) => {
    tx.setFields(pieceTable, pieceId, { tagPriceCents });
    return ok(null);
  });
};

test('ten percent on the rings of one vendor leaves everything else as it was', () => {
  const ring = add('R-1');
  const other = add('R-2', { vendor: 'Rio' });
  const chain = add('C-1', { category: 'Chains' });
  apply(TEN_UP, 'end_99', { ...EVERYTHING, category: 'Rings', vendor: 'Stuller' });
  expect([ring, other, chain].map(priceOf)).toEqual([109_999, 100_000, 100_000]);
  expect(repriceChoices(shop.writer)).toEqual({
    categories: ['Chains', 'Rings'],
    vendors: ['Rio', 'Stuller'],
  });
});

test('pieces are found by the words of their metal', () => {
  add('R-1');
  add('R-2', { description: '18K yellow gold ring' });
  const scope = { ...EVERYTHING, words: '18k' };
  expect(preview(TEN_UP, 'none', scope).rows.map((row) => row.stockNumber)).toEqual(['R-2']);
});

test('the preview shows cost, old and new price, and says where a cost is missing', () => {
  add('R-1');
  add('R-2', { costCents: null });
  add('R-3', { tagPriceCents: cents(88_000) });
  const { rows, looked } = preview({ way: 'markup', timesThousandths: 2200 });
  expect(looked).toBe(3);
  expect(rows.map(({ stockNumber, toCents }) => [stockNumber, toCents])).toEqual([
    ['R-1', 88_000],
    ['R-2', null],
  ]);
});

test('a repriced piece waits for a new tag, and no longer once the old price is back', () => {
  add('R-1');
  const { repriceId } = apply(TEN_UP);
  expect(waiting()).toEqual(['R-1']);
  expect(undo(repriceId)).toEqual({ ok: true, value: { done: 1, left: 0 } });
  expect(waiting()).toEqual([]);
});

test('a piece whose price or cost is no longer what the preview showed is named, and nothing is changed', () => {
  const [first, second] = [add('R-1'), add('R-2')];
  const pieces = preview(TEN_UP).rows.map(({ pieceId, fromCents, toCents }) => ({
    pieceId,
    fromCents,
    toCents: toCents ?? cents(0),
  }));
  setPrice(second, cents(1));
  const answer = send({
    repriceId: newId('reprice'),
    rule: TEN_UP,
    ending: 'none',
    pieceCount: 2,
    pieces,
  });
  expect(answer).toEqual({
    ok: false,
    refusal: { code: 'PIECES_CHANGED', numbers: 'R-2', count: 1 },
  });
  expect([first, second].map(priceOf)).toEqual([100_000, 1]);
  expect(listReprices(shop.writer)).toEqual([]);
});

test('a price that the rule does not give is refused, whoever asks for it', () => {
  const ring = add('R-1');
  const pieces = [{ pieceId: ring, fromCents: cents(100_000), toCents: cents(1) }];
  const asked = {
    repriceId: newId('reprice'),
    rule: TEN_UP,
    ending: 'none',
    pieceCount: 1,
    pieces,
  } as const;
  expect(send(asked)).toMatchObject({ refusal: { code: 'PIECES_CHANGED' } });
  expect(priceOf(ring)).toBe(100_000);
});

test('an undo restores every price exactly, whatever the rule and the ending were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: -900_000, max: 2_000_000 }),
      fc.constantFrom(...PRICE_ENDINGS),
      (prices, changePpm, ending) => {
        const category = newId('category');
        const ids = prices.map((price) =>
          add(newId('number'), { category, tagPriceCents: cents(price) }),
        );
        const done = apply({ way: 'percent', changePpm }, ending, { ...EVERYTHING, category });
        const changed = done.count;
        if (changed === 0) return;
        expect(undo(done.repriceId)).toEqual({ ok: true, value: { done: changed, left: 0 } });
        expect(ids.map(priceOf)).toEqual(prices);
      },
    ),
    { numRuns: 30 },
  );
});

test('an undo refuses where prices were changed since, naming them, and leaves those alone when told to', () => {
  const [first, second] = [add('R-1'), add('R-2')];
  const { repriceId } = apply(TEN_UP);
  setPrice(second, cents(123));
  expect(undo(repriceId)).toEqual({
    ok: false,
    refusal: { code: 'REPRICE_CHANGED_SINCE', numbers: 'R-2', count: 1 },
  });
  expect([first, second].map(priceOf)).toEqual([110_000, 123]);
  expect(undo(repriceId, true)).toEqual({ ok: true, value: { done: 1, left: 0 } });
  expect([first, second].map(priceOf)).toEqual([100_000, 123]);
});

test('what was undone is not undone twice, and an undo can be undone', () => {
  const ring = add('R-1');
  const { repriceId } = apply(TEN_UP);
  const undoId: RepriceId = newId('reprice');
  undo(repriceId, false, undoId);
  expect(undo(repriceId)).toMatchObject({ refusal: { code: 'REPRICE_UNDONE' } });
  undo(undoId);
  expect(priceOf(ring)).toBe(110_000);
  expect(undo(newId('reprice'))).toMatchObject({ refusal: { code: 'REPRICE_NOT_FOUND' } });
});

test('a reprice of more pieces than one command takes is one document, and so is its undo', () => {
  for (let at = 0; at < MOST_REPRICED + 5; at++) add(`R-${at}`);
  const { repriceId, results, count } = apply(TEN_UP);
  expect(results.map((result) => result.ok)).toEqual([true, true]);
  const undoId: RepriceId = newId('reprice');
  expect(undo(repriceId, false, undoId)).toEqual({
    ok: true,
    value: { done: MOST_REPRICED, left: 5 },
  });
  expect(undo(repriceId, false, undoId)).toEqual({ ok: true, value: { done: 5, left: 0 } });
  const [undone, done] = listReprices(shop.writer).toSorted((a) => (a.undoesId === null ? 1 : -1));
  expect(done).toMatchObject({ repriceId, pieceCount: count, undoneCount: count });
  expect(undone).toMatchObject({ undoesId: repriceId, pieceCount: count, undoneCount: 0 });
});

test('two rules never share a document', () => {
  const pieces = [{ pieceId: add('R-1'), fromCents: cents(100_000), toCents: cents(110_000) }];
  const asked = { repriceId: newId('reprice'), rule: TEN_UP, pieceCount: 1, pieces } as const;
  expect(send({ ...asked, ending: 'none' }).ok).toBe(true);
  const again = [{ pieceId: add('R-2'), fromCents: cents(100_000), toCents: cents(110_000) }];
  expect(send({ ...asked, ending: 'dollar', pieces: again })).toMatchObject({
    refusal: { code: 'REPRICE_UNDER_WAY' },
  });
});
