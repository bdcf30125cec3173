import { afterEach, beforeEach, expect, test } from 'vitest';
import { cents } from '#shared/money.ts';
import { addLine, emptyCart } from '#shared/sales/cart.ts';
import { completeSaleInput } from '#shared/sales/contract.ts';
import { findX } from '../day-close/find-day-close.ts';
import { listParkedCarts, recallCart } from '../sales/cart/carts.ts';
import { findVoid, listLines } from '../sales/find-sale.ts';
import { receiptFacts } from '../sales/receipt/receipt.ts';
import { findTicketTerms } from '../sales/ticket-terms.ts';
import { voidSale } from '../sales/void/void-sale.ts';
import { getSelling } from '../settings/find-settings.ts';
import { rederivePieceStates } from '../stock/rederive-piece-states.ts';
import { migrations } from '../store/migrations.ts';
import { findBrokenChain } from '../store/verify-chain.ts';
import { listAreaTerms } from '../taxes/find-tax-terms.ts';
import { aFirstSchemaShop, type FirstSchemaShop } from '../testing/a-first-schema-shop.ts';
import { aSale, aTender, sell } from '../testing/a-sale.ts';
import { newId, type TestShop } from '../testing/a-shop.ts';
import {
  closeDay,
  fillPeople,
  type FirstSchemaRule,
  putDay,
  putPiece,
  putRule,
  putSale,
} from '../testing/fill-first-schema.ts';
import { returnsOfSale } from '../testing/ticket-lines.ts';

// A shop of the first program, on a real file, opened by the program of today.

const rule = (id: string, ratePpm: number, fromDate: string, createdAtMs: number) => ({
  id,
  name: `Sales tax ${id}`,
  ratePpm,
  fromDate,
  createdAtMs,
});
const FIRST = rule('first', 82_500, '1970-01-01', 1);
const REPLACED = rule('replaced', 99_000, '2026-03-01', 2);
const SPRING = rule('spring', 92_500, '2026-03-01', 3);
const MISTAKE = { ...rule('mistake', 10_000, '2036-11-23', 4), archivedAtMs: 5 };
const SUMMER = rule('summer', 97_500, '2026-07-01', 6);
const RULES: readonly FirstSchemaRule[] = [FIRST, REPLACED, SPRING, MISTAKE, SUMMER];

/** What was in force by the first program: the latest that had begun, of those the one made last. */
function ruleThen(date: string): FirstSchemaRule | undefined {
  return RULES.filter((each) => !('archivedAtMs' in each) && each.fromDate <= date)
    .toSorted((a, b) => a.fromDate.localeCompare(b.fromDate) || a.createdAtMs - b.createdAtMs)
    .at(-1);
}

const SUMS = {
  sale: 'total_cents, subtotal_cents, discount_cents, tax_cents, change_cents',
  sale_line: 'net_cents, discount_cents, tax_cents, tag_price_cents, quantity_thousandths',
  sale_tax: 'base_cents, tax_cents, rate_ppm',
  payment: 'amount_cents',
  sale_void: 'at_ms',
  stock_movement: 'quantity_thousandths',
  drawer_movement: 'amount_cents',
  drawer_session: 'float_cents',
  day_close: 'expected_cents, counted_cents, over_short_cents, left_cents',
  piece_state: 'quantity_thousandths',
  piece: 'tag_price_cents, cost_cents',
  tax_rule: 'rate_ppm',
} as const;

function sumsOf(db: FirstSchemaShop['db']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(SUMS).map(([table, columns]) => {
      const sums = columns.split(', ').map((column) => `sum(${column})`);
      return [
        table,
        db
          .prepare(`select count(*), ${sums.join(', ')} from ${table}`)
          .raw()
          .get(),
      ];
    }),
  );
}

let shop: TestShop;
let before: Readonly<Record<string, unknown>>;
let saleIds: readonly string[];
let unsold: string;

