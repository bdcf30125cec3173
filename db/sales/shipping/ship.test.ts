import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { voidPaid } from '../../testing/a-correction.ts';
import { aSale, aTender, aTicket, cartTotalCents, rung } from '../../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../../testing/a-shop.ts';
import { ringLine, stored } from '../../testing/refused-sales.ts';
import { brokenLaws, standingOf } from '../../testing/standing.ts';
import { aLine, returnsOfSale } from '../../testing/ticket-lines.ts';
import { findShipment, handOver, listWaitingShipments } from './ship.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => {
  expect(brokenLaws(shop)).toEqual([]);
  shop.close();
});

type ShipTo = NonNullable<CompleteSaleInput['cart']['shipTo']>;

function anAddress(): ShipTo {
  const home = shop.writer.sqlite.prepare('select id from tax_area limit 1').pluck().get();
  return {
    recipient: 'Eve Stone',
    address: '1 Oak Ave\nFranklin, TN 37064',
    phone: '',
    carrier: 'UPS',
    tracking: '',
    insuredCents: 10_000 as Cents,
    taxAreaId: home as ShipTo['taxAreaId'],
  };
}

/** A ring of $100.00 and $15.00 for its way, paid and still here. */
function aParcel(): { readonly saleId: SaleId; readonly shipmentId: string } {
  const lines = [ringLine(shop), aLine('shipping', 1500, { taxed: false })];
  const input = aSale(shop, aTicket(lines, { shipTo: anAddress() }));
  rung(shop, input);
  return {
    saleId: input.saleId,
    shipmentId: findShipment(shop.writer, input.saleId)?.id ?? '',
  };
}

function give(shipmentId: string, over: { readonly commandId?: string } = {}) {
  const context = shop.context('shipping.handOver', { nowMs: TEST_NOW_MS + 60_000, ...over });
  const input = { shipmentId, carrier: 'FedEx', tracking: '7946' };
  return shop.writer.write(context, input, (tx) => handOver(tx, context, input));
}

/** Everything, or only what is named, comes back before it was sent, for cash. */
function takeBack(saleId: SaleId, kinds: readonly string[] = ['item', 'shipping']): void {
  const sold = shop.writer.sqlite.prepare<[string], string>(
    'select kind from sale_line where id = ?',
  );
  const lines = returnsOfSale(shop.writer, saleId).filter((line) =>
    kinds.includes(String(sold.pluck().get(line.links.originalLineId ?? ''))),
  );
  const cart = aTicket(lines);
  const cash = aTender('cash', cartTotalCents(shop, cart), { refundOfSaleId: saleId });
  rung(shop, aSale(shop, cart, [cash]));
}

const account = (name: string) => standingOf(shop).accounts[`${name} `] ?? 0;

function expectRefused(shipmentId: string, code: string): void {
  const before = stored(shop);
  expect(give(shipmentId)).toEqual({ ok: false, refusal: { code } });
  expect(stored(shop)).toEqual(before);
}

test('M2: what is sent is a deposit until the carrier has it, and income from then on', () => {
  const { saleId, shipmentId } = aParcel();
  expect(listWaitingShipments(shop.writer)).toMatchObject([
    { saleId, shipmentId, saleNumber: 'S1-1', recipient: 'Eve Stone', insuredCents: 10_000 },
  ]);
  expect([account('deposits_delivery'), account('product_income')]).toEqual([-11_500, 0]);
  expect(account('cost_of_product')).toBe(0);
  expect(give(shipmentId).ok).toBe(true);
  expect([account('deposits_delivery'), account('product_income')]).toEqual([0, -10_000]);
  expect([account('shipping_income'), account('cost_of_product')]).toEqual([-1500, 1000]);
  expect(listWaitingShipments(shop.writer)).toEqual([]);
});

test('a parcel leaves once, and the same word twice is one word', () => {
  const { shipmentId } = aParcel();
  const commandId = newId('command');
  const once = give(shipmentId, { commandId });
  expect(once.ok).toBe(true);
  expect(give(shipmentId, { commandId })).toEqual(once);
  expectRefused(shipmentId, 'SHIPMENT_ALREADY_GONE');
  expectRefused(newId('shipment'), 'SHIPMENT_NOT_FOUND');
});

test('the parcel of a voided sale is not sent', () => {
  const { saleId, shipmentId } = aParcel();
  expect(voidPaid(shop, saleId).ok).toBe(true);
  expect(listWaitingShipments(shop.writer)).toEqual([]);
  expectRefused(shipmentId, 'SHIPMENT_NOT_FOUND');
});

test('what was taken back as a whole before it left waits for no carrier', () => {
  const { saleId, shipmentId } = aParcel();
  takeBack(saleId);
  expect(account('deposits_delivery')).toBe(0);
  expect(listWaitingShipments(shop.writer)).toEqual([]);
  expectRefused(shipmentId, 'SHIPMENT_NOT_FOUND');
});

test('M2: what is left of a parcel after something was taken out is what becomes income', () => {
  const { saleId, shipmentId } = aParcel();
  takeBack(saleId, ['item']);
  expect(account('deposits_delivery')).toBe(-1500);
  expect(listWaitingShipments(shop.writer)).toHaveLength(1);
  expect(give(shipmentId).ok).toBe(true);
  expect([account('deposits_delivery'), account('product_income')]).toEqual([0, 0]);
  expect([account('shipping_income'), account('cost_of_product')]).toEqual([-1500, 0]);
});

test('M2: what comes back after the parcel left takes its income and its cost back', () => {
  const { saleId, shipmentId } = aParcel();
  give(shipmentId);
  const cart = aTicket(returnsOfSale(shop.writer, saleId));
  const cash = aTender('cash', cartTotalCents(shop, cart), { refundOfSaleId: saleId });
  const input = aSale(shop, cart, [cash]);
  rung(shop, input, { nowMs: TEST_NOW_MS + 3_600_000 });
  expect([account('product_income'), account('shipping_income')]).toEqual([0, 0]);
  expect([account('cost_of_product'), account('deposits_delivery')]).toEqual([0, 0]);
});
