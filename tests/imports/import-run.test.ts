import { listBatches } from '#db/imports/find-batch.ts';
import { findByCode } from '#db/stock/find-piece.ts';
import { rederivePieceStates } from '#db/stock/rederive-piece-states.ts';
import { aShop, newId, type TestShop } from '#db/testing/a-shop.ts';
import { badRowsOf } from '#electron/store/imports/bad-rows.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { aCatalog, importDesk, valueOf } from './import-desk.ts';
import { customerOf, JORG, NURIA, pieceOf, sell, shopify } from './imported-shop.ts';

let shop: TestShop;
afterEach(() => shop.close());

const count = (sql: string) =>
  shop.writer.sqlite.prepare(`select count(*) from ${sql}`).pluck().get();
test('a file is taken in, recognised and described, and nothing of the shop changes', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const before = shop.writer.head.n;
  const staged = await desk.stage(aCatalog(3), 'catalog.csv');
  expect(staged).toMatchObject({
    fileName: 'catalog.csv',
    encoding: 'utf-8',
    rowCount: 3,
    target: 'pieces',
    source: 'squareCatalog',
    mapping: { stockNumber: 'SKU', tagPrice: 'Price', quantity: 'Current Quantity Main St' },
  });
  expect(staged.sample).toHaveLength(3);
  expect(staged.sample[0]?.[0]).toBe('T00000');
  expect(staged.fields.filter(({ required }) => required).map(({ field }) => field)).toEqual([
    'stockNumber',
    'description',
    'tagPrice',
  ]);
  expect(shop.writer.head.n).toBe(before);
  expect(listBatches(shop.writer)).toEqual([desk.batch(staged)]);
});

test('a window that asks twice takes the file in once', async () => {
  shop = aShop();
  const { runs } = importDesk(shop);
  const batchId = newId('batch');
  const first = await runs.read(batchId, new File([aCatalog(3)], 'a.csv'));
  expect(await runs.read(batchId, new File([aCatalog(3)], 'a.csv'))).toEqual(first);
  expect(count('import_row')).toBe(3);
});

test('what is no table is refused', async () => {
  shop = aShop();
  const { runs } = importDesk(shop);
  const read = (text: string) => runs.read(newId('batch'), new File([text], 'x.csv'));
  expect(await read('')).toEqual({ ok: false, refusal: { code: 'IMPORT_EMPTY' } });
  expect(await read('SKU,Price\n')).toEqual({ ok: false, refusal: { code: 'IMPORT_NO_ROWS' } });
  expect(await read('PK\u0003\u0004\u0000')).toEqual({
    ok: false,
    refusal: { code: 'IMPORT_NOT_TEXT' },
  });
  expect(count('import_batch')).toBe(0);
});

test('what a crash left of a file half taken in is thrown away by the next file', async () => {
  shop = aShop();
  shop.writer.sqlite.exec(`
    insert into import_batch values ('torn', 'x.csv', 'utf-8', 'pieces', null, '[]', '{}', 0, 'staged', 0, 0, 0, 1);
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 1200)
    insert into import_row (batch_id, row_number, cells) select 'torn', i, '{"c":[]}' from n;
  `);
  const desk = importDesk(shop);
  expect(listBatches(shop.writer)).toEqual([]);
  await desk.stage(aCatalog(2));
  expect(count('import_row')).toBe(2);
  expect(count('import_batch')).toBe(1);
});

