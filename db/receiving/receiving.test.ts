import { afterEach, beforeEach, expect, test } from 'vitest';
import { cents, ONE, type Thousandths } from '#shared/money.ts';
import { ok } from '#shared/result.ts';
import type { CompleteReceiveInput, ReceiveRow } from '#shared/stock/receiving/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { usualStock } from '#shared/stock/tags/tag-stock.ts';
import { listJournal } from '../journal/list-journal.ts';
import { claimNextJob } from '../printing/print-queue.ts';
import { listWaitingTags } from '../printing/tags/find-tags.ts';
import { saveTagPrinter } from '../settings/register-settings.ts';
import { findByCode, findPiece } from '../stock/find-piece.ts';
import { moveStock } from '../stock/move-stock.ts';
import { rederivePieceStates } from '../stock/rederive-piece-states.ts';
import { searchPieces } from '../stock/search-pieces.ts';
import { aShop, newId, type TestShop } from '../testing/a-shop.ts';
import { completeReceive } from './complete-receive.ts';
import { listReceiveDrafts, saveReceiveDraft } from './drafts.ts';
import { findReceive, listReceives, listReversals } from './find-receive.ts';
import { reverseReceive } from './reverse-receive.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const aRow = (stockNumber: string, over: Partial<ReceiveRow> = {}): ReceiveRow => ({
  pieceId: newId('piece'),
  stockNumber,
  description: 'Oval ring',
  category: 'Rings',
  vendorStyle: 'D22276',
  kind: 'piece',
  quantityThousandths: ONE,
  unitCents: cents(40_000),
  tagPriceCents: cents(99_900),
  taxed: true,
  taxClass: 'goods',
  ...over,
});

type Input = Omit<CompleteReceiveInput, 'commandId'>;

/** Rows of $400 each with $30.00 of freight, unless told otherwise. */
const anInvoice = (rows: readonly ReceiveRow[], over: Partial<Input> = {}): Input => ({
  receiveId: newId('receive'),
  vendor: 'Stuller',
  invoiceNumber: 'INV-17',
  invoiceDate: '2026-11-20' as BusinessDate,
  terms: 'Net 30',
  dueOn: '2026-12-20' as BusinessDate,
  freightCents: cents(3000),
  freightWay: 'allocate',
  invoiceTotalCents: cents(rows.length * 40_000 + 3000),
  rows: [...rows],
  knownInvoice: false,
  printTags: true,
  ...over,
});

function receive(input: Input, commandId = newId('command')) {
  const context = shop.context('receiving.complete', { actor: shop.manager, commandId });
  return shop.writer.write(context, input, (tx) => completeReceive(tx, context, input));
}

function reverse(receiveId: Input['receiveId']) {
  const input = { receiveId, reason: 'Typed twice' };
  const context = shop.context('receiving.reverse', { actor: shop.manager });
  return shop.writer.write(context, input, (tx) => reverseReceive(tx, context, input));
}

const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => aRow(`R-${at + 1}`));
const journal = (id: string) =>
  listJournal(shop.writer, 'receive', id).map(({ account, amountCents }) => [account, amountCents]);

test('an invoice of forty pieces is in the house at once: pieces, movements, what is owed', () => {
  const input = anInvoice(rowsOf(40));
  expect(receive(input)).toEqual({ ok: true, value: { number: 'V1-1', tagsQueued: false } });
  const piece = findPiece(shop.writer, input.rows[0]?.pieceId ?? '', true);
  expect(piece).toMatchObject({ status: 'in_stock', vendor: 'Stuller', costCents: 40_075 });
  expect(piece?.movements).toMatchObject([
    { kind: 'received', documentKind: 'receive', documentId: input.receiveId },
  ]);
  expect(journal(input.receiveId)).toEqual([
    ['inventory', 1_603_000],
    ['vendor_payable', -1_603_000],
  ]);
  expect(searchPieces(shop.writer, { text: 'R-40' }).total).toBe(1);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
  expect(findReceive(shop.writer, input.receiveId)).toMatchObject({
    number: 'V1-1',
    lineCount: 40,
  });
});