beforeEach(() => {
  const old = aFirstSchemaShop();
  fillPeople(old);
  for (const each of RULES) putRule(old, each);
  const [winter, spring, today] = [
    putDay(old, '2026-01-05'),
    putDay(old, '2026-04-06'),
    putDay(old, '2026-11-23'),
  ];
  const piece = (index: number) => putPiece(old, `A-${index}`, 10_000 * index);
  unsold = piece(9);
  const at = (number: string, index: number, netCents: number, taxed: FirstSchemaRule) => ({
    number,
    pieceId: piece(index),
    tagCents: 10_000 * index,
    netCents,
    rule: taxed,
  });
  saleIds = [
    putSale(old, winter, at('S1-1', 1, 10_000, FIRST)),
    putSale(old, winter, { ...at('S1-2', 2, 17_777, FIRST), voided: true }),
    putSale(old, spring, at('S1-3', 3, 25_555, SPRING)),
    putSale(old, today, at('S1-4', 4, 39_999, SUMMER)),
  ];
  closeDay(old, winter, 'Z1-1');
  closeDay(old, spring, 'Z1-2');
  old.put('number_series', { kind: 'sale', series: 1, last: 4 });
  old.put('print_job', {
    id: newId('printJob'),
    kind: 'receipt',
    subject_id: saleIds[3] ?? '',
    copy: 0,
    title: 'S1-4',
    state: 'failed',
    attempt: 3,
    problem: 'PRINTER_UNREACHABLE',
    next_try_at_ms: 1,
    queued_at_ms: 1,
  });
  const line = {
    lineId: newId('saleLine'),
    pieceId: unsold,
    stockNumber: 'A-9',
    description: 'Ring A-9',
    oneOfOne: true,
    quantityThousandths: 1000,
    tagPriceCents: 90_000,
    unitCents: 90_000,
    priceReason: null,
    overrideId: null,
    taxed: true,
  };
  const cheaper = {
    ...line,
    lineId: newId('saleLine'),
    pieceId: null,
    oneOfOne: false,
    quantityThousandths: 2000,
    tagPriceCents: 5000,
    unitCents: 4500,
    priceReason: 'old customer',
  };
  const body = { cartId: newId('cart'), customerId: null, sellingAs: null, lines: [line, cheaper] };
  old.put('cart', {
    cart_id: body.cartId,
    state: 'parked',
    body: JSON.stringify(body),
    changed_at_ms: 1,
  });
  before = sumsOf(old.db);
  shop = old.openToday();
});
afterEach(() => shop.close());

