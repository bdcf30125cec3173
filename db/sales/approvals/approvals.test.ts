import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerId, Id, PieceId, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { MakeApprovalInput } from '#shared/sales/approvals/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { findPieceForSale } from '../../stock/find-piece.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { aPiece, aSale, aTicket, pieceLine, rung, sell } from '../../testing/a-sale.ts';
import { aShop, newId, TEST_NOW_MS, type TestShop } from '../../testing/a-shop.ts';
import { stored } from '../../testing/refused-sales.ts';
import { brokenLaws } from '../../testing/standing.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { voidSale } from '../void/void-sale.ts';
import { approvalFacts } from './approval-facts.ts';
import { makeApproval } from './make-approval.ts';
import { listApprovals, readApproval } from './read-approval.ts';
import { extendApproval, returnApproval } from './settle-approval.ts';

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

const day = (text: string) => text as BusinessDate;
const ring = (stockNumber: string, quantityThousandths?: number) =>
  aPiece(shop, {
    stockNumber,
    priceCents: 10_000,
    ...(quantityThousandths && { quantityThousandths }),
  });

/** A memo over pieces at $120.00 each, due on 1 December. */
function aMemo(pieces: readonly PieceId[], over: Partial<MakeApprovalInput> = {}) {
  return {
    commandId: newId('command'),
    approvalId: newId('approval'),
    customerId: eve,
    dueOn: day('2026-12-01'),
    idNoted: 'License 1234',
    lines: pieces.map((pieceId) => ({
      approvalLineId: newId('approvalLine'),
      pieceId,
      valueCents: 12_000 as Cents,
    })),
    print: true,
    ...over,
  };
}

function run<Value>(
  command: string,
  input: { readonly commandId?: Id<'command'> },
  act: (tx: WriteTx, context: CommandContext) => Result<Value, Refusal>,
  nowMs = TEST_NOW_MS,
) {
  const context = shop.context(command, {
    nowMs,
    ...(input.commandId && { commandId: input.commandId }),
  });
  return shop.writer.write(context, input, (tx) => act(tx, context));
}

const hand = (memo: MakeApprovalInput) =>
  run('approvals.make', memo, (tx, context) => makeApproval(tx, context, memo));

/** A memo that was handed out. */
function handed(...pieces: readonly PieceId[]) {
  const memo = aMemo(pieces);
  expect(hand(memo)).toMatchObject({ ok: true });
  const [first] = memo.lines;
  if (!first) throw new Error('an empty memo');
  return { ...memo, first };
}

const bringBack = (memo: { readonly approvalId: string }, ...approvalLineIds: readonly string[]) =>
  run('approvals.return', {}, (tx, context) =>
    returnApproval(tx, context, { approvalId: memo.approvalId, approvalLineIds }),
  );
const extend = (memo: { readonly approvalId: string }, dueOn: string) =>
  run('approvals.extend', {}, (tx, context) =>
    extendApproval(tx, context, { approvalId: memo.approvalId, dueOn, reason: 'asks her mother' }),
  );

/** The customer buys the piece of a line. */
function bought(line: { readonly approvalLineId: Id<'approvalLine'>; readonly pieceId: PieceId }) {
  const links = { approvalLineId: line.approvalLineId };
  return aSale(shop, aTicket([{ ...pieceLine(shop, line.pieceId), links }], { customerId: eve }));
}

const undo = (saleId: SaleId, nowMs = TEST_NOW_MS) => {
  const context = shop.context('sales.void', { actor: shop.manager, nowMs });
  const input = { saleId, reason: 'wrong ring', overrideId: null };
  return shop.writer.write(context, input, (tx) => voidSale(tx, context, input));
};

const statusOf = (pieceId: PieceId) => findPieceForSale(shop.writer, pieceId)?.status;
const statesOf = (memo: { readonly approvalId: string }) =>
  readApproval(shop.writer, memo.approvalId)?.lines.map((line) => line.state.state);
const refused = (refusal: object) => ({ ok: false, refusal });

/** Refused with its code, and nothing of it is stored. */
function expectRefused(act: () => unknown, refusal: object): void {
  const before = stored(shop);
  expect(act()).toEqual(refused(refusal));
  expect(stored(shop)).toEqual(before);
}

test('pieces go out on a numbered memo with their value and due day, and are nowhere else', () => {
  const [first, other] = [ring('A-1'), ring('A-2')];
  const memo = aMemo([first, other]);
  expect(hand(memo)).toEqual({ ok: true, value: { approvalId: memo.approvalId, number: 'A1-1' } });
  expect([statusOf(first), statusOf(other)]).toEqual(['on_approval', 'on_approval']);
  expect(listApprovals(shop.writer)).toMatchObject([
    { number: 'A1-1', customerName: 'Eve Stone', outCount: 2, outValueCents: 24_000 },
  ]);
  expect(approvalFacts(shop.writer, memo.approvalId, { copy: false, demo: false })).toMatchObject({
    idNoted: 'License 1234',
    dueOn: '2026-12-01',
    valueCents: 24_000,
  });
  expect(sell(shop, aSale(shop, aTicket([pieceLine(shop, first)])))).toMatchObject(
    refused({ code: 'PIECE_NOT_IN_STOCK' }),
  );
});

