import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchCustomers } from '#db/customers/search-customers.ts';
import { findByCode } from '#db/stock/find-piece.ts';
import { searchPieces } from '#db/stock/search-pieces.ts';
import { aShop, type TestShop } from '#db/testing/a-shop.ts';
import { afterEach, expect, test } from 'vitest';
import { importDesk, valueOf } from './import-desk.ts';
import { customerOf, pieceOf } from './imported-shop.ts';

// Exports as the other systems write them lie beside the repository, where a machine has them. The numbers below
// were counted apart from this code.
const FOLDER = join(import.meta.dirname, '../../../shared/data/import');

function exportBytes(name: string, skip: (reason: string) => never): Uint8Array<ArrayBuffer> {
  const path = join(FOLDER, name);
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  const reason = `needs ../shared/data/import/${name}`;
  console.warn(`skipped: ${reason}`);
  return skip(reason);
}

let shop: TestShop | undefined;
afterEach(() => {
  shop?.close();
  shop = undefined;
});

test.for([
  ['square-catalog.csv', 'squareCatalog', 'pieces', 600, 0],
  ['lightspeed-x-products.csv', 'lightspeedProducts', 'pieces', 600, 0],
  // 139 of its pieces were sold before the move.
  ['the-edge/ItemList.json', 'edgeItems', 'pieces', 461, 139],
  ['square-item-sales.csv', 'squareItemSales', 'sales', 200, 0],
  ['shopify-customers.csv', 'shopifyCustomers', 'customers', 400, 0],
  ['repairshopr-customers.json', 'repairShoprCustomers', 'customers', 400, 0],
  ['the-edge/CustomerList.json', 'edgeCustomers', 'customers', 400, 0],
] as const)(
  '%s is known by name, comes in whole, stays single and goes again',
  async ([name, source, target, newCount, errorCount], { skip }) => {
    const bytes = exportBytes(name, skip);
    shop = aShop();
    const desk = importDesk(shop);
    const staged = await desk.stage(bytes, name);
    expect(staged).toMatchObject({ source, target, rowCount: newCount + errorCount });
    const dryRun = valueOf(await desk.runs.dryRun(staged.batchId, staged.mapping));
    expect(dryRun).toMatchObject({ newCount, changedCount: 0, skippedCount: 0, errorCount });
    expect(await desk.run(staged)).toMatchObject({ createdCount: newCount, errorCount });
    const again = await desk.stage(bytes, name);
    expect(await desk.run(again)).toMatchObject({ createdCount: 0, changedCount: 0, errorCount });
    expect(await desk.undo(staged)).toMatchObject({ removedCount: newCount, keptCount: 0 });
    expect(searchPieces(shop.writer, { text: '' }).total).toBe(0);
    expect(searchCustomers(shop.writer, { text: '' }).total).toBe(0);
  },
);

test("The Edge's pieces keep their numbers, and what was sold stays out", async ({ skip }) => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(exportBytes('the-edge/ItemList.json', skip));
  await desk.run(staged);
  expect(pieceOf(shop, '200-00001')).toMatchObject({
    description: '14K rose gold earring 0.96ct Round E VS1',
    category: 'Earrings',
    vendor: 'OVERNIGHT',
    vendorStyle: 'D22276',
    costCents: 8_919,
    tagPriceCents: 18_399,
    status: 'in_stock',
  });
  expect(pieceOf(shop, '100-00009')).toMatchObject({
    kind: 'counted',
    quantityThousandths: 27_000,
  });
  expect(findByCode(shop.writer, '600-00002')).toEqual([]);
});

test('who opted out or wants no e-mail was asked elsewhere and said no, and nobody has consented', async ({
  skip,
}) => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(exportBytes('repairshopr-customers.json', skip)));
  const asked = (text: string) =>
    JSON.parse(
      String(
        shop?.writer.sqlite
          .prepare('select asked_elsewhere from customer where id = ?')
          .pluck()
          .get(shop && customerOf(shop, text).customerId),
      ),
    ) as unknown;
  expect(asked('siobhan mitchell')).toEqual({ sms: true, email: false });
  expect(asked('aiden jenkins')).toEqual({ sms: false, email: false });
  expect(customerOf(shop, 'siobhan mitchell')).toMatchObject({
    importedFrom: 'repairShoprCustomers',
    fields: { address: { line1: '9549 Oak Ave', city: 'San Diego', state: 'CA', zip: '92101' } },
  });
});
