import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PieceId } from '#shared/ids.ts';
import type { BusinessDate } from '#shared/time.ts';
import { aCart, aPiece, aSale, rung } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { listQuotes, readQuote } from './read-quote.ts';
import { saveQuote } from './save-quote.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const dayLater = (days: number) =>
  Temporal.PlainDate.from(shop.today).add({ days }).toString() as BusinessDate;

function quoted(pieceId: PieceId, expiresOn: BusinessDate) {
  const context = shop.context('quotes.save');
  const quoteId = newId('quote');
  const input = {
    commandId: newId('command'),
    quoteId,
    cart: aCart(shop, [pieceId]),
    expiresOn,
    note: '',
    print: false,
  };
  const saved = shop.writer.write(context, input, (tx) => saveQuote(tx, context, input));
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return quoteId;
}

const listedOn = (day: BusinessDate) =>
  listQuotes(shop.writer, day).map(({ number, expired }) => [number, expired]);

it('a quote holds on its last day, says for thirty days that it is over, and is listed no longer', () => {
  quoted(aPiece(shop, { stockNumber: 'R-1', priceCents: 10_000 }), dayLater(2));
  expect(listedOn(dayLater(2))).toEqual([['Q1-1', false]]);
  expect(listedOn(dayLater(3))).toEqual([['Q1-1', true]]);
  expect(listedOn(dayLater(32))).toEqual([['Q1-1', true]]);
  expect(listedOn(dayLater(33))).toEqual([]);
});

it('a quote that was sold stays listed with its sale, under ids of its own', () => {
  const piece = aPiece(shop, { stockNumber: 'R-1', priceCents: 10_000 });
  const quoteId = quoted(piece, dayLater(2));
  const sold = aSale(shop, { ...aCart(shop, [piece]), quoteId });
  rung(shop, sold);
  expect(listQuotes(shop.writer, shop.today)).toMatchObject([
    { quoteId, soldAs: sold.saleId, totalCents: 10_825 },
  ]);
  const cart = readQuote(shop.writer, quoteId, shop.today)?.cart;
  expect(cart?.lines.map((line) => line.pieceId)).toEqual([piece]);
});
