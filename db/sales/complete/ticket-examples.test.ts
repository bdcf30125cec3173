import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import type { Cents, RatePpm, Thousandths } from '#shared/money.ts';
import { plainLine } from '#shared/sales/cart.ts';
import { giftCardBalance, storeCreditBalance } from '../../gift-cards/balances.ts';
import { listJournal } from '../../journal/list-journal.ts';
import { aSale, aTender, aTicket, cartTotalCents, rung } from '../../testing/a-sale.ts';
import { aShop, type TestShop } from '../../testing/a-shop.ts';
import { item, soldCard } from '../../testing/refused-sales.ts';
import { sellBy } from '../../testing/shop-terms.ts';
import { aLine, aReturn } from '../../testing/ticket-lines.ts';
import { WHOLE_TICKETS } from '../../testing/whole-tickets.ts';
import { findSale, listLines, listPayments } from '../find-sale.ts';

// Tickets whose cents were worked out by hand, at 8.25 %.

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

/** Rings up one of the whole tickets. */
function ringUp(what: string): CompleteSaleInput {
  const prepare = WHOLE_TICKETS[what];
  if (!prepare) throw new Error(`no ticket: ${what}`);
  const input = prepare(shop);
  rung(shop, input, { actor: shop.manager });
  return input;
}

const all = (sql: string, ...values: string[]) =>
  shop.writer.sqlite
    .prepare(sql)
    .raw()
    .all(...values);
const nets = (saleId: string) =>
  listLines(shop.writer, saleId).map((line) => [line.kind, line.netCents, line.taxCents]);
const books = (saleId: string) =>
  listJournal(shop.writer, 'sale', saleId).map(({ account, amountCents }) => [
    account,
    amountCents,
  ]);

test('M1: ten percent off a ticket is spread to the cent, and leaves the gift card alone', () => {
  // 10 % of 137.02 is 13.70: 10.00 of the ring's 100.00 and 3.70 of the straps' 37.02.
  const { saleId } = ringUp('ten percent off the ticket');
  expect(nets(saleId)).toEqual([
    ['item', 9000, 743],
    ['item', 3332, 275],
    ['gift_card', 5000, 0],
  ]);
  expect(findSale(shop.writer, saleId)).toMatchObject({
    subtotalCents: 18_702,
    discountCents: 1370,
    taxCents: 1018,
    totalCents: 18_350,
    priceWay: 'percent_off',
    reasonCode: 'price_match',
  });
});

test('M1, M2: a cent that no price makes of a quoted total is a line of its own', () => {
  // 92.42 and its tax of 7.62 are 100.04; 92.43 and 7.63 are 100.06.
  const { saleId } = ringUp('a line quoted to a cent that no tax makes');
  const [ring, cent] = listLines(shop.writer, saleId);
  expect(nets(saleId)).toEqual([
    ['item', 9242, 762],
    ['price_adjustment', 1, 0],
  ]);
  expect(cent).toMatchObject({ forLineId: ring?.id, taxed: 0, taxClass: 'none', position: 1 });
  expect(books(saleId)).toEqual([
    ['cash_drawer', 10_005],
    ['inventory', -1000],
    ['sales_tax_payable', -762],
    ['product_income', -10_000],
    ['discounts', 758],
    ['cost_of_product', 1000],
    ['cash_rounding', -1],
  ]);
});

test('a ticket out the door comes to what was said, with all its tax', () => {
  const { saleId } = ringUp('a ticket out the door');
  expect(findSale(shop.writer, saleId)?.totalCents).toBe(15_000);
});

test('M1: cash is rounded to five cents, tax and total are not, and a refund goes the other way', () => {
  const { saleId } = ringUp('cash to the nearest five cents');
  expect(findSale(shop.writer, saleId)).toMatchObject({
    totalCents: 10_826,
    roundingCents: -1,
    changeCents: 175,
  });
  sellBy(shop, { cashRounding: 'off' });
  const refund = ringUp('a refund to the nearest five cents');
  expect(findSale(shop.writer, refund.saleId)).toMatchObject({
    totalCents: -14_832,
    roundingCents: 2,
    changeCents: 0,
  });
  expect(listPayments(shop.writer, refund.saleId).map((row) => row.amountCents)).toEqual([-14_830]);
});

