import { afterEach, expect, test } from 'vitest';
import { savePrinter } from '../../settings/register-settings.ts';
import { grantOverride } from '../../staff/grant-override.ts';
import { findPieceForSale } from '../../stock/find-piece.ts';
import { aCart, aPiece, aSale, cartTotalCents, sell } from '../../testing/a-sale.ts';
import { aCertificate, aCustomer } from '../../testing/a-customer.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import type { Cents, Thousandths } from '#shared/money.ts';
import {
  addTypedItem,
  type CartLine,
  changeLine,
  emptyCart,
  setCustomer,
} from '#shared/sales/cart.ts';
import { openCart, saveCart } from '../cart/carts.ts';
import { findSale, listLines, listPayments } from '../find-sale.ts';

let shop: TestShop;
afterEach(() => shop.close());

const rows = (table: string) =>
  Number(shop.writer.sqlite.prepare(`select count(*) from ${table}`).pluck().get());

test('M1: a cash sale of two pieces stores lines, tax and payment that add up, and gives change', () => {
  shop = aShop();
  const pieces = [
    aPiece(shop, { stockNumber: 'A-1', priceCents: 18_399 }),
    aPiece(shop, { stockNumber: 'A-2', priceCents: 107_699 }),
  ];
  const input = aSale(shop, aCart(shop, pieces), [['cash', 140_000]]);
  const sold = sell(shop, input);
  // 183.99 + 15.18 tax, 1,076.99 + 88.85 tax
  expect(sold).toEqual({
    ok: true,
    value: {
      saleId: input.saleId,
      number: 'S1-1',
      totalCents: 136_501,
      changeCents: 3499,
      roundingCents: 0,
    },
  });
  const sale = findSale(shop.writer, input.saleId);
  expect(sale).toMatchObject({
    subtotalCents: 126_098,
    discountCents: 0,
    taxCents: 10_403,
    totalCents: 136_501,
    businessDate: '2026-11-23',
  });
  const paid = listPayments(shop.writer, input.saleId).reduce(
    (sum, row) => sum + row.amountCents,
    0,
  );
  expect(paid - (sale?.changeCents ?? 0)).toBe(sale?.totalCents);
  expect(listLines(shop.writer, input.saleId).map((line) => line.taxCents)).toEqual([1518, 8885]);
  for (const id of pieces)
    expect(findPieceForSale(shop.writer, id)).toMatchObject({
      status: 'sold',
      quantityThousandths: 0,
    });
});

test('I4: a sale, its lines, its payments and its log entry are one commit', () => {
  shop = aShop();
  const input = aSale(shop, aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 5000 })]));
  const before = shop.writer.head.n;
  sell(shop, input);
  expect(shop.writer.head.n).toBe(before + 1);
  expect([rows('sale'), rows('sale_line'), rows('payment'), rows('sale_tax')]).toEqual([
    1, 1, 1, 1,
  ]);
});

test('a sale that comes twice is rung up once', () => {
  shop = aShop();
  const input = aSale(shop, aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 5000 })]));
  expect(sell(shop, input)).toEqual(sell(shop, input));
  expect([rows('sale'), rows('payment')]).toEqual([1, 1]);
});

test('card and cash together: the card pays its part, the change comes from the cash', () => {
  shop = aShop();
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 100_00 })]);
  expect(
    sell(
      shop,
      aSale(shop, cart, [
        ['card', 8000],
        ['cash', 5000],
      ]),
    ),
  ).toMatchObject({ ok: true, value: { changeCents: 8000 + 5000 - 10_825 } });
});

test.each([
  [
    'tenders that do not cover',
    [['cash', 10_000]],
    { code: 'SALE_UNDERTENDERED', shortByCents: 825 },
  ],
  [
    'change on a card',
    [['card', 11_000]],
    { code: 'TENDER_OVER_TOTAL', tender: 'card', overByCents: 175 },
  ],
  ['no tender at all', [], { code: 'SALE_UNDERTENDERED', shortByCents: 10_825 }],
] as const)('%s: refused and nothing is stored', (_title, tenders, refusal) => {
  shop = aShop();
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]);
  expect(sell(shop, aSale(shop, cart, tenders))).toEqual({ ok: false, refusal });
  expect([rows('sale'), rows('payment'), rows('number_series')]).toEqual([0, 0, 0]);
});