test('M2: freight that is an expense is what running the store costs', () => {
  const input = anInvoice(rowsOf(1), { freightWay: 'expense' });
  receive(input);
  expect(journal(input.receiveId)).toEqual([
    ['inventory', 40_000],
    ['vendor_payable', -43_000],
    ['store_charges', 3000],
  ]);
  expect(findPiece(shop.writer, input.rows[0]?.pieceId ?? '', true)?.costCents).toBe(40_000);
});

test('counted goods come in by quantity, each at its share of the freight', () => {
  const chain = aRow('C-1', { kind: 'counted', quantityThousandths: 10_000 as Thousandths });
  const input = anInvoice([chain], { invoiceTotalCents: cents(403_000) });
  expect(receive(input).ok).toBe(true);
  expect(findPiece(shop.writer, chain.pieceId, true)).toMatchObject({
    quantityThousandths: 10_000,
    costCents: 40_300,
  });
});

test('the same stock number twice in one invoice is refused, naming its rows, and nothing is stored', () => {
  const input = anInvoice([aRow('R-1'), aRow('R-2'), aRow('r-1')]);
  expect(receive(input)).toEqual({
    ok: false,
    refusal: { code: 'RECEIVE_NUMBERS_TWICE', numbers: 'R-1 (1, 3)' },
  });
  expect(findByCode(shop.writer, 'R-2')).toEqual([]);
});

test('a stock number that another piece carries is refused, naming its row', () => {
  receive(anInvoice(rowsOf(2)));
  const input = anInvoice([aRow('R-9'), aRow('r-2')], { invoiceNumber: 'INV-18' });
  expect(receive(input)).toMatchObject({
    refusal: { code: 'RECEIVE_NUMBERS_TAKEN', numbers: 'r-2 (2)' },
  });
});

test('an invoice that does not add up is refused with the difference', () => {
  const input = anInvoice(rowsOf(2), { invoiceTotalCents: cents(83_100) });
  expect(receive(input)).toEqual({
    ok: false,
    refusal: {
      code: 'RECEIVE_TOTAL_DIFFERS',
      totalCents: 83_000,
      invoiceTotalCents: 83_100,
      offCents: 100,
    },
  });
});

test('one of one does not come in several', () => {
  const two = aRow('R-1', { quantityThousandths: 2000 as Thousandths });
  expect(receive(anInvoice([two]))).toMatchObject({
    refusal: { code: 'RECEIVE_QUANTITY_NOT_ONE', rows: '1' },
  });
});

test('the same invoice of a vendor is warned of once, and received when a person says so', () => {
  receive(anInvoice([aRow('R-1')]));
  const again = anInvoice([aRow('R-2')], { vendor: 'STULLER', invoiceNumber: 'inv-17' });
  expect(receive(again)).toMatchObject({
    refusal: { code: 'RECEIVE_INVOICE_KNOWN', number: 'V1-1' },
  });
  expect(receive({ ...again, knownInvoice: true }).ok).toBe(true);
  const other = anInvoice([aRow('R-3')], { vendor: 'Rio Grande' });
  expect(receive(other).ok).toBe(true);
});

test('the same command said twice receives once; another command for the same invoice is told so', () => {
  const input = anInvoice(rowsOf(1));
  const commandId = newId('command');
  expect(receive(input, commandId)).toEqual(receive(input, commandId));
  expect(receive(input)).toMatchObject({ refusal: { code: 'RECEIVE_DONE' } });
  expect(listReceives(shop.writer, { limit: 10, offset: 0 }).total).toBe(1);
});

