import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import { storeCreditBalance } from '../../gift-cards/balances.ts';
import { aPaidSale, correctTenders, ringUp } from '../../testing/a-correction.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { aSale, aTender, aTicket, rung } from '../../testing/a-sale.ts';
import { aShop, type TestShop } from '../../testing/a-shop.ts';
import { item, soldCard, stored, TOTAL } from '../../testing/refused-sales.ts';
import { brokenLaws } from '../../testing/standing.ts';
import { returnsOfSale } from '../../testing/ticket-lines.ts';
import { readCorrectable } from './read-correctable.ts';

// How money was given back may have been written down wrongly too, but what was given is not given twice.

let shop: TestShop;
let eve: CustomerId;
beforeEach(() => {
  shop = aShop();
  eve = aCustomer(shop);
});
afterEach(() => {
  expect(brokenLaws(shop)).toEqual([]);
  shop.close();
});

const cashBack = (saleId: SaleId, cents = TOTAL) =>
  aTender('cash', 0 - cents, { refundOfSaleId: saleId });

/** A sale, and the ticket by which all of it went back. */
function given(paid: SaleTender, back: (saleId: SaleId) => SaleTender) {
  const { saleId } = aPaidSale(shop, [paid], eve);
  const cart = aTicket(returnsOfSale(shop.writer, saleId), { customerId: eve });
  return { sale: saleId, refund: ringUp(shop, cart, [back(saleId)]).saleId };
}

function expectRefused(refund: SaleId, tender: SaleTender, refusal: object): void {
  const before = stored(shop);
  expect(correctTenders(shop, refund, [tender])).toEqual({ ok: false, refusal });
  expect(stored(shop)).toEqual(before);
}

test('M3: store credit that was given for a return and spent since stays: the money is not given twice', () => {
  const { sale, refund } = given(aTender('cash', TOTAL), () => aTender('store_credit', 0 - TOTAL));
  const spend = aTicket([item({ taxed: false }, 1000)], { customerId: eve });
  rung(shop, aSale(shop, spend, [aTender('store_credit', 1000)]));
  const spent = { code: 'REFUND_SPENT_SINCE', tender: 'store_credit' };
  expectRefused(refund, cashBack(sale), spent);
  expect(readCorrectable(shop.writer, refund)?.payments).toMatchObject([{ stays: spent }]);
  expect(storeCreditBalance(shop.writer, eve)).toBe(TOTAL - 1000);
});

test('M3: store credit that nobody has spent becomes what was truly given', () => {
  const { sale, refund } = given(aTender('cash', TOTAL), () => aTender('store_credit', 0 - TOTAL));
  expect(correctTenders(shop, refund, [cashBack(sale)]).ok).toBe(true);
  expect(storeCreditBalance(shop.writer, eve)).toBe(0);
});

test('M3: what went back onto a gift card and was spent since stays', () => {
  const { giftCardId } = soldCard(shop);
  const onCard = [aTender('gift_card', 2500, { giftCardId })];
  const { saleId } = ringUp(shop, aTicket([item({ taxed: false }, 2500)]), onCard);
  const refund = ringUp(shop, aTicket(returnsOfSale(shop.writer, saleId)), [
    aTender('gift_card', -2500, { giftCardId, refundOfSaleId: saleId }),
  ]).saleId;
  ringUp(shop, aTicket([item({ taxed: false }, 5000)]), [
    aTender('gift_card', 5000, { giftCardId }),
  ]);
  expectRefused(refund, cashBack(saleId, 2500), {
    code: 'REFUND_SPENT_SINCE',
    tender: 'gift_card',
  });
});

test('a corrected refund names a sale that came back on its ticket, and a payment names none', () => {
  const { sale, refund } = given(aTender('cash', TOTAL), cashBack);
  const other = aPaidSale(shop, [aTender('card', TOTAL)], eve).saleId;
  const toOther = aTender('card', 0 - TOTAL, { refundOfSaleId: other });
  expectRefused(refund, toOther, { code: 'REFUND_OVER_PAID', tender: 'card', leftCents: 0 });
  const named = aTender('check', TOTAL, {
    checkKind: 'personal',
    reference: '101',
    refundOfSaleId: sale,
  });
  expectRefused(other, named, { code: 'REFUND_OVER_PAID', tender: 'check', leftCents: 0 });
  const toCard = aTender('card', 0 - TOTAL, { refundOfSaleId: sale });
  expect(correctTenders(shop, refund, [toCard]).ok).toBe(true);
});
