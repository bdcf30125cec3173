import { afterEach, expect, test } from 'vitest';
import { listJournal } from '../../journal/list-journal.ts';
import { sell } from '../../testing/a-sale.ts';
import { aShop, type TestShop } from '../../testing/a-shop.ts';
import { brokenLaws, standingOf } from '../../testing/standing.ts';
import { WHOLE_TICKETS } from '../../testing/whole-tickets.ts';
import { readUnknownPayments } from '../payments/list-open-payments.ts';
import { resolvePayment } from '../payments/resolve-payment.ts';
import { voidSale } from '../void/void-sale.ts';

let shop: TestShop;
afterEach(() => shop.close());

const tickets = Object.entries(WHOLE_TICKETS).map(([what, prepare]) => ({ what, prepare }));

test.each(tickets)('M1, M2, M3, M9, M10: $what, rung up: every sum of it holds', ({ prepare }) => {
  shop = aShop();
  const input = prepare(shop);
  const before = shop.writer.head.n;
  const sold = sell(shop, input, { actor: shop.manager });
  expect(sold).toMatchObject({
    ok: true,
    value: { saleId: input.saleId, totalCents: input.expectedTotalCents },
  });
  expect(shop.writer.head.n).toBe(before + 1);
  expect(brokenLaws(shop)).toEqual([]);
});

test.each(tickets)(
  'M2, M3, M5, M9: $what, voided: every balance, piece and account is as it was',
  ({ prepare }) => {
    shop = aShop();
    const input = prepare(shop);
    const before = standingOf(shop);
    expect(sell(shop, input, { actor: shop.manager }).ok).toBe(true);
    lookedInto(shop);
    const context = shop.context('sales.void', { actor: shop.manager });
    const taken = { saleId: input.saleId, reason: 'wrong ticket', overrideId: null };
    const undone = shop.writer.write(context, taken, (tx) => voidSale(tx, context, taken));
    expect(undone).toEqual({ ok: true, value: { saleId: input.saleId } });
    expect(standingOf(shop)).toEqual(before);
    expect(brokenLaws(shop)).toEqual([]);
  },
);

/** Somebody asks after every payment nobody is sure of: before that, no sale is voided. */
function lookedInto({ writer, context: contextOf, manager }: TestShop): void {
  for (const { paymentId } of readUnknownPayments(writer)) {
    const context = contextOf('payments.resolve', { actor: manager });
    const found = { paymentId, outcome: 'not_charged' as const, note: 'asked' };
    writer.write(context, found, (tx) => resolvePayment(tx, context, found));
  }
}

test('the laws have teeth: a cent that is moved anywhere breaks one of them', () => {
  shop = aShop();
  const ring = WHOLE_TICKETS['a piece for cash, with change'];
  if (!ring) throw new Error('no such ticket');
  const input = ring(shop);
  sell(shop, input);
  expect(listJournal(shop.writer, 'sale', input.saleId).length).toBeGreaterThan(3);
  const { sqlite } = shop.writer;
  const triggers = sqlite
    .prepare<[], string>("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all();
  for (const trigger of triggers) sqlite.exec(`drop trigger ${trigger}`);
  for (const [table, column] of [
    ['sale', 'change_cents'],
    ['sale', 'rounding_cents'],
    ['sale_line', 'net_cents'],
    ['sale_line', 'tax_cents'],
    ['sale_line', 'quantity_thousandths'],
    ['sale_tax', 'tax_cents'],
    ['payment', 'amount_cents'],
    ['journal_row', 'amount_cents'],
    ['commission_share', 'base_cents'],
    ['stock_movement', 'quantity_thousandths'],
  ]) {
    sqlite.exec(`update ${table} set ${column} = ${column} + 1`);
    expect(brokenLaws(shop), `${table}.${column}`).not.toEqual([]);
    sqlite.exec(`update ${table} set ${column} = ${column} - 1`);
  }
  expect(brokenLaws(shop)).toEqual([]);
});