test('no drawer is open: refused', () => {
  shop = aShop({ drawerOpen: false });
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]);
  expect(sell(shop, aSale(shop, cart))).toMatchObject({
    ok: false,
    refusal: { code: 'DRAWER_NOT_OPEN' },
  });
});

test('a piece that is sold already is refused with the number of its sale', () => {
  shop = aShop();
  const piece = aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 });
  const [first, second] = [aCart(shop, [piece]), aCart(shop, [piece])];
  sell(shop, aSale(shop, first));
  expect(sell(shop, aSale(shop, second))).toEqual({
    ok: false,
    refusal: { code: 'PIECE_NOT_IN_STOCK', pieceId: piece, stockNumber: 'A-1', soldAs: 'S1-1' },
  });
});

test('one piece twice in one sale is refused', () => {
  shop = aShop();
  const piece = aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 });
  const cart = aCart(shop, [piece]);
  const twice = { ...cart, lines: [...cart.lines, ...aCart(shop, [piece]).lines] };
  expect(sell(shop, aSale(shop, twice))).toEqual({
    ok: false,
    refusal: { code: 'PIECE_TWICE_IN_SALE', stockNumber: 'A-1' },
  });
});

test('counted goods: more than there are is refused, over several lines too', () => {
  shop = aShop();
  const straps = aPiece(shop, { stockNumber: 'ST', priceCents: 1200, quantityThousandths: 3000 });
  const cart = aCart(shop, [straps]);
  const line = cart.lines[0];
  if (!line) throw new Error('no line');
  const four = changeLine(cart, line.lineId, { quantityThousandths: 4000 as Thousandths });
  expect(sell(shop, aSale(shop, four))).toMatchObject({
    ok: false,
    refusal: { code: 'QUANTITY_NOT_IN_STOCK', leftThousandths: 3000 },
  });
  expect(
    sell(
      shop,
      aSale(shop, changeLine(cart, line.lineId, { quantityThousandths: 3000 as Thousandths })),
    ).ok,
  ).toBe(true);
  expect(findPieceForSale(shop.writer, straps)?.quantityThousandths).toBe(0);
});

test('a price below the tag needs a reason and the right', () => {
  shop = aShop();
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]);
  const lineId = cart.lines[0]?.lineId ?? newId('saleLine');
  const pricing = { way: 'before_tax', cents: 9000 as Cents } as const;
  const cheaper = changeLine(cart, lineId, { pricing, reasonCode: 'price_match' });
  expect(sell(shop, aSale(shop, cheaper))).toMatchObject({
    ok: false,
    refusal: { code: 'PRICE_NEEDS_OVERRIDE', lineId },
  });
  const silent = changeLine(cart, lineId, { pricing });
  const wordless = changeLine(cart, lineId, { pricing, reasonCode: 'other' });
  for (const each of [silent, wordless])
    expect(sell(shop, aSale(shop, each), { actor: shop.manager })).toMatchObject({
      ok: false,
      refusal: { code: 'PRICE_NEEDS_REASON', lineId },
    });
  expect(sell(shop, aSale(shop, cheaper), { actor: shop.manager })).toMatchObject({
    ok: true,
    value: { totalCents: 9743 },
  });
});

test("a manager's override is good for its line and its price alone", () => {
  shop = aShop();
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]);
  const lineId = cart.lines[0]?.lineId ?? newId('saleLine');
  const context = shop.context('staff.override');
  const granted = shop.writer.write(context, null, (tx) =>
    grantOverride(tx, context, {
      grantedBy: shop.manager.staffId,
      businessDate: shop.today,
      permission: 'sales.changePrice',
      reason: 'old customer',
      subjectId: lineId,
      amountCents: 9000 as Cents,
    }),
  );
  if (!granted.ok) throw new Error('no override');
  const { overrideId } = granted.value;
  const changed = (netCents: number) =>
    changeLine(cart, lineId, {
      pricing: { way: 'before_tax', cents: netCents as Cents },
      reasonCode: 'other',
      priceReason: 'old customer',
      overrideId,
    });
  expect(sell(shop, aSale(shop, changed(8000)))).toMatchObject({
    ok: false,
    refusal: { code: 'PRICE_NEEDS_OVERRIDE' },
  });
  const other = { ...changed(9000), lines: changed(9000).lines.map(anotherLine) };
  expect(sell(shop, aSale(shop, other))).toMatchObject({
    ok: false,
    refusal: { code: 'PRICE_NEEDS_OVERRIDE' },
  });
  expect(sell(shop, aSale(shop, changed(9000))).ok).toBe(true);
});