test('a memo that comes twice is one memo', () => {
  const memo = aMemo([ring('A-1')]);
  const once = hand(memo);
  expect(hand(memo)).toEqual(once);
  expect(listApprovals(shop.writer)).toHaveLength(1);
});

test('a piece that is sold, out already or named twice, goods by the strap, a day that has passed, nobody: refused', () => {
  const piece = ring('A-1');
  const sold = ring('A-2');
  rung(shop, aSale(shop, aTicket([pieceLine(shop, sold)])));
  const straps = ring('ST', 9000);
  expectRefused(() => hand(aMemo([piece, sold])), {
    code: 'PIECE_NOT_IN_STOCK',
    stockNumber: 'A-2',
  });
  expectRefused(() => hand(aMemo([piece, piece])), {
    code: 'PIECE_NOT_IN_STOCK',
    stockNumber: 'A-1',
  });
  expectRefused(() => hand(aMemo([straps])), {
    code: 'APPROVAL_NOT_ONE_OF_ONE',
    stockNumber: 'ST',
  });
  expectRefused(() => hand(aMemo([piece], { dueOn: day('2026-11-22') })), {
    code: 'APPROVAL_DUE_PAST',
  });
  expectRefused(() => hand(aMemo([piece], { customerId: newId('customer') })), {
    code: 'CUSTOMER_NOT_FOUND',
  });
  handed(piece);
  expectRefused(() => hand(aMemo([piece])), { code: 'PIECE_NOT_IN_STOCK', stockNumber: 'A-1' });
});

test('one piece comes back and the other stays out until it comes back too, each once', () => {
  const memo = handed(ring('A-1'), ring('A-2'));
  const [first, other] = memo.lines.map((line) => line.approvalLineId);
  if (!first || !other) throw new Error('two lines');
  expect(bringBack(memo, first).ok).toBe(true);
  expect(statesOf(memo)).toEqual(['returned', 'out']);
  expectRefused(() => bringBack(memo, other, first), {
    code: 'APPROVAL_LINE_CLOSED',
    stockNumber: 'A-1',
  });
  expect(bringBack(memo, other, other).ok).toBe(true);
  expect(memo.lines.map((line) => statusOf(line.pieceId))).toEqual(['in_stock', 'in_stock']);
  expect(listApprovals(shop.writer)).toEqual([]);
  expect(listApprovals(shop.writer, eve)).toMatchObject([{ outCount: 0, outValueCents: 0 }]);
});

test('a line of another memo, or a memo that is not there, is refused', () => {
  const [memo, other] = [handed(ring('A-1')), handed(ring('A-2'))];
  expectRefused(() => bringBack(memo, other.first.approvalLineId), { code: 'APPROVAL_NOT_FOUND' });
  const nowhere = { approvalId: newId('approval') };
  expectRefused(() => bringBack(nowhere, memo.first.approvalLineId), {
    code: 'APPROVAL_NOT_FOUND',
  });
  expectRefused(() => extend(nowhere, '2026-12-24'), { code: 'APPROVAL_NOT_FOUND' });
});

test('a customer may decide later, but not on a day that has passed', () => {
  const memo = handed(ring('A-1'));
  expect(extend(memo, '2026-12-24').ok).toBe(true);
  expect(listApprovals(shop.writer)).toMatchObject([{ dueOn: '2026-12-24' }]);
  expectRefused(() => extend(memo, '2026-11-22'), { code: 'APPROVAL_DUE_PAST' });
});

test('what the customer keeps is sold from the memo, once, and does not come back to it', () => {
  const memo = handed(ring('A-1'));
  const input = bought(memo.first);
  rung(shop, input);
  expect(readApproval(shop.writer, memo.approvalId)?.lines).toMatchObject([
    { state: { state: 'bought', saleId: input.saleId } },
  ]);
  expectRefused(() => bringBack(memo, memo.first.approvalLineId), {
    code: 'APPROVAL_LINE_CLOSED',
    stockNumber: 'A-1',
  });
  expect(sell(shop, bought(memo.first))).toMatchObject(refused({ code: 'APPROVAL_LINE_CLOSED' }));
});

test('a sale from the memo that is undone leaves the piece with the customer, whatever the clock says', () => {
  const memo = handed(ring('A-1'));
  const input = bought(memo.first);
  rung(shop, input);
  expect(undo(input.saleId, TEST_NOW_MS - 60_000).ok).toBe(true);
  expect([statesOf(memo), statusOf(memo.first.pieceId)]).toEqual([['out'], 'on_approval']);
  expect(listApprovals(shop.writer)).toMatchObject([{ outCount: 1 }]);
  const again = bought(memo.first);
  rung(shop, again);
  expect(undo(again.saleId).ok).toBe(true);
  expect(bringBack(memo, memo.first.approvalLineId).ok).toBe(true);
  expect([statesOf(memo), statusOf(memo.first.pieceId)]).toEqual([['returned'], 'in_stock']);
});
