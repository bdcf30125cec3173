import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PieceId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import type { CountId } from '#shared/stock/counts/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { listJournal } from '../journal/list-journal.ts';
import { addPiece } from '../stock/add-piece.ts';
import { findPiece } from '../stock/find-piece.ts';
import { rederivePieceStates } from '../stock/rederive-piece-states.ts';
import { addPlace, putAway } from '../stock/places/save-place.ts';
import { findPlace } from '../stock/places/find-places.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../testing/a-shop.ts';
import { printedCode } from '#shared/document-number.ts';
import { bookCountLines, endCount } from './close-count.ts';
import { figuresOf } from './count-figures.ts';
import { countPieces } from './count-pieces.ts';
import { findCountRow, listCounts } from './find-count.ts';
import { scanCount } from './scan-count.ts';
import { startCount } from './start-count.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const YESTERDAY = '2026-11-22' as BusinessDate;

function add(
  stockNumber: string,
  over: {
    readonly kind?: 'piece' | 'counted';
    readonly quantity?: number;
    readonly on?: BusinessDate;
  } = {},
): PieceId {
  const context = shop.context('stock.add', { actor: shop.manager });
  const kind = over.kind ?? 'piece';
  const fields = {
    stockNumber,
    description: 'Ring',
    category: 'Rings',
    vendor: 'Stuller',
    vendorStyle: '',
    serial: '',
    costCents: cents(40_000),
    tagPriceCents: cents(100_000),
    taxed: true,
    taxClass: 'goods' as const,
    kind,
  };
  const pieceId = newId('piece');
  const input = {
    pieceId,
    fields,
    quantityThousandths: over.quantity ?? 1000,
    businessDate: over.on ?? YESTERDAY,
  };
  shop.writer.write(context, input, (tx) => addPiece(tx, context, input));
  return pieceId;
}

function place(name: string) {
  const placeId = newId('place');
  const context = shop.context('places.add', { actor: shop.manager });
  shop.writer.write(context, name, (tx) => addPlace(tx, context, { placeId, name }));
  return placeId;
}

function put(placeId: ReturnType<typeof place>, ...pieceIds: readonly PieceId[]) {
  const context = shop.context('places.putAway', { actor: shop.manager });
  const input = { placeId, pieceIds };
  shop.writer.write(context, input, (tx) => putAway(tx, context, input));
}

function start(): CountId {
  const countId = newId('count');
  const context = shop.context('counts.start', { actor: shop.manager });
  const input = { countId, scope: { category: null, vendor: null, placeIds: [] } };
  shop.writer.write(context, input, (tx) => startCount(tx, context, input));
  return countId;
}

let second = 0;
function scan(
  countId: CountId,
  code: string,
  at: { readonly placeId?: ReturnType<typeof place>; readonly quantity?: number } = {},
) {
  second += 1;
  const context = shop.context('counts.scan', { nowMs: TEST_NOW_MS + second * 1000 });
  const input = {
    countId,
    code,
    placeId: at.placeId ?? null,
    quantityThousandths: at.quantity ?? null,
  };
  return shop.writer.write(context, input, (tx) => scanCount(tx, context, input));
}

function close(countId: CountId, missing: number, keepPlaces = false) {
  const closeId = newId('countClose');
  const context = shop.context('counts.close', { actor: shop.manager });
  const input = { countId, missing, keepPlaces, closeId };
  const booked = shop.writer.write(context, input, (tx) => bookCountLines(tx, context, input));
  if (!booked.ok) return booked;
  const ending = shop.context('counts.close', { actor: shop.manager });
  return shop.writer.write(ending, input, (tx) => endCount(tx, ending, input));
}

function results(countId: CountId): Readonly<Record<string, string>> {
  const count = findCountRow(shop.writer, countId);
  if (!count) throw new Error('no count');
  return Object.fromEntries(
    countPieces(shop.writer, count).map((line) => [
      findPiece(shop.writer, line.pieceId, true)?.stockNumber ?? '',
      line.outcome,
    ]),
  );
}

test('what is scanned is found, what is not is missing, and what came in today is neither', () => {
  add('R-1');
  add('R-2');
  add('R-3', { on: shop.today });
  const countId = start();
  expect(scan(countId, 'r-1')).toMatchObject({
    ok: true,
    value: { kind: 'piece', outcome: 'found' },
  });
  expect(results(countId)).toEqual({ 'R-1': 'found', 'R-2': 'missing', 'R-3': 'arrived' });
});

