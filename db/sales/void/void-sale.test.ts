import { afterEach, expect, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { UNDONE_AT_ONCE } from '#shared/sales/undo-at-once.ts';
import { grantOverride } from '../../staff/grant-override.ts';
import { findPieceForSale } from '../../stock/find-piece.ts';
import { aCart, aPiece, aSale, sell } from '../../testing/a-sale.ts';
import { aShop, newId, type TestShop, TEST_NOW_MS } from '../../testing/a-shop.ts';
import { listRecentSales } from '../find-sale.ts';
import { receiptFacts } from '../receipt/receipt.ts';
import { voidSale } from './void-sale.ts';

let shop: TestShop;
afterEach(() => shop.close());

function sold(tenders?: Parameters<typeof aSale>[2]): { input: CompleteSaleInput; piece: string } {
  const piece = aPiece(shop, { stockNumber: `A-${newId('x')}`, priceCents: 10_000 });
  const input = aSale(shop, aCart(shop, [piece]), tenders);
  const result = sell(shop, input);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return { input, piece };
}

function undo(
  saleId: SaleId,
  over: { reason?: string; overrideId?: string } & Parameters<TestShop['context']>[1] = {},
) {
  const { reason = UNDONE_AT_ONCE, overrideId = null, ...context } = over;
  const command = shop.context('sales.void', context);
  return shop.writer.write(command, null, (tx) =>
    voidSale(tx, command, { saleId, reason, overrideId }),
  );
}

test('undone at once: the sale stands with its number, the piece is back and the cash too', () => {
  shop = aShop();
  const { input, piece } = sold([['cash', 20_000]]);
  expect(undo(input.saleId, { nowMs: TEST_NOW_MS + 8000 }).ok).toBe(true);
  expect(findPieceForSale(shop.writer, piece)).toMatchObject({
    status: 'in_stock',
    quantityThousandths: 1000,
  });
  expect(listRecentSales(shop.writer, undefined, 10)).toMatchObject([
    { number: 'S1-1', voided: true },
  ]);
  const cash = shop.writer.sqlite.prepare('select sum(amount_cents) from payment').pluck().get();
  expect(cash).toBe(20_000 - 10_825);
  expect(receiptFacts(shop.writer, input.saleId, { copy: false, demo: false })).toMatchObject({
    voided: { reason: UNDONE_AT_ONCE },
  });
});

test('a clock that was set back does not let the seller undo a sale of the morning alone', () => {
  shop = aShop();
  const { input } = sold([['cash', 20_000]]);
  expect(undo(input.saleId, { nowMs: TEST_NOW_MS - 3_600_000 })).toEqual({
    ok: false,
    refusal: { code: 'VOID_NEEDS_OVERRIDE' },
  });
  expect(undo(input.saleId, { nowMs: TEST_NOW_MS - 2000 }).ok).toBe(true);
});

test('M5: split tenders come back each by its own, and cash only what stayed in the drawer', () => {
  shop = aShop();
  const { input } = sold([
    ['card', 8000],
    ['cash', 3000],
  ]);
  undo(input.saleId);
  const back = shop.writer.sqlite
    .prepare('select tender, amount_cents from payment where sale_void_id is not null order by id')
    .all();
  expect(back).toEqual([
    { tender: 'card', amount_cents: -8000 },
    { tender: 'cash', amount_cents: -2825 },
  ]);
});

test('a sale is taken back once', () => {
  shop = aShop();
  const { input } = sold();
  undo(input.saleId);
  expect(undo(input.saleId)).toEqual({ ok: false, refusal: { code: 'SALE_ALREADY_VOID' } });
});

test('after its seconds, or by somebody else, it takes a manager', () => {
  shop = aShop();
  const { input } = sold();
  expect(undo(input.saleId, { nowMs: TEST_NOW_MS + 60_000 })).toEqual({
    ok: false,
    refusal: { code: 'VOID_NEEDS_OVERRIDE' },
  });
  expect(undo(input.saleId, { reason: 'wrong ring' })).toEqual({
    ok: false,
    refusal: { code: 'VOID_NEEDS_OVERRIDE' },
  });
  expect(
    undo(input.saleId, { reason: 'wrong ring', actor: shop.manager, nowMs: TEST_NOW_MS + 60_000 })
      .ok,
  ).toBe(true);
});

test("a manager's override voids the sale it was given for and no other", () => {
  shop = aShop();
  const [first, second] = [sold(), sold()];
  const context = shop.context('staff.override');
  const granted = shop.writer.write(context, null, (tx) =>
    grantOverride(tx, context, {
      grantedBy: shop.manager.staffId,
      businessDate: shop.today,
      permission: 'sales.void',
      reason: 'wrong ring',
      subjectId: first.input.saleId,
    }),
  );
  if (!granted.ok) throw new Error('no override');
  const over = {
    reason: 'wrong ring',
    overrideId: granted.value.overrideId,
    nowMs: TEST_NOW_MS + 60_000,
  };
  expect(undo(second.input.saleId, over).ok).toBe(false);
  expect(undo(first.input.saleId, over).ok).toBe(true);
});

test('an unknown sale and a closed day are refused in words', () => {
  shop = aShop();
  expect(undo(newId('sale'))).toEqual({ ok: false, refusal: { code: 'SALE_NOT_FOUND' } });
});
