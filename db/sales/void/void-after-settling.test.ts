import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { Cents, Thousandths } from '#shared/money.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { voidPaid } from '../../testing/a-correction.ts';
import { aSale, aTender, aTicket, rung } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { ringLine, TOTAL, withCustomer } from '../../testing/refused-sales.ts';
import { aProvider } from '../../testing/shop-terms.ts';
import { brokenLaws, standingOf } from '../../testing/standing.ts';
import { aReturn } from '../../testing/ticket-lines.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { listPayments } from '../find-sale.ts';
import { fundPayment } from '../payments/fund-payment.ts';
import { recordCheck } from '../payments/record-check.ts';
import { resolvePayment } from '../payments/resolve-payment.ts';
import { listInspections } from '../returns/inspections.ts';
import { passInspection } from '../returns/settle-inspection.ts';
import { handOver, listWaitingShipments } from '../shipping/ship.ts';

// What a bank, a lender or a carrier has done with a sale since, no void undoes.

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

function sold(input: CompleteSaleInput): SaleId {
  rung(shop, input, { actor: shop.manager });
  return input.saleId;
}

/** Done by the manager, and not refused. */
function done<Value>(
  run: (tx: WriteTx, context: CommandContext) => Result<Value, Refusal>,
): Result<Value, Refusal> {
  const context = shop.context('test.act', { actor: shop.manager });
  const answer = shop.writer.write(context, null, (tx) => run(tx, context));
  expect(answer).toMatchObject({ ok: true });
  return answer;
}

const paymentOf = (saleId: SaleId) => listPayments(shop.writer, saleId)[0]?.id ?? '';

function expectKept(saleId: SaleId, refusal: object): void {
  const before = standingOf(shop);
  expect(voidPaid(shop, saleId)).toEqual({ ok: false, refusal });
  expect(standingOf(shop)).toEqual(before);
  expect(brokenLaws(shop)).toEqual([]);
}

const aCheck = () => aTender('check', TOTAL, { checkKind: 'personal', reference: '101' });

test('M2: a sale whose check came back or cleared is not voided: the account and the bank stand', () => {
  for (const kind of ['returned', 'cleared'] as const) {
    const saleId = sold(aSale(shop, withCustomer(shop, [ringLine(shop)]), [aCheck()]));
    const event = { paymentId: paymentOf(saleId), kind, feeCents: 2500 as Cents, reason: '' };
    done((tx, context) => recordCheck(tx, context, event));
    expectKept(saleId, { code: 'PAYMENT_SETTLED_SINCE', tender: 'check' });
  }
});

test('a sale that its lender has paid is not voided', () => {
  const tender = aTender('finance', TOTAL, { providerId: aProvider(shop), reference: '7' });
  const saleId = sold(aSale(shop, withCustomer(shop, [ringLine(shop)]), [tender]));
  const funding = {
    paymentId: paymentOf(saleId),
    amountCents: TOTAL as Cents,
    feeCents: 0 as Cents,
    fundedOn: shop.today,
  };
  done((tx, context) => fundPayment(tx, context, funding));
  expectKept(saleId, { code: 'PAYMENT_SETTLED_SINCE', tender: 'finance' });
});

test('M7: a sale with a payment nobody is sure of is voided only once somebody has looked into it', () => {
  const unsure = aTender('card', TOTAL, { unknown: true });
  const before = standingOf(shop);
  const ring = ringLine(shop);
  const saleId = sold(aSale(shop, aTicket([ring]), [unsure]));
  expectKept(saleId, { code: 'PAYMENT_UNSETTLED' });
  const found = { paymentId: unsure.paymentId, outcome: 'charged' as const, note: 'asked' };
  done((tx, context) => resolvePayment(tx, context, found));
  expect(voidPaid(shop, saleId).ok).toBe(true);
  expect({ ...standingOf(shop), pieces: {} }).toEqual({ ...before, pieces: {} });
});

test('a sale whose parcel the carrier has is not voided, and one whose parcel is still here is', () => {
  const shipTo = {
    recipient: 'Eve Stone',
    address: '1 Oak Ave',
    phone: '',
    carrier: 'UPS',
    tracking: '',
    insuredCents: 0 as Cents,
    taxAreaId: homeArea(),
  };
  const sent = sold(aSale(shop, aTicket([ringLine(shop)], { shipTo })));
  const here = sold(aSale(shop, aTicket([ringLine(shop)], { shipTo })));
  const shipmentId =
    listWaitingShipments(shop.writer).find((each) => each.saleId === sent)?.shipmentId ?? '';
  done((tx, context) => handOver(tx, context, { shipmentId, carrier: 'UPS', tracking: '1Z' }));
  expectKept(sent, { code: 'VOID_AFTER_SHIPMENT' });
  expect(voidPaid(shop, here).ok).toBe(true);
});

test('a voided return takes its own straps from those that are looked at, and leaves those of another', () => {
  const straps = { ...ringLine(shop, 1000, 9000), quantityThousandths: 4000 as Thousandths };
  const first = sold(aSale(shop, aTicket([straps])));
  const comesBack = () => {
    const line = aReturn(shop.writer, straps.lineId, {
      thousandths: 1000,
      disposition: 'inspection',
    });
    const cents = 0 - (line.fixed?.netCents ?? 0) - (line.fixed?.taxCents ?? 0);
    const cash = aTender('cash', 0 - cents, { refundOfSaleId: first });
    return sold(aSale(shop, aTicket([line]), [cash]));
  };
  const one = comesBack();
  const other = comesBack();
  const { pieceId } = straps;
  if (pieceId === null) throw new Error('no straps');
  const looked = {
    commandId: newId('command'),
    pieceId,
    saleId: other,
    quantityThousandths: 1000 as Thousandths,
  };
  done((tx, context) => passInspection(tx, context, looked));
  expect(voidPaid(shop, other).ok).toBe(true);
  expect(listInspections(shop.writer)).toMatchObject([{ saleId: one, quantityThousandths: 1000 }]);
  expect(voidPaid(shop, one).ok).toBe(true);
  expect(listInspections(shop.writer)).toEqual([]);
  expect(standingOf(shop).pieces).toEqual({ [pieceId]: 'in_stock 5000' });
});

function homeArea() {
  const id = shop.writer.sqlite.prepare('select id from tax_area limit 1').pluck().get();
  return id as NonNullable<CompleteSaleInput['cart']['shipTo']>['taxAreaId'];
}