test('every row and every sum of the first program is there', () => {
  expect(sumsOf(shop.writer.sqlite)).toEqual(before);
  const done = shop.writer.sqlite.prepare('select count(*) from schema_migration').pluck().get();
  expect(done).toBe(migrations.length);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
  expect(findBrokenChain(shop.writer.sqlite)).toBeUndefined();
  expect(shop.writer.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
});

test.each([
  '1970-01-01',
  '2026-01-05',
  '2026-02-28',
  '2026-03-01',
  '2026-04-06',
  '2026-06-30',
  '2026-07-01',
  '2026-11-23',
  '2036-11-23',
  '2099-12-31',
])('on %s the tax in force is the one that was', (date) => {
  const [home, ...others] = listAreaTerms(shop.writer, date);
  expect(others).toEqual([]);
  const then = ruleThen(date);
  expect(
    home?.rules.map(({ taxRuleId, ratePpm, name }) => ({ id: taxRuleId, ratePpm, name })),
  ).toEqual([{ id: then?.id, ratePpm: then?.ratePpm, name: then?.name }]);
});

test('a rule that was taken back stays taken back, and the rules that stand neither gap nor overlap', () => {
  const rules = shop.writer.sqlite
    .prepare(
      'select id, from_date, to_date, archived_at_ms from tax_rule order by from_date, created_at_ms',
    )
    .raw()
    .all();
  expect(rules).toEqual([
    ['first', '1970-01-01', '2026-02-28', null],
    ['replaced', '2026-03-01', null, 3],
    ['spring', '2026-03-01', '2026-06-30', null],
    ['summer', '2026-07-01', null, null],
    ['mistake', '2036-11-23', null, 5],
  ]);
});

test('a changed price says how it came about, and one at its tag does not', () => {
  const lines = saleIds.map((saleId) => listLines(shop.writer, saleId)[0]);
  expect(
    lines.map((line) => [line?.kind, line?.taxClass, line?.priceWay, line?.reasonCode]),
  ).toEqual([
    ['item', 'goods', 'tag', null],
    ['item', 'goods', 'before_tax', 'other'],
    ['item', 'goods', 'before_tax', 'other'],
    ['item', 'goods', 'before_tax', 'other'],
  ]);
});

test('no fact of the first program can be changed or taken away', () => {
  const facts = [
    'sale',
    'sale_line',
    'sale_tax',
    'payment',
    'sale_void',
    'stock_movement',
    'drawer_movement',
    'drawer_session',
    'day_close',
  ];
  const { sqlite } = shop.writer;
  for (const table of facts) {
    const columns = sqlite
      .prepare<[string], string>('select name from pragma_table_info(?)')
      .pluck()
      .all(table);
    for (const column of columns) {
      const kept = column === 'price_reason' || column === 'reason' ? `'other words'` : `${column}`;
      expect(
        () => sqlite.exec(`update ${table} set ${column} = ${kept}`),
        `${table}.${column}`,
      ).toThrow('FACT_STANDS');
    }
    expect(() => sqlite.exec(`delete from ${table}`), table).toThrow('FACT_STANDS');
  }
});

test('an old sale prints as it was, is void where it was, and the day that is open goes on', () => {
  const [first = '', second = '', , today = ''] = saleIds;
  const receipt = receiptFacts(shop.writer, today, { copy: true, demo: false });
  expect(receipt).toMatchObject({
    number: 'S1-4',
    subtotalCents: 40_000,
    discountCents: 1,
    totalCents: 39_999 + 3900,
    changeCents: 500,
    taxes: [{ name: 'Sales tax summer', ratePpm: 97_500, baseCents: 39_999, taxCents: 3900 }],
  });
  expect(findVoid(shop.writer, first)).toBeUndefined();
  expect(findVoid(shop.writer, second)).toMatchObject({ reason: 'wrong ring' });
  const { registerId } = shop.register;
  const x = findX(shop.writer, {
    registerId,
    staffId: shop.manager.staffId,
    nowMs: Date.parse('2026-11-23T17:00:00Z'),
    demo: false,
  });
  expect(x).toMatchObject({ salesCount: 1, totalCents: 43_899 });
});

test('a cart that the first program parked comes to what it came to, and can be paid', () => {
  const terms = findTicketTerms(shop.writer, shop.today);
  const [parked] = listParkedCarts(shop.writer, terms, shop.today);
  expect(parked?.totalCents).toBe(90_000 + 8775 + 9000 + 878);
  if (!parked) throw new Error('no parked cart');
  const recalled = shop.writer.writeLocal((tx) => recallCart(tx, parked.cartId, 2, shop.today));
  if (!recalled.ok) throw new Error(recalled.refusal.code);
  const { cart } = recalled.value;
  expect(cart.lines[1]).toMatchObject({
    pricing: { way: 'before_tax', cents: 9000 },
    reasonCode: 'other',
    priceReason: 'old customer',
  });
  const input = aSale(shop, cart);
  expect(completeSaleInput.parse(input)).toEqual(input);
  expect(sell(shop, input, { actor: shop.manager })).toMatchObject({ ok: true });
});

test('M10: an old sale comes back whole, by the tax it was sold with', () => {
  const spring = saleIds[2] ?? '';
  const cart = returnsOfSale(shop.writer, spring).reduce(addLine, emptyCart(newId('cart')));
  const totalCents = 25_555 + 2364;
  const half = Math.floor(totalCents / 2);
  const refund = { refundOfSaleId: spring as ReturnType<typeof newId<'sale'>> };
  const input = aSale(shop, cart, [
    aTender('card', 0 - half, { ...refund, brand: 'Visa' }),
    aTender('cash', half - totalCents, refund),
  ]);
  expect(sell(shop, input)).toMatchObject({
    ok: true,
    value: { number: 'S1-5', totalCents: 0 - totalCents },
  });
  expect(
    shop.writer.sqlite
      .prepare('select tax_rule_id, base_cents, tax_cents from sale_tax where sale_id = ?')
      .get(input.saleId),
  ).toEqual({ tax_rule_id: 'spring', base_cents: -25_555, tax_cents: -2364 });
});

test('an old sale of the open day can still be taken back', () => {
  const saleId = (saleIds[3] ?? '') as ReturnType<typeof newId<'sale'>>;
  const context = shop.context('sales.void', { actor: shop.manager });
  const input = { saleId, reason: 'wrong ring', overrideId: null };
  expect(shop.writer.write(context, input, (tx) => voidSale(tx, context, input)).ok).toBe(true);
  const paid = shop.writer.sqlite
    .prepare('select sum(amount_cents) from payment where sale_id = ?')
    .pluck()
    .get(saleId);
  expect(paid).toBe(cents(500));
});

test('how the store sells is what changes nothing for it', () => {
  expect(getSelling(shop.writer)).toMatchObject({
    floatCents: 20_000,
    defaultTender: 'cash',
    homeTaxAreaId: null,
    taxRounding: 'line',
    cashRounding: 'off',
    customerFromCents: null,
  });
});
