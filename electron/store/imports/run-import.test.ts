import { afterEach, beforeEach, expect, test } from 'vitest';
import { aShop, newId, type TestShop, TEST_NOW_MS } from '#db/testing/a-shop.ts';
import { ImportRuns } from './run-import.ts';

let shop: TestShop;
let restored: TestShop;
beforeEach(() => {
  shop = aShop();
  restored = aShop();
});
afterEach(() => {
  shop.close();
  restored.close();
});

const rowsIn = ({ writer }: TestShop) =>
  writer.sqlite.prepare('select count(*) from import_row').pluck().get();

test('a file that is being taken in while a backup is restored never gets into the restored shop', async () => {
  let open = shop;
  const runs = new ImportRuns(
    () => open.writer,
    () => TEST_NOW_MS,
    () => undefined,
  );
  const lines = Array.from({ length: 3000 }, (_, index) => `${index},Ring,10.00`);
  const file = new File([['SKU,Item Name,Price', ...lines].join('\n')], 'catalog.csv');
  const reading = runs.read(newId('batch'), file);
  open = restored;
  expect(await reading).toMatchObject({ ok: true, value: { rowCount: 3000 } });
  expect([rowsIn(shop), rowsIn(restored)]).toEqual([3000, 0]);
});