test('a piece in another tray is in a wrong place, and closing puts the books right by choice', () => {
  const [tray, safe] = [place('Tray A'), place('Safe')];
  const ring = add('R-1');
  put(tray, ring);
  const countId = start();
  const label = printedCode(findPlace(shop.writer, safe)?.number ?? '');
  expect(scan(countId, label)).toMatchObject({ ok: true, value: { kind: 'place', name: 'Safe' } });
  const answer = scan(countId, 'R-1', { placeId: safe });
  expect(answer).toMatchObject({ ok: true, value: { outcome: 'wrong_place', home: 'Tray A' } });
  expect(close(countId, 0, true)).toMatchObject({ ok: true });
  const next = start();
  expect(scan(next, 'R-1', { placeId: safe })).toMatchObject({
    ok: true,
    value: { outcome: 'found' },
  });
});

test('M2: closing takes what is missing out of the stock and out of the books at its cost', () => {
  const gone = add('R-1');
  add('R-2');
  const countId = start();
  scan(countId, 'R-2');
  expect(close(countId, 2)).toEqual({ ok: false, refusal: { code: 'COUNT_CHANGED', missing: 1 } });
  expect(close(countId, 1)).toEqual({ ok: true, value: { booked: 1 } });
  expect(findPiece(shop.writer, gone, true)?.status).toBe('missing');
  expect(rederivePieceStates(shop.writer)).toEqual([]);
  expect(
    listJournal(shop.writer, 'stock_count', countId).map((row) => [row.account, row.amountCents]),
  ).toEqual([
    ['inventory', -40_000],
    ['missing', 40_000],
  ]);
  expect(listCounts(shop.writer, { limit: 10, offset: 0 }).rows[0]?.closed).not.toBeNull();
});

test('a count is closed once, and takes no scan after it', () => {
  add('R-1');
  const countId = start();
  scan(countId, 'R-1');
  close(countId, 0);
  expect(close(countId, 0)).toMatchObject({ ok: false, refusal: { code: 'COUNT_CLOSED' } });
  expect(scan(countId, 'R-1')).toMatchObject({ ok: false, refusal: { code: 'COUNT_CLOSED' } });
});

test('goods counted by quantity are asked for, typed anew at a place, and summed over places', () => {
  const [tray, safe] = [place('Tray A'), place('Safe')];
  const chain = add('C-1', { kind: 'counted', quantity: 5000 });
  const countId = start();
  expect(scan(countId, 'C-1', { placeId: tray })).toMatchObject({
    ok: true,
    value: { kind: 'quantity' },
  });
  scan(countId, 'C-1', { placeId: tray, quantity: 9000 });
  scan(countId, 'C-1', { placeId: tray, quantity: 2000 });
  expect(scan(countId, 'C-1', { placeId: safe, quantity: 3000 })).toMatchObject({
    ok: true,
    value: { outcome: 'found' },
  });
  scan(countId, 'C-1', { placeId: safe, quantity: 1000 });
  expect(results(countId)).toEqual({ 'C-1': 'difference' });
  close(countId, 0);
  expect(findPiece(shop.writer, chain, true)).toMatchObject({
    status: 'in_stock',
    quantityThousandths: 3000,
  });
});

test('an unknown code is kept, a payment card is not', () => {
  const countId = start();
  expect(scan(countId, 'WHAT-1')).toMatchObject({ ok: true, value: { kind: 'unknown' } });
  expect(scan(countId, '4111111111111111')).toMatchObject({
    ok: false,
    refusal: { code: 'COUNT_CODE_IS_CARD' },
  });
  const count = findCountRow(shop.writer, countId);
  if (!count) throw new Error('no count');
  expect(figuresOf(shop.writer, count, []).unknown).toBe(1);
});

test('whatever is scanned however often, missing is what nobody scanned', () => {
  const numbers = ['R-0', 'R-1', 'R-2', 'R-3', 'R-4'];
  numbers.forEach((number) => add(number));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...numbers), { maxLength: 12 }), (scanned) => {
      const countId = start();
      scanned.forEach((number) => scan(countId, number));
      const missing = Object.entries(results(countId))
        .filter(([, outcome]) => outcome === 'missing')
        .map(([number]) => number);
      expect(missing.toSorted()).toEqual(numbers.filter((number) => !scanned.includes(number)));
    }),
    { numRuns: 25 },
  );
});