test('tags print in one run where there is a tag printer, else the pieces wait for theirs', () => {
  const waiting = () => listWaitingTags(shop.writer, { limit: 50, offset: 0 }).total;
  receive(anInvoice(rowsOf(2)));
  expect(waiting()).toBe(2);
  shop.writer.writeLocal((tx) =>
    saveTagPrinter(tx, {
      connection: { kind: 'network', host: 'zebra', port: 9100 },
      stock: usualStock('rat_tail', 300),
    }),
  );
  const more = anInvoice([aRow('R-3'), aRow('R-4')], { invoiceNumber: 'INV-18' });
  expect(receive(more)).toMatchObject({ value: { tagsQueued: true } });
  expect(waiting()).toBe(2);
  const job = shop.writer.writeLocal((tx) => claimNextJob(tx, Number.MAX_SAFE_INTEGER, 'tags'));
  expect(JSON.parse(job?.options ?? '')).toEqual({ pieceIds: more.rows.map((row) => row.pieceId) });
});

test('what was typed of an invoice is there after a power cut, and gone once it is received', () => {
  const input = anInvoice(rowsOf(1));
  const draft = {
    receiveId: input.receiveId,
    vendor: 'Stul',
    invoiceNumber: '',
    invoiceDate: '',
    terms: '',
    dueOn: '',
    freightCents: null,
    freightWay: 'allocate' as const,
    invoiceTotalCents: null,
    timesThousandths: 2200,
    ending: 'nine',
    rows: [],
  };
  shop.writer.writeLocal((tx) => saveReceiveDraft(tx, draft, 1));
  shop = shop.reopen();
  expect(listReceiveDrafts(shop.writer)).toEqual([draft]);
  receive(input);
  expect(listReceiveDrafts(shop.writer)).toEqual([]);
  const late = shop.writer.writeLocal((tx) => saveReceiveDraft(tx, draft, 2));
  expect(late).toEqual({ ok: false, refusal: { code: 'RECEIVE_DONE' } });
});

test('M2: a receive taken back leaves no pieces, no debt, and its numbers free', () => {
  const input = anInvoice(rowsOf(3));
  receive(input);
  expect(reverse(input.receiveId)).toEqual({ ok: true, value: null });
  const [reversal] = listReversals(shop.writer, input.receiveId);
  const books = listJournal(shop.writer, 'receive_reversal', reversal?.id ?? '');
  expect(books.map(({ account, amountCents }) => [account, amountCents])).toEqual([
    ['inventory', -123_000],
    ['vendor_payable', 123_000],
  ]);
  expect(findByCode(shop.writer, 'R-1')).toEqual([]);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
  expect(receive(anInvoice(rowsOf(3))).ok).toBe(true);
  expect(reverse(input.receiveId)).toMatchObject({ refusal: { code: 'RECEIVE_REVERSED' } });
});

test('a receive of which something was sold is not taken back; the pieces are named', () => {
  const input = anInvoice(rowsOf(2));
  receive(input);
  const context = shop.context('test.sell');
  const sold = {
    pieceId: input.rows[1]?.pieceId ?? '',
    kind: 'sold' as const,
    quantityThousandths: -1000,
    documentKind: 'sale',
    documentId: newId('sale'),
    businessDate: shop.today,
  };
  shop.writer.write(context, sold, (tx) => (moveStock(tx, context, sold), ok(null)));
  expect(reverse(input.receiveId)).toEqual({
    ok: false,
    refusal: { code: 'RECEIVE_PIECES_MOVED', numbers: 'R-2', count: 1 },
  });
  expect(findPiece(shop.writer, input.rows[0]?.pieceId ?? '', true)?.status).toBe('in_stock');
});

test('the most rows that one invoice takes fit into one change', () => {
  const long = 'X'.repeat(200);
  const rows = Array.from({ length: 150 }, (_, at) =>
    aRow(`${'N'.repeat(30)}-${at}`, {
      description: long,
      category: 'C'.repeat(80),
      vendorStyle: 'V'.repeat(80),
    }),
  );
  expect(receive(anInvoice(rows, { printTags: false })).ok).toBe(true);
});
