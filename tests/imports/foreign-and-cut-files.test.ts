import { setImmediate as nextTurn } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import { findByCode } from '#db/stock/find-piece.ts';
import { rederivePieceStates } from '#db/stock/rederive-piece-states.ts';
import { searchPieces } from '#db/stock/search-pieces.ts';
import { aShop, newId, type TestShop } from '#db/testing/a-shop.ts';
import { afterEach, expect, test } from 'vitest';
import { aCatalog, importDesk, valueOf } from './import-desk.ts';

let shop: TestShop;
afterEach(() => shop.close());

const local = Buffer.from('504b0304140000000800', 'hex');
test.each([
  ['a zip with the name of a table', Buffer.concat([local, deflateRawSync(aCatalog(50))])],
  ['a picture', Buffer.from('ffd8ffe000104a46494600010100', 'hex')],
  ['a workbook of an older program', Buffer.from('d0cf11e0a1b11ae10000000000', 'hex')],
])('%s is refused as no text', async (_kind, bytes) => {
  shop = aShop();
  const file = new File([new Uint8Array(bytes)], 'export.csv');
  expect(await importDesk(shop).runs.read(newId('batch'), file)).toMatchObject({
    ok: false,
    refusal: { code: 'IMPORT_NOT_TEXT' },
  });
});

test('a cancelled import leaves whole rows, and its undo takes every one of them back', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(600));
  valueOf(await desk.runs.run(staged.batchId, staged.mapping, desk.newContext));
  while (desk.runs.progress(staged.batchId)?.done === 0) await nextTurn();
  const { createdCount } = valueOf(await desk.runs.cancel(staged.batchId));
  expect(createdCount).toBeLessThan(600);
  expect(searchPieces(shop.writer, { text: '' }).total).toBe(createdCount);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
  expect(await desk.undo(staged)).toMatchObject({ removedCount: createdCount, keptCount: 0 });
  expect(searchPieces(shop.writer, { text: '' }).total).toBe(0);
});

test('after a power cut in the middle of an import it can be undone instead of going on', async () => {
  shop = aShop();
  const count = () =>
    Number(shop.writer.sqlite.prepare('select count(*) from piece').pluck().get());
  const broken = importDesk(shop, () => {
    if (count() > 30) throw new Error('the power went');
    return shop.writer;
  });
  const staged = await importDesk(shop).stage(aCatalog(400));
  await broken.run(staged);
  const done = count();
  expect(done).toBeGreaterThan(0);
  shop = shop.reopen();
  const desk = importDesk(shop);
  expect(await desk.undo(staged)).toMatchObject({ removedCount: done, keptCount: 0 });
  expect(findByCode(shop.writer, 'N-00000')).toEqual([]);
});
