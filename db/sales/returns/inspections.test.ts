import { afterEach, beforeEach, expect, test } from 'vitest';
import { addLine, changeLine, emptyCart } from '#shared/sales/cart.ts';
import type { PieceId, SaleId, SaleLineId } from '#shared/ids.ts';
import type { Thousandths } from '#shared/money.ts';
import { listJournal } from '../../journal/list-journal.ts';
import { findPieceForSale } from '../../stock/find-piece.ts';
import { rederivePieceStates } from '../../stock/rederive-piece-states.ts';
import { ringUp, voidPaid } from '../../testing/a-correction.ts';
import { aCart, aPiece, aTender } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { fullScans, plansOf } from '../../testing/planned-queries.ts';
import { aReturn } from '../../testing/ticket-lines.ts';
import { listInspections } from './inspections.ts';
import { passInspection, writeOff } from './settle-inspection.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

interface Back {
  readonly pieceId: PieceId;
  readonly saleId: SaleId;
}

/** Sells some of a piece and takes it back to be looked at; answers the ticket that took it back. */
function takenBack(stockNumber: string, whole = 1000, thousandths = whole): Back {
  const pieceId = aPiece(shop, { stockNumber, priceCents: 10_000, quantityThousandths: whole });
  const cart = aCart(shop, [pieceId]);
  const lineId = cart.lines[0]?.lineId ?? newId('saleLine');
  const quantityThousandths = whole as Thousandths;
  ringUp(shop, changeLine(cart, lineId, { quantityThousandths }));
  return { pieceId, saleId: bringBack(lineId, thousandths) };
}

function bringBack(lineId: SaleLineId, thousandths: number): SaleId {
  const line = aReturn(shop.writer, lineId, { thousandths, disposition: 'inspection' });
  const { netCents, taxCents } = line.fixed ?? { netCents: 0, taxCents: 0 };
  const { originalLineId } = line.links;
  const sold = shop.writer.sqlite
    .prepare('select sale_id from sale_line where id = ?')
    .pluck()
    .get(originalLineId) as SaleId;
  const cash = aTender('cash', netCents + taxCents, { refundOfSaleId: sold });
  return ringUp(shop, addLine(emptyCart(newId('cart')), line), [cash]).saleId;
}

function pass(back: Back, thousandths = 1000) {
  const context = shop.context('returns.passInspection', { actor: shop.manager });
  const quantityThousandths = thousandths as Thousandths;
  const input = { commandId: newId('command'), ...back, quantityThousandths };
  return shop.writer.write(context, input, (tx) => passInspection(tx, context, input));
}

function dispose(back: Back, thousandths = 1000) {
  const context = shop.context('returns.writeOff', { actor: shop.manager });
  const input = {
    commandId: newId('command'),
    ...back,
    quantityThousandths: thousandths as Thousandths,
    reason: 'stone chipped',
  };
  return shop.writer.write(context, input, (tx) => writeOff(tx, context, input));
}

const stateOf = ({ pieceId }: Back) => {
  const piece = findPieceForSale(shop.writer, pieceId);
  return [piece?.status, piece?.quantityThousandths];
};
const refused = (leftThousandths: number) => ({
  ok: false,
  refusal: { code: 'INSPECTION_NOT_FOUND', leftThousandths },
});

test('what came back to be looked at is listed with the ticket that took it back, who waits longest first', () => {
  const [ring, chain] = [takenBack('R-1'), takenBack('CH', 5000, 2000)];
  expect(listInspections(shop.writer)).toMatchObject([
    { stockNumber: 'R-1', saleId: ring.saleId, saleNumber: 'S1-2', by: 'CO' },
    { stockNumber: 'CH', saleId: chain.saleId, quantityThousandths: 2000 },
  ]);
  expect(stateOf(ring)).toEqual(['inspection', 0]);
  shop = shop.reopen();
  const plans = plansOf(shop.writer.sqlite, () => listInspections(shop.writer));
  expect(plans.join()).toContain('stock_movement_inspected');
  expect(fullScans(plans).filter((step) => !step.includes('stock_movement_inspected'))).toEqual([]);
});

test('a piece that is good is in stock again, once', () => {
  const ring = takenBack('R-1');
  expect(pass(ring).ok).toBe(true);
  expect(stateOf(ring)).toEqual(['in_stock', 1000]);
  expect(listInspections(shop.writer)).toEqual([]);
  expect(pass(ring)).toEqual(refused(0));
  expect(dispose(ring)).toEqual(refused(0));
  expect(rederivePieceStates(shop.writer)).toEqual([]);
});

test('M2: a piece that is not good leaves the stock, and the books at what it had cost', () => {
  const ring = takenBack('R-1');
  expect(dispose(ring).ok).toBe(true);
  expect(stateOf(ring)).toEqual(['removed', 0]);
  const movement = shop.writer.sqlite
    .prepare("select id, reason from stock_movement where kind = 'adjusted'")
    .get() as { readonly id: string; readonly reason: string };
  expect(movement.reason).toBe('stone chipped');
  expect(listJournal(shop.writer, 'stock_movement', movement.id)).toMatchObject([
    { account: 'inventory', amountCents: -1000 },
    { account: 'store_charges', amountCents: 1000 },
  ]);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
});

test('of several that came back, some are good and some are not', () => {
  const chain = takenBack('CH', 5000, 3000);
  expect(pass(chain, 2000).ok).toBe(true);
  expect(dispose(chain, 2000)).toEqual(refused(1000));
  expect(dispose(chain, 1000).ok).toBe(true);
  expect(stateOf(chain)).toEqual(['in_stock', 2000]);
  expect(listInspections(shop.writer)).toEqual([]);
});

test('a return that was voided leaves nothing to look at, before the look and after it', () => {
  const [first, second] = [takenBack('R-1'), takenBack('R-2')];
  pass(second);
  for (const back of [first, second]) {
    expect(voidPaid(shop, back.saleId).ok).toBe(true);
    expect(stateOf(back)).toEqual(['sold', 0]);
  }
  expect(listInspections(shop.writer)).toEqual([]);
  const gone = takenBack('R-3');
  dispose(gone);
  expect(voidPaid(shop, gone.saleId)).toEqual({
    ok: false,
    refusal: { code: 'VOID_GOODS_GONE', stockNumber: 'R-3' },
  });
});
