import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import type { SaveQuoteInput } from '#shared/sales/quotes/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { voidPaid } from '../../testing/a-correction.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { closedDrawer } from '../../testing/a-drawer.ts';
import { aSale, aTicket, rung, sell } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { anExampleArea, saveArea } from '../../testing/a-tax-area.ts';
import { firstReturn, item, ringLine, soldRing, stored } from '../../testing/refused-sales.ts';
import { setTagPrice } from '../../testing/shop-terms.ts';
import { brokenLaws } from '../../testing/standing.ts';
import { quoteFacts } from './quote-facts.ts';
import { listQuotes, readQuote } from './read-quote.ts';
import { saveQuote } from './save-quote.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => {
  expect(brokenLaws(shop)).toEqual([]);
  shop.close();
});

const day = (text: string) => text as BusinessDate;
const aQuoteOf = (cart: Cart, over: Partial<SaveQuoteInput> = {}) => ({
  commandId: newId('command'),
  quoteId: newId('quote'),
  cart: { ...cart, lines: [...cart.lines], shares: null },
  expiresOn: day('2026-12-01'),
  note: '',
  print: true,
  ...over,
});

function save(input: SaveQuoteInput, actor = shop.counter) {
  const context = shop.context('quotes.save', { actor, commandId: input.commandId });
  return shop.writer.write(context, input, (tx) => saveQuote(tx, context, input));
}

/** A quote that was given. */
function given(cart: Cart, actor = shop.counter) {
  const input = aQuoteOf(cart);
  expect(save(input, actor)).toMatchObject({ ok: true });
  return input.quoteId;
}

/** The quote on the counter again, under ids of its own. */
function recalled(quoteId: SaveQuoteInput['quoteId']): Cart {
  const read = readQuote(shop.writer, quoteId, shop.today);
  if (!read) throw new Error('no quote');
  const lines = read.cart.lines.map((line) => ({ ...line, lineId: newId('saleLine') }));
  return { ...read.cart, cartId: newId('cart'), lines, quoteId };
}

function expectRefused(input: SaveQuoteInput, code: string): void {
  const before = stored(shop);
  expect(save(input)).toMatchObject({ ok: false, refusal: { code } });
  expect(stored(shop)).toEqual(before);
}

const off = (line: CartLine, over: Partial<CartLine> = {}): CartLine => ({
  ...line,
  pricing: { way: 'percent_off', ratePpm: 200_000 as RatePpm },
  reasonCode: 'other',
  priceReason: 'for Eve Stone, who asked nicely',
  ...over,
});

test('a quote has a number, a total and a last day, and leaves the register free', () => {
  const customerId = aCustomer(shop);
  const input = aQuoteOf(aTicket([ringLine(shop)], { customerId }));
  const once = save(input);
  expect(once).toEqual({ ok: true, value: { quoteId: input.quoteId, number: 'Q1-1' } });
  expect(save(input)).toEqual(once);
  expect(listQuotes(shop.writer, shop.today)).toMatchObject([
    { number: 'Q1-1', customerName: 'Eve Stone', totalCents: 10_825, expiresOn: '2026-12-01' },
  ]);
});

test('a day that has passed, a return, no drawer, a price without its reason or its word: refused', () => {
  const cart = aTicket([ringLine(shop)]);
  expectRefused(aQuoteOf(cart, { expiresOn: day('2026-11-22') }), 'QUOTE_EXPIRY_PAST');
  const { saleId } = soldRing(shop);
  expectRefused(aQuoteOf(aTicket([firstReturn(shop, saleId)])), 'QUOTE_HAS_RETURNS');
  expectRefused(aQuoteOf(aTicket([off(item(), { reasonCode: null })])), 'PRICE_NEEDS_REASON');
  expectRefused(aQuoteOf(aTicket([off(item())])), 'PRICE_NEEDS_OVERRIDE');
  const sold = ringLine(shop);
  rung(shop, aSale(shop, aTicket([sold])));
  expectRefused(aQuoteOf(aTicket([sold])), 'PIECE_NOT_IN_STOCK');
  closedDrawer(shop);
  expectRefused(aQuoteOf(cart), 'DRAWER_NOT_OPEN');
});

