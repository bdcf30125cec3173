import { existsSync } from 'node:fs';
import path from 'node:path';
import { startRecordedPrinter } from '#tools/printer/recorded-printer.ts';
import { cartLines, type Counter, justSold, messages, scanLine } from './counter.ts';
import { chooseImport, dryRun, fixtureFile, runImport } from './import-desk.ts';
import { newDataFolder, OLIVE } from './prepared-shop.ts';
import { ROOT } from './program.ts';
import { expect, test } from './shop-test.ts';

/** From the welcome page to the open drawer, without a mouse. */
async function setUpByKeyboard(counter: Counter, printerPort: number): Promise<void> {
  const { page } = counter;
  const field = (name: string) => page.getByRole('textbox', { name });
  await expect(page.getByRole('button', { name: 'Set up my store' })).toBeFocused();
  await counter.key('Enter');

  await expect(field('Store name')).toBeFocused();
  await counter.type('Hart & Sons');
  await counter.key('Enter');

  await expect(field('Your name')).toBeFocused();
  await counter.type('Olive Hart');
  await expect(field('Initials')).toHaveValue('OH');
  await counter.keys('Tab', 'Tab');
  await counter.type('271828');
  await counter.key('Tab');
  await counter.type('271828');
  await counter.key('Enter');

  await expect(field('Rate in percent')).toBeFocused();
  await counter.type('8.25');
  await counter.key('Enter');

  await expect(field('Network address')).toBeFocused();
  await counter.type('127.0.0.1');
  await counter.key('Tab');
  await counter.key('Control+a');
  await counter.type(String(printerPort));
  await counter.key('Enter');

  const onPaper = page.getByRole('button', { name: 'I have it on paper' });
  await expect(onPaper).toBeVisible();
  await expect(page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem')).toHaveText(
    Array.from({ length: 8 }, () => /^[0-9A-Z]{4}$/),
  );
  while (!(await onPaper.evaluate((button) => button === document.activeElement)))
    await counter.key('Tab');
  await counter.key('Enter');

  const float = page.getByRole('textbox', { name: /Cash in the drawer|Float/ }).first();
  await expect(float).toBeFocused();
  await counter.key('Control+a');
  await counter.type('200');
  await counter.key('Enter');
  await expect(page.getByText('Scan a tag to begin.')).toBeVisible();
  await expect(float).toHaveCount(0);
}

test('a fresh machine: set up, import, scan two pieces, take cash, and the receipt prints', async ({
  open,
}) => {
  const printer = await startRecordedPrinter();
  const { counter, page } = await open(newDataFolder());
  await setUpByKeyboard(counter, printer.port);

  await chooseImport(counter, fixtureFile('square-small.csv'));
  expect(await dryRun(counter)).toMatchObject({ New: '3', 'Not imported': '1' });
  await runImport(counter);

  await counter.key('Alt+1');
  await scanLine(counter, { stockNumber: '200-00012', description: '14K hoop earrings 20 mm' });
  await scanLine(counter, { stockNumber: '300-00013', description: 'Rope chain 18 in' });
  await counter.key('F9');
  await expect(page.getByRole('textbox', { name: 'Cash handed over' })).toBeFocused();
  await counter.type('1500');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('S1-1');
  await expect(justSold(page)).toContainText('$92.76');

  // Opening the day has opened the drawer too; a sale opens it first and then prints.
  const [opened, kick, receipt] = await printer.untilJobs(3);
  expect([opened, kick].map((job) => job?.acts.map(({ type }) => type))).toEqual([
    ['pulse'],
    ['pulse'],
  ]);
  expect(receipt?.acts.map(({ type }) => type)).not.toContain('pulse');
  const text = (receipt?.lines ?? []).join('\n');
  expect(text).toContain('Hart & Sons');
  expect(text).toMatch(/14K hoop earrings 20 mm +\$1,240\.00/);
  expect(text).toMatch(/Rope chain 18 in +\$59\.99/);
  expect(text).toMatch(/Total +\$1,407\.24/);
  expect(text).toMatch(/Change due +\$92\.76/);
  expect(text).not.toContain('COPY');

  await counter.click(justSold(page).getByRole('button', { name: 'Receipt', exact: true }));
  await counter.click(page.getByRole('button', { name: 'Print again (COPY)' }));
  await expect(messages(page)).toContainText('The copy is on its way to the printer.');
  const [, , , copy, ...more] = await printer.untilJobs(4);
  expect((copy?.lines ?? []).join('\n')).toContain('COPY');
  expect(copy?.acts.map(({ type }) => type)).not.toContain('pulse');
  expect(more).toEqual([]);
  await printer.stop();
});

const CATALOG = path.join(ROOT, '../shared/data/import/square-catalog.csv');

test('the catalog of another system: 600 pieces tried out, imported with progress, and one is sold', async ({
  openShop,
}) => {
  test.skip(!existsSync(CATALOG), 'needs ../shared/data/import/square-catalog.csv');
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await chooseImport(counter, CATALOG);
  expect(await dryRun(counter)).toMatchObject({ New: '600', Changed: '0', 'Not imported': '0' });
  const progress = await runImport(counter);
  expect(progress.join('\n')).toMatch(/\d+ of 600 rows/);

  await counter.key('Alt+1');
  await scanLine(counter, {
    stockNumber: '600-00002',
    description: 'Seiko automatic 37mm steel',
  });
  await expect(cartLines(page)).toContainText('$1,076.99');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$1,165.84');
});

test('a key works from the very moment in which its screen is there', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await page.evaluate(() => {
    const press = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    const seen = new MutationObserver(() => {
      const heading = [...document.querySelectorAll('h2, h3')];
      if (!heading.some((each) => each.textContent === 'Which column holds what')) return;
      seen.disconnect();
      document.body.dispatchEvent(new KeyboardEvent('keydown', press));
    });
    seen.observe(document.body, { subtree: true, childList: true });
  });
  await chooseImport(counter, fixtureFile('square-small.csv'));
  await expect(page.getByLabel('What the import would do')).toBeVisible();
});
