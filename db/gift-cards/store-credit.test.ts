import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { ringUp, voidPaid } from '../testing/a-correction.ts';
import { aCustomer } from '../testing/a-customer.ts';
import { closedDrawer, openedOn } from '../testing/a-drawer.ts';
import { aSale, aTender, aTicket, sell } from '../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../testing/a-shop.ts';
import { item, soldCard, stored } from '../testing/refused-sales.ts';
import { brokenLaws, standingOf } from '../testing/standing.ts';
import { aGiftCard } from '../testing/ticket-lines.ts';
import {
  giftCardBalance,
  listGiftCardBalances,
  listStoreCreditBalances,
  storeCreditBalance,
} from './balances.ts';
import { grantCredit } from './grant-credit.ts';

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

function grant(amountCents: number, customerId = eve, commandId = newId('command')) {
  const context = shop.context('credit.grant', { actor: shop.manager, commandId });
  const input = { customerId, amountCents: amountCents as Cents, reason: 'a stone fell out' };
  return shop.writer.write(context, input, (tx) => grantCredit(tx, context, input));
}

const bought = (cents: number, tender: ReturnType<typeof aTender>) =>
  aSale(shop, aTicket([item({ taxed: false }, cents)], { customerId: eve }), [tender]);

test('M2: credit given as goodwill is an expense of the store, once, and only for somebody who is there', () => {
  const commandId = newId('command');
  expect(grant(5000, eve, commandId)).toEqual({ ok: true, value: { balanceCents: 5000 } });
  expect(grant(5000, eve, commandId)).toEqual({ ok: true, value: { balanceCents: 5000 } });
  expect(standingOf(shop).accounts['store_credit ']).toBe(-5000);
  const before = stored(shop);
  expect(grant(5000, newId('customer'))).toEqual({
    ok: false,
    refusal: { code: 'CUSTOMER_NOT_FOUND' },
  });
  expect(stored(shop)).toEqual(before);
});

test('M3: credit is spent to the cent and no further, and a voided sale gives it back', () => {
  grant(5000);
  expect(sell(shop, bought(5001, aTender('store_credit', 5001)))).toEqual({
    ok: false,
    refusal: { code: 'STORE_CREDIT_SHORT', balanceCents: 5000 },
  });
  const input = bought(5000, aTender('store_credit', 5000));
  expect(sell(shop, input).ok).toBe(true);
  expect(storeCreditBalance(shop.writer, eve)).toBe(0);
  expect(voidPaid(shop, input.saleId).ok).toBe(true);
  expect(storeCreditBalance(shop.writer, eve)).toBe(5000);
});

test('M3: a card is spent to the cent and no further, filled again, and holds what its entries say', () => {
  const { giftCardId, links } = soldCard(shop);
  expect(sell(shop, bought(5001, aTender('gift_card', 5001, { giftCardId })))).toEqual({
    ok: false,
    refusal: { code: 'GIFT_CARD_SHORT', balanceCents: 5000 },
  });
  expect(sell(shop, bought(5000, aTender('gift_card', 5000, { giftCardId }))).ok).toBe(true);
  expect(giftCardBalance(shop.writer, giftCardId)).toBe(0);
  ringUp(shop, aTicket([{ ...aGiftCard(2500), links }]));
  expect(giftCardBalance(shop.writer, giftCardId)).toBe(2500);
});

test('the lists of cards and credits are those of any past day, and nobody with nothing is on them', () => {
  const { giftCardId } = soldCard(shop);
  grant(5000);
  closedDrawer(shop);
  openedOn(shop, 1);
  const spent = [aTender('gift_card', 5000, { giftCardId }), aTender('store_credit', 2000)];
  ringUp(shop, aTicket([item({ taxed: false }, 7000)], { customerId: eve }), spent);
  const on = (asOf: string) => [
    listGiftCardBalances(shop.writer, asOf).map(({ balanceCents }) => balanceCents),
    listStoreCreditBalances(shop.writer, asOf).map(({ balanceCents }) => balanceCents),
  ];
  expect(on('2026-11-22')).toEqual([[], []]);
  expect(on('2026-11-23')).toEqual([[5000], [5000]]);
  expect(on('2026-11-24')).toEqual([[], [3000]]);
});