test('M10: three straps that come back one by one give back what was paid for them, tax rows too', () => {
  // 3 × 12.34 less 1 cent is 37.01, and 3.05 of tax.
  const straps = WHOLE_TICKETS['counted goods']?.(shop).cart.lines[0];
  if (!straps) throw new Error('no straps');
  const pricing = { way: 'amount_off', cents: 1 as Cents } as const;
  const sold = aSale(shop, aTicket([plainLine({ ...straps, pricing, reasonCode: 'damaged' })]));
  rung(shop, sold, { actor: shop.manager });
  const parts = [1, 2, 3].map(() => {
    const line = aReturn(shop.writer, straps.lineId, { thousandths: 1000 });
    const cart = aTicket([line]);
    const cents = cartTotalCents(shop, cart);
    const input = aSale(shop, cart, [aTender('cash', cents, { refundOfSaleId: sold.saleId })]);
    rung(shop, input);
    return nets(input.saleId)[0];
  });
  expect(parts).toEqual([
    ['return', -1234, -102],
    ['return', -1233, -101],
    ['return', -1234, -102],
  ]);
  expect(
    all(
      'select tax_rule_id, count(*), sum(base_cents), sum(tax_cents), sum(excess_cents) from sale_tax group by 1',
    ),
  ).toMatchObject([[expect.any(String), 4, 0, 0, 0]]);
});

test('a parcel is taxed where it goes, by every rule of that place', () => {
  // $4,000: 7 % of all, 2.25 % of $1,600, 2.75 % of the next $1,600.
  const { saleId, cart } = ringUp('a parcel to Tennessee');
  const ring = cart.lines[0]?.lineId ?? '';
  expect(
    all(
      'select base_cents, rate_ppm, tax_cents from sale_tax where sale_line_id = ? order by id',
      ring,
    ),
  ).toEqual([
    [400_000, 70_000, 28_000],
    [160_000, 22_500, 3600],
    [160_000, 27_500, 4400],
  ]);
  expect(all('select recipient, tax_area_id, insured_cents from shipment')).toEqual([
    ['Eve Stone', cart.shipTo?.taxAreaId, 400_000],
  ]);
  expect(findSale(shop.writer, saleId)?.taxAreaId).toBe(cart.shipTo?.taxAreaId);
});

test('two who share a sale earn its lines to the cent, and give theirs back when it comes back', () => {
  const sold = ringUp('two who share it');
  expect(
    all(
      'select base_cents from commission_share where sale_id = ? order by id',
      sold.saleId,
    ).flat(),
  ).toEqual([3333, 6667, 1234, 2468]);
  const ring = aReturn(shop.writer, sold.cart.lines[0]?.lineId ?? '');
  const back = aSale(shop, aTicket([ring]), [
    aTender('cash', -10_825, { refundOfSaleId: sold.saleId }),
  ]);
  rung(shop, back);
  expect(
    all(
      'select staff_id, base_cents from commission_share where sale_id = ? order by id',
      back.saleId,
    ),
  ).toEqual([
    [shop.counter.staffId, -3333],
    [shop.manager.staffId, -6667],
  ]);
});

test('M2: two of three straps come back less a fee, which is income of its own', () => {
  const { saleId } = ringUp('a part of a sale on its way back, less a fee');
  expect(nets(saleId)).toEqual([
    ['return', -2468, -203],
    ['restocking_fee', 250, 0],
  ]);
  expect(books(saleId)).toEqual([
    ['cash_drawer', -2421],
    ['inventory', 2000],
    ['sales_tax_payable', 203],
    ['product_income', 2468],
    ['fee_income', -250],
    ['cost_of_product', -2000],
  ]);
});

test('a trade-up credits by its programme, without tax, and puts the old piece back', () => {
  sellBy(shop, { tradeUpPpm: 800_000 as RatePpm });
  const { saleId, cart } = ringUp('a stone traded up for a larger one');
  expect(nets(saleId)).toEqual([
    ['item', 30_000, 2475],
    ['trade_up', -8000, 0],
  ]);
  const old = cart.lines[1]?.pieceId ?? '';
  expect(all('select status from piece_state where piece_id = ?', old)).toEqual([['in_stock']]);
  expect(listLines(shop.writer, saleId)[1]).toMatchObject({
    originalLineId: cart.lines[1]?.links.originalLineId,
    costCents: -1000,
  });
});

test('an exchange is one ticket: only the difference is paid, or goes back', () => {
  const dearer = ringUp('an exchange for something dearer');
  expect(findSale(shop.writer, dearer.saleId)?.totalCents).toBe(32_475 - 10_825);
  const cheaper = ringUp('an exchange for something cheaper');
  expect(findSale(shop.writer, cheaper.saleId)?.totalCents).toBe(3248 - 10_825);
  const even = ringUp('an exchange for the same price');
  expect(findSale(shop.writer, even.saleId)).toMatchObject({ totalCents: 0, lineCount: 2 });
  expect(listPayments(shop.writer, even.saleId)).toEqual([]);
});

