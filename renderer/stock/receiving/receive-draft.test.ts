import { cents } from '#shared/money.ts';
import type { PieceId } from '#shared/ids.ts';
import type { ReceiveDraft, ReceiveId } from '#shared/stock/receiving/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { expect, test } from 'vitest';
import {
  changeRow,
  copyLast,
  emptyDraft,
  inputOf,
  missingIn,
  offBy,
  repriceDraft,
  sumsOf,
} from './receive-draft.ts';

const FIRST = 'first' as PieceId;
const SECOND = 'second' as PieceId;

function aDraft(over: Partial<ReceiveDraft> = {}): ReceiveDraft {
  const fresh = emptyDraft('r' as ReceiveId, FIRST, '2026-11-23' as BusinessDate);
  const head = { vendor: 'Stuller', invoiceNumber: '17', invoiceTotalCents: cents(41_000) };
  const typed = changeRow({ ...fresh, ...head, freightCents: cents(1000) }, FIRST, {
    stockNumber: 'R-9',
    description: 'Ring',
    unitCents: cents(40_000),
    tagPriceCents: cents(90_000),
  });
  return { ...typed, ...over };
}

test('a cost brings its price by the markup, and a new markup changes every price', () => {
  const marked = repriceDraft(aDraft(), { timesThousandths: 2200, ending: 'nine' });
  expect(marked.rows[0]?.tagPriceCents).toBe(87_900);
  const dearer = changeRow(marked, FIRST, { unitCents: cents(50_000) });
  expect(dearer.rows[0]?.tagPriceCents).toBe(109_900);
  const typed = changeRow(dearer, FIRST, { tagPriceCents: cents(99_500) });
  expect(typed.rows[0]?.tagPriceCents).toBe(99_500);
});

test('the last row is copied under the next number', () => {
  const copied = copyLast(aDraft(), SECOND);
  expect(copied.rows.map((row) => row.stockNumber)).toEqual(['R-9', 'R-10']);
  expect(copied.rows[1]).toMatchObject({ pieceId: SECOND, description: 'Ring', unitCents: 40_000 });
});

test('the difference to the invoice is shown as it is typed', () => {
  const draft = aDraft({ invoiceTotalCents: cents(41_500) });
  expect(offBy(draft, sumsOf(draft))).toBe(-500);
  expect(offBy({ ...draft, invoiceTotalCents: null }, sumsOf(draft))).toBeUndefined();
});

test('blank rows are left out, half a row is named', () => {
  const blank = copyLast(aDraft(), SECOND);
  const half = changeRow(blank, SECOND, { stockNumber: '', description: 'x', unitCents: null });
  expect(missingIn(half)).toEqual({ what: ['rows'], rows: [2] });
  const fresh = emptyDraft('r' as ReceiveId, FIRST, '2026-11-23' as BusinessDate);
  expect(missingIn(fresh).what).toEqual(['vendor', 'invoiceNumber', 'total', 'noRows']);
});

test('several of a kind are counted goods, one is one of one', () => {
  const options = { knownInvoice: false, printTags: true };
  const draft = changeRow(aDraft(), FIRST, { quantity: 3 });
  expect(inputOf(draft, options)?.rows[0]).toMatchObject({
    kind: 'counted',
    quantityThousandths: 3000,
  });
  expect(inputOf(aDraft(), options)?.rows[0]).toMatchObject({ kind: 'piece' });
  expect(inputOf(aDraft({ vendor: ' ' }), options)).toBeUndefined();
});
