import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Counter, messages } from './counter.ts';
import { chooseImport, dryRun, runImport } from './import-desk.ts';
import { OLIVE } from './prepared-shop.ts';
import { ROOT } from './program.ts';
import { expect, test } from './shop-test.ts';

// Exports as the other systems write them lie beside the repository, where a machine has them.

const EXPORTS = [
  { file: 'square-catalog.csv', from: 'Square, items', rows: '600', bad: '0' },
  { file: 'square-item-sales.csv', from: 'Square, item sales', rows: '200', bad: '0' },
  { file: 'lightspeed-x-products.csv', from: 'Lightspeed X, products', rows: '600', bad: '0' },
  { file: 'shopify-customers.csv', from: 'Shopify, customers', rows: '400', bad: '0' },
  { file: 'repairshopr-customers.json', from: 'RepairShopr, customers', rows: '400', bad: '0' },
  { file: 'the-edge/CustomerList.json', from: 'The Edge, customers', rows: '400', bad: '0' },
  { file: 'the-edge/ItemList.json', from: 'The Edge, items', rows: '461', bad: '139' },
] as const;

for (const { file, from, rows, bad } of EXPORTS) {
  test(`${from}: known by name, imported by keyboard, single when imported again, gone when undone`, async ({
    openShop,
  }) => {
    const chosen = path.join(ROOT, '../shared/data/import', file);
    test.skip(!existsSync(chosen), `needs ../shared/data/import/${file}`);
    const { counter, page } = await openShop();
    await counter.signIn(OLIVE);

    await chooseImport(counter, chosen);
    await expect(page.getByText(from)).toBeVisible();
    expect(await dryRun(counter)).toMatchObject({
      New: rows,
      Changed: '0',
      'Not imported': bad,
    });
    await runImport(counter);

    await byKeyboard(counter, 'Import another file');
    const chooser = page.waitForEvent('filechooser');
    await counter.key('Control+o');
    await (await chooser).setFiles(chosen);
    expect(await dryRun(counter)).toMatchObject({ New: '0', Changed: '0', 'Not imported': bad });

    await counter.key('Escape');
    await expect(page.getByRole('heading', { name: 'Which column holds what' })).toBeVisible();
    await counter.key('Escape');
    await byKeyboard(counter, `Undo the import of ${path.basename(file)}`);
    await expect(messages(page)).toContainText(`${rows} removed.`, { timeout: 60_000 });
  });
}

test('a "CSV" of 4 GB is refused at once, with the next step, and the window goes on', async ({
  openShop,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sparse-'));
  const file = path.join(folder, 'export.csv');
  writeFileSync(file, 'SKU,Item Name,Price\n');
  truncateSync(file, 4 * 1024 ** 3);
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await chooseImport(counter, file);
  await expect(page.getByText('IMPORT_TOO_LARGE')).toBeVisible();
  await counter.key('Alt+1');
  await expect(page.getByText('Scan a tag to begin.')).toBeVisible();
  rmSync(folder, { recursive: true });
});

/** Presses a button that stands somewhere on the way of the Tab key. */
async function byKeyboard(counter: Counter, name: string): Promise<void> {
  const button = counter.page.getByRole('button', { name });
  await expect(button).toBeVisible();
  await button.focus();
  await counter.key('Enter');
}