test("goods without their receipt give back today's tax, as credit in the customer's name", () => {
  const { saleId, cart } = ringUp('goods without their receipt');
  expect(nets(saleId)).toEqual([['return', -10_000, -825]]);
  expect(storeCreditBalance(shop.writer, cart.customerId ?? '')).toBe(10_825);
});

test('M3: a gift card is made by its first entry, filled again, spent, and holds what its entries say', () => {
  const card = soldCard(shop);
  const more = aLine('gift_card', 2500, { links: card.links });
  rung(shop, aSale(shop, aTicket([more])));
  const { giftCardId } = card;
  const spent = aTender('gift_card', 7000, { giftCardId });
  rung(shop, aSale(shop, aTicket([item()]), [spent, aTender('cash', 3825)]));
  expect(giftCardBalance(shop.writer, giftCardId)).toBe(500);
  expect(all('select kind, amount_cents from gift_card_entry order by id')).toEqual([
    ['sold', 5000],
    ['sold', 2500],
    ['redeemed', -7000],
  ]);
  expect(all('select code from gift_card')).toEqual([[card.links.giftCardCode]]);
  expect(all("select sum(amount_cents) from journal_row where account = 'gift_cards'")).toEqual([
    [-500],
  ]);
});

test('a charge on account is due by its terms, and a payment lowers what is owed', () => {
  const { cart } = ringUp('a house account');
  expect(all('select kind, amount_cents, due_on from house_account_entry')).toEqual([
    ['charge', 10_825, '2026-12-23'],
  ]);
  const paying = aTicket([aLine('account_payment', 10_825)], { customerId: cart.customerId });
  const input = aSale(shop, paying);
  rung(shop, input);
  expect(all('select sum(amount_cents) from house_account_entry')).toEqual([[0]]);
  expect(books(input.saleId)).toEqual([
    ['cash_drawer', 10_825],
    ['house_accounts', -10_825],
  ]);
});

test('a lessor buys under its certificate: nothing is taxed, and the base is kept at rate zero', () => {
  const { saleId, cart } = ringUp('a lessor, who pays no tax');
  expect(findSale(shop.writer, saleId)).toMatchObject({
    taxExempt: 1,
    taxCents: 0,
    providerId: cart.providerId,
  });
  expect(all('select base_cents, rate_ppm, tax_cents from sale_tax')).toEqual([[10_000, 0, 0]]);
  expect(
    all("select amount_cents, detail from journal_row where account = 'lease_receivable'"),
  ).toEqual([[10_000, cart.providerId]]);
});

test('a lender keeps its part: the payment says how much', () => {
  const { saleId } = ringUp('a lender');
  expect(listPayments(shop.writer, saleId)).toMatchObject([{ feeCents: 541, plan: '12 months' }]);
});

test('M7: a payment that nobody is sure of stands on an account of its own', () => {
  const { saleId } = ringUp('a card that nobody is sure of');
  expect(books(saleId)[0]).toEqual(['unresolved_payments', 10_825]);
});

test('a piece bought on approval leaves the customer in the books, and comes back there when it is voided', () => {
  const { cart } = ringUp('a piece bought on approval');
  const piece = cart.lines[0]?.pieceId ?? '';
  expect(
    all('select kind from stock_movement where piece_id = ? order by id', piece).flat(),
  ).toEqual(['received', 'approval_out', 'approval_in', 'sold']);
  expect(all('select kind from approval_event')).toEqual([['converted']]);
});

test('the counter keeps a quote that a manager gave, without asking again', () => {
  const prepare = WHOLE_TICKETS['a quote that is kept'];
  if (!prepare) throw new Error('no quote');
  const input = prepare(shop);
  rung(shop, input);
  expect(findSale(shop.writer, input.saleId)).toMatchObject({
    quoteId: input.cart.quoteId,
    totalCents: 8660,
  });
});

test('work with parts is repair income, whatever it is taxed as', () => {
  const { saleId } = ringUp('work with parts');
  expect(books(saleId)).toContainEqual(['repair_income', -2500]);
  expect(listLines(shop.writer, saleId)[0]).toMatchObject({ partsPpm: 200_000, kind: 'service' });
});

test('a fraction of counted goods has a fraction of its cost', () => {
  const straps = WHOLE_TICKETS['counted goods']?.(shop).cart.lines[0];
  if (!straps) throw new Error('no straps');
  const half = { ...straps, quantityThousandths: 1500 as Thousandths };
  const input = aSale(shop, aTicket([half]));
  rung(shop, input);
  expect(listLines(shop.writer, input.saleId)[0]).toMatchObject({
    netCents: 1851,
    costCents: 1500,
  });
});
