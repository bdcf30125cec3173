import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import type { Thousandths } from '#shared/money.ts';
import { ok } from '#shared/result.ts';
import { terminalBatchTable } from '../../drawer/tables.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { closedDrawer, openedOn } from '../../testing/a-drawer.ts';
import { aSale, aTender, aTicket, pieceLine, rung } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import {
  firstReturn,
  item,
  ringLine,
  soldCard,
  soldRing,
  TOTAL,
} from '../../testing/refused-sales.ts';
import { brokenLaws, standingOf } from '../../testing/standing.ts';
import { aReturn } from '../../testing/ticket-lines.ts';
import { passInspection } from '../returns/settle-inspection.ts';
import { voidSale } from './void-sale.ts';

// A ticket is voided whole or not at all: never below what is left of its cards, credits and goods.

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

function undo(saleId: SaleId) {
  const context = shop.context('sales.void', { actor: shop.manager });
  const input = { saleId, reason: 'wrong ticket', overrideId: null };
  return shop.writer.write(context, input, (tx) => voidSale(tx, context, input));
}

function sold(input: CompleteSaleInput): SaleId {
  rung(shop, input, { actor: shop.manager });
  return input.saleId;
}

const backFor = (saleId: SaleId, cents = TOTAL) => [
  aTender('cash', 0 - cents, { refundOfSaleId: saleId }),
];

/** Refused with its code, and nothing has changed. */
function expectKept(saleId: SaleId, refusal: object): void {
  const before = standingOf(shop);
  expect(undo(saleId)).toEqual({ ok: false, refusal });
  expect(standingOf(shop)).toEqual(before);
  expect(brokenLaws(shop)).toEqual([]);
}

test('a sale of which something came back is not voided; once that is voided, it is', () => {
  const { saleId } = soldRing(shop);
  const back = sold(aSale(shop, aTicket([firstReturn(shop, saleId)]), backFor(saleId)));
  expectKept(saleId, { code: 'VOID_AFTER_RETURN' });
  expect(undo(back).ok).toBe(true);
  expect(undo(saleId).ok).toBe(true);
});

test('M3: a sale whose gift card was spent since is not voided', () => {
  const card = soldCard(shop);
  const saleId = saleOfLine(card.lineId);
  const spent = aTender('gift_card', 1, { giftCardId: card.giftCardId });
  const spending = sold(aSale(shop, aTicket([item()]), [spent, aTender('cash', TOTAL - 1)]));
  expectKept(saleId, { code: 'VOID_GIFT_CARD_USED' });
  expect(undo(spending).ok).toBe(true);
  expect(undo(saleId).ok).toBe(true);
});

test('M3: a refund onto a gift card that was spent since is not voided', () => {
  const { giftCardId } = soldCard(shop);
  const onCard = [aTender('gift_card', 2500, { giftCardId })];
  const cheap = sold(aSale(shop, aTicket([item({ taxed: false }, 2500)]), onCard));
  const refundTender = aTender('gift_card', -2500, { giftCardId, refundOfSaleId: cheap });
  const refund = sold(aSale(shop, aTicket([firstReturn(shop, cheap)]), [refundTender]));
  sold(
    aSale(shop, aTicket([item({ taxed: false }, 5000)]), [
      aTender('gift_card', 5000, { giftCardId }),
    ]),
  );
  expectKept(refund, { code: 'VOID_GIFT_CARD_USED' });
});

test('a refund as store credit that was spent since is not voided', () => {
  const customerId = aCustomer(shop);
  const bought = sold(aSale(shop, aTicket([ringLine(shop)], { customerId })));
  const refund = sold(
    aSale(shop, aTicket([firstReturn(shop, bought)], { customerId }), [
      aTender('store_credit', 0 - TOTAL),
    ]),
  );
  sold(
    aSale(shop, aTicket([item({ taxed: false }, 1000)], { customerId }), [
      aTender('store_credit', 1000),
    ]),
  );
  expectKept(refund, { code: 'VOID_CREDIT_USED' });
});

test('a return whose piece was sold again is not voided: it cannot go back to who brought it', () => {
  const ring = ringLine(shop);
  const first = sold(aSale(shop, aTicket([ring])));
  const back = sold(aSale(shop, aTicket([firstReturn(shop, first)]), backFor(first)));
  const again = { ...ring, lineId: newId('saleLine') };
  const second = sold(aSale(shop, aTicket([again])));
  expectKept(back, { code: 'VOID_GOODS_GONE', stockNumber: ring.stockNumber });
  expect(undo(second).ok).toBe(true);
  expect(undo(back).ok).toBe(true);
});

test('a return of counted goods is not voided when fewer of them are left', () => {
  const straps = { ...ringLine(shop, 1000, 3000), quantityThousandths: 3000 as Thousandths };
  const first = sold(aSale(shop, aTicket([straps])));
  const some = aReturn(shop.writer, straps.lineId, { thousandths: 2000 });
  const back = sold(aSale(shop, aTicket([some]), backFor(first, 2165)));
  const one = { ...straps, lineId: newId('saleLine'), quantityThousandths: 1000 as Thousandths };
  sold(aSale(shop, aTicket([one])));
  expectKept(back, { code: 'VOID_GOODS_GONE', stockNumber: straps.stockNumber });
});

test('a piece that was looked at and put into the case meanwhile leaves it when its return is voided', () => {
  const { saleId, cart } = soldRing(shop);
  const line = cart.lines[0];
  if (!line || line.pieceId === null) throw new Error('no ring');
  const { pieceId } = line;
  const before = standingOf(shop);
  const looked = aReturn(shop.writer, line.lineId, { disposition: 'inspection' });
  const back = sold(aSale(shop, aTicket([looked]), backFor(saleId)));
  expect(pieceLine(shop, pieceId).pieceId).toBe(pieceId);
  const context = shop.context('returns.pass');
  const passed = {
    commandId: newId('command'),
    pieceId,
    saleId: back,
    quantityThousandths: 1000 as Thousandths,
  };
  expect(shop.writer.write(context, passed, (tx) => passInspection(tx, context, passed)).ok).toBe(
    true,
  );
  expect(undo(back).ok).toBe(true);
  expect(standingOf(shop)).toEqual(before);
});

test('a card that went with the batch of its terminal is refunded, not voided', () => {
  const saleId = sold(aSale(shop, aTicket([ringLine(shop)]), [['card', TOTAL]]));
  const context = shop.context('test.batch');
  const drawer = shop.writer.sqlite.prepare('select id from drawer_session').pluck().get();
  shop.writer.write(context, null, (tx) => {
    tx.insertFact(terminalBatchTable, {
      id: newId('terminalBatch'),
      drawerSessionId: String(drawer),
      terminal: 'Front',
      brand: 'Visa',
      amountCents: TOTAL,
      count: 1,
      reason: '',
      staffId: shop.manager.staffId,
      businessDate: shop.today,
      atMs: context.nowMs,
    });
    return ok(null);
  });
  expectKept(saleId, { code: 'VOID_AFTER_BATCH', terminal: 'Front' });
});

test('a sale of a drawer that was closed is not voided, and none is without a drawer', () => {
  const { saleId } = soldRing(shop);
  closedDrawer(shop);
  expectKept(saleId, { code: 'DRAWER_NOT_OPEN' });
  openedOn(shop, 1);
  expectKept(saleId, { code: 'VOID_DAY_CLOSED', businessDate: '2026-11-23' });
});

function saleOfLine(lineId: string): SaleId {
  const sale = shop.writer.sqlite.prepare('select sale_id from sale_line where id = ?').pluck();
  return sale.get(lineId) as SaleId;
}
