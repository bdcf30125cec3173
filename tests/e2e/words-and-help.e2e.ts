import { scanLine } from './counter.ts';
import { CAL, CLOTH, OLIVE } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

test('a command is found by its words, shows its key, and runs by Enter or by a click', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await counter.key('F2');
  await counter.type('>draw');
  const drawer = page.getByRole('option', { name: /Drawer/ });
  await expect(drawer).toContainText('F12');
  await counter.key('Enter');
  await expect(page.getByRole('dialog')).toContainText('Cash in or out');
  await counter.key('Escape');

  await counter.key('Control+K');
  await counter.type('print');
  await page.getByRole('option', { name: /Settings · Printer/ }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('the list of all keys runs what is clicked in it', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await page.getByRole('button', { name: 'All keys' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Customers' }).click();
  await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible();
});

test('F1 opens the page for what lies on top, and Esc leads back with everything that was typed', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await counter.key('F1');
  await expect(page.getByRole('heading', { name: 'Ring up a sale' })).toBeVisible();
  await counter.key('Escape');

  await scanLine(counter, CLOTH);
  await counter.key('F9');
  await expect(page.getByRole('textbox', { name: 'Cash handed over' })).toBeFocused();
  await counter.type('50');
  await counter.key('F1');
  await expect(page.getByRole('heading', { name: 'Take a payment' })).toBeVisible();
  await counter.type('gift');
  await counter.key('Enter');
  await expect(page.getByRole('heading', { name: 'Gift cards and store credit' })).toBeVisible();
  await counter.key('Escape');
  await expect(page.getByRole('textbox', { name: 'Cash handed over' })).toHaveValue('50.00');
});

test('a message leads to the page of its code, and from there into the guide', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await page.evaluate(() => (location.hash = '#/imports'));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('\n') });
  await expect(page.getByText(/Code IMPORT_/)).toBeVisible();
  await page.getByRole('button', { name: 'What is this?' }).click();
  await expect(page.getByRole('heading', { name: /^IMPORT_/ })).toBeVisible();
  await page.getByRole('button', { name: /^In the guide/ }).click();
  await expect(page.getByRole('article', { name: /Bring the list/ })).toBeVisible();
});

test('it says where the store is kept, and leads to its backups', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await page.getByRole('button', { name: 'This PC only' }).click();
  await expect(page.getByRole('dialog')).toContainText('Hart');
  await page.getByRole('button', { name: 'Open backups' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});