test('the price that was promised holds though the tag went up, until the last day and no longer', () => {
  const line = ringLine(shop);
  const quoteId = given(aTicket([off(line)]), shop.manager);
  if (line.pieceId === null) throw new Error('no ring');
  setTagPrice(shop, line.pieceId, 15_000);
  const cart = recalled(quoteId);
  shop.writer.sqlite.exec('drop trigger quote_stands');
  const holdsUntil = (text: string) =>
    shop.writer.sqlite.prepare('update quote set expires_on = ?').run(text);
  holdsUntil('2026-11-22');
  expect(sell(shop, aSale(shop, cart))).toEqual({
    ok: false,
    refusal: { code: 'QUOTE_EXPIRED', expiredOn: '2026-11-22' },
  });
  holdsUntil(shop.today);
  expect(sell(shop, aSale(shop, cart))).toMatchObject({ ok: true, value: { totalCents: 8660 } });
});

test('what was quoted and sold to somebody else meanwhile is not sold again', () => {
  const line = ringLine(shop);
  const quoteId = given(aTicket([line]));
  rung(shop, aSale(shop, aTicket([{ ...line, lineId: newId('saleLine') }])));
  expect(sell(shop, aSale(shop, recalled(quoteId)))).toMatchObject({
    ok: false,
    refusal: { code: 'PIECE_NOT_IN_STOCK', soldAs: 'S1-1' },
  });
});

test('a quote is kept once, and once more when its sale was voided', () => {
  const quoteId = given(aTicket([off(item())]), shop.manager);
  const first = aSale(shop, recalled(quoteId));
  rung(shop, first);
  expect(listQuotes(shop.writer, shop.today)).toMatchObject([{ soldAs: first.saleId }]);
  const again = aSale(shop, recalled(quoteId));
  expect(sell(shop, again)).toMatchObject({
    ok: false,
    refusal: { code: 'PRICE_NEEDS_OVERRIDE' },
  });
  expect(voidPaid(shop, first.saleId).ok).toBe(true);
  expect(listQuotes(shop.writer, shop.today)).toMatchObject([{ soldAs: null }]);
  expect(sell(shop, again).ok).toBe(true);
});

test('a quote names nobody for ever: neither who it is sent to nor the words of a reason', () => {
  const quoteId = given(aTicket([off(item())], { shipTo: anAddress(home()) }), shop.manager);
  const body = shop.writer.sqlite.prepare('select body from quote').pluck().get();
  expect(String(body)).not.toMatch(/Eve|Oak/);
  expect(readQuote(shop.writer, quoteId, shop.today)?.cart.shipTo).toBeNull();
});

test('a quote for a parcel comes to what its paper says, with the tax of the place it goes to', () => {
  const tennessee = anExampleArea('Tennessee');
  expect(saveArea(shop, tennessee).ok).toBe(true);
  const shipTo = anAddress(tennessee.area.taxAreaId);
  const quoteId = given(aTicket([item({}, 400_000)], { shipTo }));
  const marks = { copy: false, demo: false };
  const paper = quoteFacts(shop.writer, quoteId, shop.register.registerId, marks);
  const sum = (cents: readonly number[]) => cents.reduce((all, each) => all + each, 0);
  expect(paper?.totalCents).toBe(436_000);
  expect(
    sum(paper?.lines.map((line) => line.netCents) ?? []) +
      sum(paper?.taxes.map((tax) => tax.taxCents) ?? []),
  ).toBe(436_000);
});

type ShipTo = NonNullable<Cart['shipTo']>;

function home(): ShipTo['taxAreaId'] {
  const id = shop.writer.sqlite.prepare('select id from tax_area limit 1').pluck().get();
  return id as ShipTo['taxAreaId'];
}

function anAddress(taxAreaId: ShipTo['taxAreaId']): ShipTo {
  return {
    recipient: 'Eve Stone',
    address: '1 Oak Ave',
    phone: '',
    carrier: 'UPS',
    tracking: '',
    insuredCents: 0 as Cents,
    taxAreaId,
  };
}
