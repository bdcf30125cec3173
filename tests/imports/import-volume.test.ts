import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findByCode } from '#db/stock/find-piece.ts';
import { searchCustomers } from '#db/customers/search-customers.ts';
import { rederivePieceStates } from '#db/stock/rederive-piece-states.ts';
import { searchPieces } from '#db/stock/search-pieces.ts';
import { aShop, type TestShop } from '#db/testing/a-shop.ts';
import { afterEach, expect, test } from 'vitest';
import { aCatalog, importDesk, valueOf } from './import-desk.ts';

let shop: TestShop | undefined;
afterEach(() => {
  shop?.close();
  shop = undefined;
});

test('a catalog of 50,000 pieces comes in whole, once', { timeout: 600_000 }, async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(
    aCatalog(50_000, (index) => (index % 1000 === 999 ? { price: 'ask' } : {})),
  );
  expect(staged.rowCount).toBe(50_000);
  const dryRun = valueOf(await desk.runs.dryRun(staged.batchId, staged.mapping));
  expect(dryRun).toMatchObject({ newCount: 49_950, changedCount: 0, errorCount: 50 });
  expect(await desk.run(staged)).toMatchObject({
    state: 'done',
    createdCount: 49_950,
    errorCount: 50,
  });
  expect(searchPieces(shop.writer, { text: '' }).total).toBe(49_950);
  expect(findByCode(shop.writer, 'n-49998')).toHaveLength(1);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
});

// Exports as the other systems write them lie beside the repository, where a machine has them.
const FOLDER = join(import.meta.dirname, '../../../shared/data/import');

function exportBytes(name: string, skip: (reason: string) => never): Uint8Array<ArrayBuffer> {
  const path = join(FOLDER, name);
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  const reason = `needs ../shared/data/import/${name}`;
  console.warn(`skipped: ${reason}`);
  return skip(reason);
}

test("a shop's own catalog and customers come in, stay single and go again", async (context) => {
  const catalog = exportBytes('square-catalog.csv', context.skip);
  const customers = exportBytes('shopify-customers.csv', context.skip);
  shop = aShop();
  const desk = importDesk(shop);
  const pieces = await desk.stage(catalog, 'square-catalog.csv');
  const people = await desk.stage(customers, 'shopify-customers.csv');
  for (const [staged, rows] of [
    [pieces, 600],
    [people, 400],
  ] as const) {
    const dryRun = valueOf(await desk.runs.dryRun(staged.batchId, staged.mapping));
    const { newCount, changedCount, skippedCount, errorCount } = dryRun;
    expect([changedCount, skippedCount], staged.fileName).toEqual([0, 0]);
    expect(newCount + errorCount, staged.fileName).toBe(rows);
    const done = await desk.run(staged);
    expect(done).toMatchObject({ createdCount: newCount, changedCount: 0, errorCount });
  }
  const { n } = shop.writer.head;
  for (const bytes of [catalog, customers]) {
    const again = await desk.stage(bytes);
    expect(await desk.run(again)).toMatchObject({ createdCount: 0, changedCount: 0 });
  }
  expect(shop.writer.head.n).toBe(n);
  const [first] = findByCode(shop.writer, '200-00001');
  expect(first).toMatchObject({ tagPriceCents: 18_399, status: 'in_stock' });
  expect(searchCustomers(shop.writer, { text: 'siobhan mitchell' }).total).toBeGreaterThan(0);
  const undone = [await desk.undo(pieces), await desk.undo(people)];
  expect(undone.map(({ keptCount }) => keptCount)).toEqual([0, 0]);
  expect(searchPieces(shop.writer, { text: '' }).total).toBe(0);
  expect(searchCustomers(shop.writer, { text: '' }).total).toBe(0);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
});