test('a batch that is not there and a column that is missing are refused', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(1));
  const notFound = { ok: false, refusal: { code: 'IMPORT_NOT_FOUND' } };
  const other = newId('batch');
  expect(await desk.runs.dryRun(other, {})).toEqual(notFound);
  expect(await desk.runs.run(other, {}, desk.newContext)).toEqual(notFound);
  expect(await desk.runs.cancel(other)).toEqual(notFound);
  expect(await desk.runs.undo(other, desk.newContext)).toEqual(notFound);
  expect(desk.runs.progress(other)).toBeNull();
  expect(badRowsOf(shop.writer, other)).toBe('');
  const { tagPrice: _price, ...mapping } = staged.mapping;
  const notMapped = { ok: false, refusal: { code: 'IMPORT_FIELD_NOT_MAPPED', field: 'tagPrice' } };
  expect(await desk.runs.dryRun(staged.batchId, mapping)).toEqual(notMapped);
  expect(await desk.runs.run(staged.batchId, mapping, desk.newContext)).toEqual(notMapped);
  const elsewhere = { ...staged.mapping, tagPrice: 'No such column' };
  expect(await desk.runs.dryRun(staged.batchId, elsewhere)).toEqual(notMapped);
});

test('one import at a time', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(50));
  valueOf(await desk.runs.run(staged.batchId, staged.mapping, desk.newContext));
  const running = { ok: false, refusal: { code: 'IMPORT_RUNNING' } };
  expect(await desk.runs.run(staged.batchId, staged.mapping, desk.newContext)).toEqual(running);
  expect(await desk.runs.dryRun(staged.batchId, staged.mapping)).toEqual(running);
  expect(await desk.runs.undo(staged.batchId, desk.newContext)).toEqual(running);
  await desk.runs.settled(staged.batchId);
  expect(desk.batch(staged)).toMatchObject({ state: 'done', createdCount: 50 });
});

test('the dry run says what the run then does, and does none of it', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(aCatalog(3)));
  const { n } = shop.writer.head;
  const text = aCatalog(6, (index) => ({
    ...(index === 1 && { price: '249.00', name: 'Ring, resized' }),
    ...(index === 4 && { price: '-3' }),
    ...(index === 5 && { sku: 'n-00000' }),
  })).replace('Ring, resized', '"Ring, resized"');
  const staged = await desk.stage(text);
  const dryRun = valueOf(await desk.runs.dryRun(staged.batchId, staged.mapping));
  expect(shop.writer.head.n).toBe(n);
  expect(dryRun).toMatchObject({
    newCount: 1,
    changedCount: 1,
    skippedCount: 2,
    errorCount: 2,
    newSample: ['N-00003 Ring 00003'],
    errors: [
      { row: 6, field: 'tagPrice', code: 'AMOUNT_NEGATIVE', value: '-3' },
      { row: 7, field: 'stockNumber', code: 'IMPORT_STOCK_NUMBER_TWICE', firstRow: 2 },
    ],
  });
  expect(dryRun.changes).toEqual([
    {
      row: 3,
      title: 'N-00001 Ring, resized',
      fields: [
        { field: 'description', before: 'Ring 00001', after: 'Ring, resized' },
        { field: 'tagPriceCents', before: '$199.00', after: '$249.00' },
      ],
    },
  ]);
  const bad = badRowsOf(shop.writer, staged.batchId).split('\r\n');
  expect(bad).toHaveLength(4);
  expect(bad[1]).toContain('The amount is below zero.');
  expect(await desk.run(staged)).toMatchObject({
    state: 'done',
    createdCount: 1,
    changedCount: 1,
    errorCount: 2,
  });
  expect(badRowsOf(shop.writer, staged.batchId).split('\r\n')).toEqual(bad);
  expect(pieceOf(shop, 'N-00001')).toMatchObject({
    description: 'Ring, resized',
    tagPriceCents: 24_900,
  });
});

test('a row without errors any more leaves the file of bad rows', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const text = 'SKU,Name,Price,Other price\nA-1,Ring,none,120.00\n';
  const staged = await desk.stage(text);
  const dryRun = async (tagPrice: string) =>
    valueOf(await desk.runs.dryRun(staged.batchId, { ...staged.mapping, tagPrice })).errorCount;
  expect(await dryRun('Price')).toBe(1);
  expect(badRowsOf(shop.writer, staged.batchId)).toContain('A-1');
  expect(await dryRun('Other price')).toBe(0);
  expect(badRowsOf(shop.writer, staged.batchId)).not.toContain('A-1');
});

