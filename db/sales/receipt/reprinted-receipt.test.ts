import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RatePpm } from '#shared/money.ts';
import { setCustomer } from '#shared/sales/cart.ts';
import { aCustomer, aHouseAccount } from '../../testing/a-customer.ts';
import { aPiece, aSale, aTender, aTicket, pieceLine, rung } from '../../testing/a-sale.ts';
import { aShop, TEST_NOW_MS, type TestShop } from '../../testing/a-shop.ts';
import { firstReturn, soldCard } from '../../testing/refused-sales.ts';
import { sellBy } from '../../testing/shop-terms.ts';
import { aLine, aReturn } from '../../testing/ticket-lines.ts';
import { receiptFacts } from './receipt.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const HOUR_MS = 3_600_000;
const later = { nowMs: TEST_NOW_MS + HOUR_MS };

const printed = (saleId: string) => receiptFacts(shop.writer, saleId, { copy: true, demo: false });

test('a copy says what was left on the gift card then, not what is left today', () => {
  const card = soldCard(shop);
  const spend = (cents: number, over = {}) => {
    const paid = aTender('gift_card', cents, { giftCardId: card.giftCardId });
    const input = aSale(shop, aTicket([aLine('care_plan', cents, { taxed: false })]), [paid]);
    rung(shop, input, over);
    return input.saleId;
  };
  const first = spend(2000);
  const second = spend(2500, later);
  expect(printed(first)?.payments).toMatchObject([{ balanceCents: 3000 }]);
  expect(printed(second)?.payments).toMatchObject([{ balanceCents: 500 }]);
});

test('a copy says what was owed on the house account then, and after a payment on it', () => {
  const eve = aCustomer(shop);
  aHouseAccount(shop, eve, { limitCents: 100_000 });
  const charge = (cents: number, over = {}) => {
    const plan = aLine('care_plan', cents, { taxed: false });
    const input = aSale(shop, setCustomer(aTicket([plan]), eve), [['house_account', cents]]);
    rung(shop, input, over);
    return input.saleId;
  };
  const first = charge(30_000);
  const paying = aSale(shop, setCustomer(aTicket([aLine('account_payment', 10_000)]), eve));
  rung(shop, paying, later);
  charge(5000, { nowMs: TEST_NOW_MS + 2 * HOUR_MS });
  expect(printed(first)?.payments).toMatchObject([{ balanceCents: 30_000 }]);
  expect(printed(paying.saleId)?.lines).toMatchObject([{ accountBalanceCents: 20_000 }]);
});

test('a copy says the share that was credited for a trade-up, whatever the programme gives today', () => {
  sellBy(shop, { tradeUpPpm: 800_000 as RatePpm });
  const stone = aPiece(shop, { stockNumber: 'D-1', priceCents: 100_001 });
  const sold = aSale(shop, aTicket([pieceLine(shop, stone)]));
  rung(shop, sold);
  const line = firstReturn(shop, sold.saleId);
  const credit = aReturn(shop.writer, line.links.originalLineId ?? '', { kind: 'trade_up' });
  const bigger = aPiece(shop, { stockNumber: 'D-2', priceCents: 300_000 });
  const swap = aSale(shop, aTicket([pieceLine(shop, bigger), credit]));
  rung(shop, swap);
  sellBy(shop, { tradeUpPpm: 1_000_000 as RatePpm });
  expect(printed(swap.saleId)?.lines[1]).toMatchObject({ kind: 'trade_up', tradeUpPpm: 800_000 });
});
