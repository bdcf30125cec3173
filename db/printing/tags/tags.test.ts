import { afterEach, beforeEach, expect, test } from 'vitest';
import { cents } from '#shared/money.ts';
import type { PieceId } from '#shared/ids.ts';
import type { TagTerms } from '#shared/stock/tags/contract.ts';
import { usualStock } from '#shared/stock/tags/tag-stock.ts';
import { saveTagPrinter } from '../../settings/register-settings.ts';
import { saveTagTerms } from '../../settings/tag-terms.ts';
import { addPiece } from '../../stock/add-piece.ts';
import { editPiece } from '../../stock/edit-piece.ts';
import { NO_TAG_YET, pieceTable } from '../../stock/tables.ts';
import { ok } from '#shared/result.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { claimNextJob } from '../print-queue.ts';
import { findTagSettings, listPieceTags, listWaitingTags } from './find-tags.ts';
import { dismissTags, printTags } from './print-tags.ts';

let shop: TestShop;
let ring: PieceId;
beforeEach(() => {
  shop = aShop();
  ring = addRing('R-1');
});
afterEach(() => shop.close());

const ringFields = (stockNumber: string) => ({
  stockNumber,
  description: 'Oval ring',
  category: 'Rings',
  vendor: 'Stuller',
  vendorStyle: '',
  serial: '',
  costCents: cents(194_000),
  tagPriceCents: cents(399_900),
  taxed: true,
  taxClass: 'goods' as const,
  kind: 'piece' as const,
});

function addRing(stockNumber: string): PieceId {
  const context = shop.context('stock.add', { actor: shop.manager });
  const input = {
    pieceId: newId('piece'),
    fields: ringFields(stockNumber),
    quantityThousandths: 1000,
    businessDate: shop.today,
  };
  shop.writer.write(context, input, (tx) => addPiece(tx, context, input));
  return input.pieceId;
}

const setTag = (pieceId: PieceId, taggedCents: number | null) => {
  const context = shop.context('test.tag');
  shop.writer.write(context, { pieceId, taggedCents }, (tx) => {
    tx.setFields(pieceTable, pieceId, { taggedCents });
    return ok(null);
  });
};
const plugIn = () =>
  shop.writer.writeLocal((tx) =>
    saveTagPrinter(tx, {
      connection: { kind: 'network', host: 'zebra', port: 9100 },
      stock: usualStock('barbell', 203),
    }),
  );
const print = (pieceIds: readonly PieceId[], commandId = newId('command')) => {
  const context = shop.context('tags.print', { commandId });
  return shop.writer.write(context, { pieceIds }, (tx) => printTags(tx, context, { pieceIds }));
};
const saveTerms = (terms: TagTerms) => {
  const context = shop.context('tags.saveTerms', { actor: shop.manager });
  return shop.writer.write(context, terms, (tx) => saveTagTerms(tx, context, { terms }));
};
const waiting = () =>
  listWaitingTags(shop.writer, { limit: 50, offset: 0 }).rows.map((row) => row.stockNumber);
const claim = (printer: 'papers' | 'tags') =>
  shop.writer.writeLocal((tx) => claimNextJob(tx, Number.MAX_SAFE_INTEGER, printer));

test('a piece whose tag says another price waits for a tag, and no longer once it is printed', () => {
  plugIn();
  expect(waiting()).toEqual([]);
  setTag(ring, 350_000);
  expect(waiting()).toEqual(['R-1']);
  expect(print([ring])).toEqual({ ok: true, value: { count: 1 } });
  expect(waiting()).toEqual([]);
});

test('a price changed by hand makes the piece wait for a tag, and the old price takes it off again', () => {
  const priced = (tagPriceCents: number) => {
    const context = shop.context('stock.edit', { actor: shop.manager });
    const input = {
      pieceId: ring,
      fields: { ...ringFields('R-1'), tagPriceCents: cents(tagPriceCents) },
    };
    shop.writer.write(context, input, (tx) => editPiece(tx, context, input));
  };
  priced(450_000);
  expect(waiting()).toEqual(['R-1']);
  priced(399_900);
  expect(waiting()).toEqual([]);
});

test('a piece that never had a tag waits for one until a person says that it has', () => {
  setTag(ring, NO_TAG_YET);
  expect(listWaitingTags(shop.writer, { limit: 5, offset: 0 }).rows[0]?.taggedCents).toBeNull();
  const context = shop.context('tags.dismiss', { actor: shop.manager });
  const input = { pieceIds: [ring] };
  shop.writer.write(context, input, (tx) => dismissTags(tx, context, input));
  expect(waiting()).toEqual([]);
});

test('tags go to the tag printer, in one run, and never to the receipt printer', () => {
  plugIn();
  const second = addRing('R-2');
  print([ring, second]);
  expect(claim('papers')).toBeUndefined();
  const job = claim('tags');
  expect(JSON.parse(job?.options ?? '')).toEqual({ pieceIds: [ring, second] });
  expect(job?.title).toBe('R-1 +1');
  expect(claim('tags')).toBeUndefined();
});

test('the same command said twice prints one run', () => {
  plugIn();
  const commandId = newId('command');
  print([ring], commandId);
  print([ring], commandId);
  expect(claim('tags')).toBeDefined();
  expect(claim('tags')).toBeUndefined();
});

test('without a tag printer, or for a piece that is not there, nothing is queued and nothing is noted', () => {
  setTag(ring, 1);
  expect(print([ring])).toEqual({ ok: false, refusal: { code: 'TAG_PRINTER_NOT_SET' } });
  plugIn();
  expect(print([ring, newId('piece')])).toEqual({
    ok: false,
    refusal: { code: 'PIECE_NOT_FOUND' },
  });
  expect(waiting()).toEqual(['R-1']);
  expect(claim('tags')).toBeUndefined();
});

test('the coded cost is on the tag only where the store prints it, and the word stays with those who see costs', () => {
  const codeOf = () => listPieceTags(shop.writer, [ring])[0]?.codedCost;
  expect(codeOf()).toBeNull();
  const terms = { symbology: 'code128', printsCost: true, codeWord: 'blackhorse' } as const;
  expect(saveTerms(terms)).toEqual({ ok: true, value: null });
  expect(codeOf()).toBe('BSCE');
  expect(findTagSettings(shop.writer, true).terms.codeWord).toBe('BLACKHORSE');
  expect(findTagSettings(shop.writer, false)).toMatchObject({
    hasCodeWord: true,
    terms: { codeWord: null },
  });
  saveTerms({ ...terms, printsCost: false });
  expect(codeOf()).toBeNull();
});

test('a word with a letter twice is refused, and so is a coded cost without a word', () => {
  const terms = { symbology: 'code128', printsCost: true, codeWord: 'BLACKHORSB' } as const;
  expect(saveTerms(terms)).toMatchObject({ refusal: { code: 'CODE_WORD_UNUSABLE' } });
  expect(saveTerms({ ...terms, codeWord: null })).toMatchObject({
    refusal: { code: 'CODE_WORD_MISSING' },
  });
});