test('an imported piece can be sold, and each row is a changeset of its batch', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(5));
  await desk.run(staged);
  expect(count(`changeset where batch_id = '${staged.batchId}'`)).toBe(5);
  expect(pieceOf(shop, 'N-00004')).toMatchObject({
    status: 'in_stock',
    costCents: 8800,
    tagPriceCents: 19_900,
    movements: [
      {
        kind: 'imported',
        quantityThousandths: 1000,
        businessDate: shop.today,
        documentKind: 'import',
        documentId: staged.batchId,
      },
    ],
  });
});

test('a batch that is done does nothing when it is run again', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(5));
  const done = await desk.run(staged);
  const { n } = shop.writer.head;
  expect(await desk.run(staged)).toEqual(done);
  expect(shop.writer.head.n).toBe(n);
});

test('the same file as a new batch doubles nothing and changes nothing', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(aCatalog(40)));
  await desk.run(await desk.stage(shopify(NURIA, JORG)));
  const { n } = shop.writer.head;
  for (const text of [aCatalog(40), shopify(NURIA, JORG)]) {
    const staged = await desk.stage(text);
    expect(await desk.run(staged)).toMatchObject({ createdCount: 0, changedCount: 0 });
  }
  expect(shop.writer.head.n).toBe(n);
  expect(count('piece')).toBe(40);
  expect(count('customer')).toBe(2);
});

test('a piece sold here does not come back because an old file still lists it', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(aCatalog(2)));
  sell(shop, pieceOf(shop, 'N-00000').pieceId);
  await desk.run(await desk.stage(aCatalog(2)));
  expect(pieceOf(shop, 'N-00000')).toMatchObject({ status: 'sold', quantityThousandths: 0 });
});

test('a quantity follows the file until somebody sells', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const withQuantity = (quantity: string) => aCatalog(1, () => ({ quantity }));
  await desk.run(await desk.stage(withQuantity('5')));
  const second = await desk.stage(withQuantity('8'));
  expect(await desk.run(second)).toMatchObject({ changedCount: 1 });
  expect(pieceOf(shop, 'N-00000').quantityThousandths).toBe(8000);
  expect(await desk.undo(second)).toMatchObject({ restoredCount: 1 });
  expect(pieceOf(shop, 'N-00000').quantityThousandths).toBe(5000);
  sell(shop, pieceOf(shop, 'N-00000').pieceId);
  expect(await desk.run(await desk.stage(withQuantity('5')))).toMatchObject({ changedCount: 0 });
  expect(pieceOf(shop, 'N-00000').quantityThousandths).toBe(4000);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
});

test('a piece keeps its number when the file gives it the number of another piece', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(aCatalog(2)));
  const swapped = aCatalog(1, () => ({ sku: 'N-00001', name: 'Ring 00000' }));
  await desk.run(await desk.stage(swapped));
  expect(findByCode(shop.writer, 'N-00001')).toHaveLength(1);
  expect(pieceOf(shop, 'N-00000').description).toBe('Ring 00000');
});

test('what a file says of marketing is asked elsewhere, and nothing else', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(shopify(NURIA, JORG)));
  const asked = shop.writer.sqlite
    .prepare('select asked_elsewhere from customer order by given_name')
    .pluck()
    .all();
  expect(asked).toEqual(['{"sms":false,"email":false}', '{"sms":true,"email":true}']);
  expect(customerOf(shop, 'nuria')).toMatchObject({
    name: 'Núria Müller',
    town: 'Franklin',
    phoneLast4: '0142',
    lastVisitOn: null,
    importedFrom: 'shopifyCustomers',
    fields: { address: { zip: '37064' } },
  });
});