const anotherLine = (line: CartLine): CartLine => ({ ...line, lineId: newId('saleLine') });

test('a tag that was changed after the scan is said before anybody pays', () => {
  shop = aShop();
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]);
  const stale = {
    ...cart,
    lines: cart.lines.map((line) => ({ ...line, tagPriceCents: 8000 as Cents })),
  };
  expect(sell(shop, aSale(shop, stale))).toMatchObject({
    ok: false,
    refusal: { code: 'TAG_PRICE_CHANGED', tagPriceCents: 10_000 },
  });
});

test('a total that is not what the screen showed is refused', () => {
  shop = aShop();
  const input = aSale(
    shop,
    aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]),
  );
  const refused = sell(shop, { ...input, expectedTotalCents: 10_000 as Cents });
  expect(refused).toEqual({
    ok: false,
    refusal: { code: 'SALE_TOTAL_CHANGED', totalCents: 10_825 },
  });
});

test('an amount over the limit is refused', () => {
  shop = aShop();
  const cart = [1, 2].reduce(
    (sum, i) =>
      addTypedItem(sum, {
        lineId: newId('saleLine'),
        description: `Item ${i}`,
        priceCents: 1_000_000_000 as Cents,
        taxed: false,
      }),
    emptyCart(newId('cart')),
  );
  expect(sell(shop, aSale(shop, cart))).toMatchObject({
    ok: false,
    refusal: { code: 'AMOUNT_OVER_LIMIT' },
  });
});

test('an exempt customer pays no tax, and the base is stored at rate zero', () => {
  shop = aShop();
  const customerId = aCustomer(shop, { taxExempt: true });
  const cart = setCustomer(
    aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]),
    customerId,
  );
  expect(sell(shop, aSale(shop, cart))).toMatchObject({
    ok: false,
    refusal: { code: 'EXEMPT_NEEDS_CERTIFICATE', customerName: 'Eve Stone' },
  });
  aCertificate(shop, customerId);
  expect(sell(shop, aSale(shop, cart))).toMatchObject({ ok: true, value: { totalCents: 10_000 } });
  expect(
    shop.writer.sqlite.prepare('select rate_ppm, base_cents, tax_cents from sale_tax').get(),
  ).toEqual({ rate_ppm: 0, base_cents: 10_000, tax_cents: 0 });
});

test('a customer who is not there is refused', () => {
  shop = aShop();
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]);
  expect(sell(shop, aSale(shop, setCustomer(cart, newId('customer'))))).toEqual({
    ok: false,
    refusal: { code: 'CUSTOMER_NOT_FOUND' },
  });
});

test('the cart is empty after the sale, and a late save cannot bring it back', () => {
  shop = aShop();
  const cart = aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 10_000 })]);
  shop.writer.writeLocal((tx) => saveCart(tx, cart, 1, shop.today));
  sell(shop, aSale(shop, cart));
  expect(openCart(shop.writer, newId('cart'), shop.today).cart.lines).toEqual([]);
  expect(shop.writer.writeLocal((tx) => saveCart(tx, cart, 2, shop.today))).toEqual({
    ok: false,
    refusal: { code: 'CART_NOT_ACTIVE' },
  });
});

test('with a printer, cash queues the drawer and the receipt; a card opens no drawer', () => {
  shop = aShop();
  shop.writer.writeLocal((tx) =>
    savePrinter(tx, { host: '127.0.0.1', port: 9100, columns: 48, drawer: true, locale: 'en' }),
  );
  sell(shop, aSale(shop, aCart(shop, [aPiece(shop, { stockNumber: 'A-1', priceCents: 100 })])));
  const card = aCart(shop, [aPiece(shop, { stockNumber: 'A-2', priceCents: 100 })]);
  sell(shop, aSale(shop, card, [['card', cartTotalCents(shop, card)]]));
  const jobs = shop.writer.sqlite
    .prepare('select kind from print_job order by queued_at_ms, id')
    .pluck()
    .all();
  expect(jobs).toEqual(['drawer', 'receipt', 'receipt']);
});