test('a customer without a key is known again by name and phone, never by phone alone', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const file = (...rows: readonly string[]) =>
    ['First Name,Last Name,Phone,Email,City', ...rows].join('\n');
  const people = [
    'Ada,Okafor,(615) 555-0142,,Franklin',
    'Chidi,Okafor,(615) 555-0142,,Franklin',
    'Rosa,Díaz,,rosa@example.com,Nolensville',
    'Sam,Stone,,,Brentwood',
  ];
  expect(await desk.run(await desk.stage(file(...people)))).toMatchObject({ createdCount: 4 });
  const again = [...people.slice(0, 3), 'SAM,STONE,,,Brentwood', 'Rosa,Diaz,,other@example.com,'];
  const staged = await desk.stage(file(...again));
  expect(await desk.run(staged)).toMatchObject({ createdCount: 1, changedCount: 1 });
  expect(customerOf(shop, 'stone').name).toBe('SAM STONE');
});

test('two keys of one system are two customers, even of one name and phone', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(shopify(NURIA, NURIA.replace('7001', '7009')));
  expect(await desk.run(staged)).toMatchObject({ createdCount: 2 });
});

test('a cancelled import keeps what it did and goes on from there', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(600));
  valueOf(await desk.runs.run(staged.batchId, staged.mapping, desk.newContext));
  while (desk.runs.progress(staged.batchId)?.done === 0) await nextTurn();
  const cancelled = valueOf(await desk.runs.cancel(staged.batchId));
  expect(cancelled.state).toBe('cancelled');
  expect(cancelled.createdCount).toBeGreaterThan(0);
  expect(cancelled.createdCount).toBeLessThan(600);
  expect(count('piece')).toBe(cancelled.createdCount);
  expect(await desk.run(staged)).toMatchObject({ state: 'done', createdCount: 600 });
  expect(desk.runs.progress(staged.batchId)).toEqual({ done: 600, total: 600, finished: true });
});

test('after a power cut between slices the import goes on without doing a row twice', async () => {
  shop = aShop();
  const broken = importDesk(shop, () => {
    if (Number(count('piece')) > 30) throw new Error('the power went');
    return shop.writer;
  });
  const text = aCatalog(400, (index) => (index === 399 ? { sku: 'N-00000' } : {}));
  const staged = await importDesk(shop).stage(text);
  await broken.run(staged);
  expect(broken.troubles).toEqual([expect.stringContaining('the power went')]);
  const done = Number(count('piece'));
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(399);
  shop = shop.reopen();
  const desk = importDesk(shop);
  expect(desk.batch(staged)).toMatchObject({ state: 'running', createdCount: done });
  expect(await desk.run(staged)).toMatchObject({
    state: 'done',
    createdCount: 399,
    errorCount: 1,
  });
  expect(count('piece')).toBe(399);
  expect(count(`changeset where batch_id = '${staged.batchId}'`)).toBe(399);
});

test('a row whose mark was lost is recognised by its command and not done again', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(10));
  await desk.run(staged);
  shop.writer.sqlite.exec(`
    update import_row set outcome = null, subject_id = null;
    update import_batch set state = 'running', created_count = 0;
  `);
  const { n } = shop.writer.head;
  expect(await desk.run(staged)).toMatchObject({ state: 'done', createdCount: 10 });
  expect(shop.writer.head.n).toBe(n);
  expect(count('import_row where subject_id is not null')).toBe(10);
});

test('sales go on while a file is imported', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(aCatalog(1)));
  const staged = await desk.stage(aCatalog(400));
  valueOf(await desk.runs.run(staged.batchId, staged.mapping, desk.newContext));
  sell(shop, pieceOf(shop, 'N-00000').pieceId);
  let sold = 1;
  while (!desk.runs.progress(staged.batchId)?.finished) {
    const [next] = findByCode(shop.writer, `N-${String(sold).padStart(5, '0')}`);
    if (next) {
      sell(shop, next.pieceId);
      sold += 1;
    }
    await nextTurn();
  }
  expect(sold).toBeGreaterThan(2);
  expect(desk.batch(staged)).toMatchObject({ state: 'done', createdCount: 399 });
  expect(rederivePieceStates(shop.writer)).toEqual([]);
});
