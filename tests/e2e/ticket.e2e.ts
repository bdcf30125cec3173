import type { Locator, Page } from '@playwright/test';
import type { SaleSummary } from '#shared/sales/contract.ts';
import { type Counter, cartLines, justSold, scanLine } from './counter.ts';
import {
  CAL,
  CLOTH,
  MARA,
  mustDo,
  newId,
  readStore,
  RING,
  type StoreClient,
  WATCH,
} from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

// The whole ticket by keys alone: four ways to price, services, and who it counts for.

const priceDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Change the price' });
const result = (page: Page): Locator => page.getByRole('region', { name: 'What it comes to' });
const tile = (page: Page, name: string): Locator => page.getByRole('button', { name });
const total = (page: Page): Locator => page.locator('.cart-foot output');

/** P, the way by its key, what is typed, a reason by its key, Enter. */
async function reprice(
  counter: Counter,
  way: 1 | 2 | 3 | 4,
  typed: string,
  withTax: string,
): Promise<void> {
  const { page } = counter;
  await counter.key('p');
  await expect(priceDialog(page)).toBeVisible();
  await counter.key(`Alt+${way}`);
  await expect(priceDialog(page).locator('input:focus')).toBeVisible();
  await page.keyboard.press('Control+a');
  await counter.type(typed);
  await expect(result(page)).toContainText(withTax);
  await counter.key('Alt+5');
  await counter.key('Enter');
  await expect(priceDialog(page)).toHaveCount(0);
}

/** What the newest sale holds, read from the disk after the program has ended. */
async function newestSale<Answer>(
  dataFolder: string,
  read: (client: StoreClient, sale: SaleSummary) => Promise<Answer>,
): Promise<Answer> {
  return readStore(dataFolder, async (client) => {
    const [sale] = await client.sales.recent({ limit: 1 });
    if (!sale) throw new Error('there is no sale');
    return await read(client, sale);
  });
}

test('a line is priced in four ways by keys, with the result while typing', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  // 999.00 at 8.25 %.
  await expect(total(page)).toHaveText('$1,081.42');
  await reprice(counter, 1, '5', '$1,027.35');
  await expect(cartLines(page)).toContainText('5 % off · Price match');
  await expect(total(page)).toHaveText('$1,027.35');
  await reprice(counter, 2, '50', '$1,027.29');
  await expect(cartLines(page)).toContainText('$50.00 off');
  await reprice(counter, 3, '950', '$1,028.38');
  await expect(cartLines(page)).toContainText('$950.00 before tax');
  await reprice(counter, 4, '1000', '$1,000.00');
  await expect(cartLines(page)).toContainText('$1,000.00 out the door');
  await expect(total(page)).toHaveText('$1,000.00');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$1,000.00');
});

test('a price without its reason is asked for it, and the tag comes back with one press', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await counter.key('p');
  await expect(priceDialog(page)).toBeVisible();
  await counter.type('5');
  await counter.key('Enter');
  await expect(priceDialog(page)).toContainText('Choose why the price changes.');
  await counter.key('Alt+0');
  await counter.type('scratched box');
  await counter.key('Enter');
  await expect(cartLines(page)).toContainText('5 % off · scratched box');
  await counter.key('p');
  await counter.click(priceDialog(page).getByRole('button', { name: 'Back to the tag price' }));
  await expect(total(page)).toHaveText('$1,081.42');
});

test('a whole ticket goes out the door for what was quoted, to the cent, allowed by a manager', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await scanLine(counter, WATCH);
  await scanLine(counter, CLOTH);
  await counter.key('d');
  const dialog = page.getByRole('dialog', { name: 'Price of the whole ticket' });
  await expect(dialog).toBeVisible();
  await counter.key('Alt+4');
  await counter.type('1111.11');
  await expect(result(page)).toContainText('$1,111.11');
  await expect(result(page)).toContainText('A manager allows this with a PIN.');
  await counter.key('Alt+9');
  await counter.key('Enter');
  const allow = page.getByRole('dialog', { name: 'A manager allows this' });
  await expect(allow).toContainText('$1,111.11 instead of');
  await allow.getByText(MARA.name).click();
  await allow.getByLabel(`PIN of ${MARA.name}`).focus();
  await counter.type(MARA.pin);
  await counter.key('Enter');
  await expect(allow).toHaveCount(0);
  await expect(total(page)).toHaveText('$1,111.11');
  await expect(page.locator('.cart-foot')).toContainText('$1,111.11 out the door · Anniversary');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$1,111.11');
  await app.close();
  const totalCents = await newestSale(dataFolder, async (_client, sale) => sale.totalCents);
  expect(totalCents).toBe(111_111);
});

test('a total that no price makes offers the nearest two, and one key press takes one', async ({
  openShop,
}) => {
  // A tax that falls on the whole price from $30.00 on: no total lies between $29.99 and $39.00.
  const { counter, page } = await openShop(async (client) => {
    const { areas, homeAreaId } = await client.taxes.get({});
    const home = areas.find((area) => area.taxAreaId === homeAreaId);
    if (!home) throw new Error('no home area');
    const { rules, ...area } = home;
    mustDo(
      await client.taxes.saveArea({
        commandId: newId('command'),
        isNew: false,
        area,
        rules: rules.map(({ taxAreaId: _area, lastUsedOn: _used, classes, ...rule }) => ({
          ...rule,
          classes: classes.flatMap((each) => (each === 'none' ? [] : [each])),
          ratePpm: 300_000,
          overCents: 3000,
        })),
      }),
    );
  });
  await counter.signIn(CAL);
  await scanLine(counter, CLOTH);
  await counter.key('p');
  await expect(priceDialog(page)).toBeVisible();
  await counter.key('Alt+4');
  await counter.type('35.03');
  const below = page.getByRole('button', { name: 'Take $29.99' });
  await expect(page.getByRole('button', { name: 'Take $39.00' })).toBeVisible();
  await below.focus();
  await counter.key('Enter');
  await expect(result(page)).toContainText('$29.99');
});

test('a battery is sold without a piece and without a customer: two actions and the money', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await expect(tile(page, 'Watch battery')).toBeVisible();
  counter.countFromHere();
  await counter.key('Control+1');
  await expect(cartLines(page)).toContainText('Watch battery');
  await expect(page.getByText('$19.49').first()).toBeVisible();
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$19.49');
  expect(counter.actions()).toBeLessThanOrEqual(2);
  await app.close();
  const facts = await newestSale(dataFolder, async (client, { saleId, customerId }) => {
    expect(customerId).toBeNull();
    return await client.sales.receipt({ saleId, copy: false });
  });
  expect(facts).toMatchObject({ lines: [{ description: 'Watch battery' }], totalCents: 1949 });
});

test('a care plan costs its part of the piece and leaves the sale with it', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await expect(tile(page, 'Care plan')).toBeVisible();
  await counter.key('Control+6');
  await expect(page.getByText('scan the piece first')).toBeVisible();
  await scanLine(counter, RING);
  await counter.key('Control+6');
  await expect(cartLines(page).filter({ hasText: `Care plan: ${RING.description}` })).toContainText(
    '$99.90',
  );
  await counter.key('Control+5');
  await expect(cartLines(page)).toHaveCount(3);
  await cartLines(page).first().getByRole('button').first().click();
  await counter.key('Delete');
  await expect(cartLines(page)).toHaveCount(0);
});

test('a gift card is sold with a code made here, and nothing is taxed on it', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await counter.key('g');
  const dialog = page.getByRole('dialog', { name: 'Gift card' });
  await expect(dialog.locator('.gift-card-code')).toHaveText(
    /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/,
  );
  const code = (await dialog.locator('.gift-card-code').textContent()) ?? '';
  await counter.type('100');
  await counter.key('Enter');
  await expect(cartLines(page)).toContainText(code);
  await expect(total(page)).toHaveText('$100.00');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$100.00');
  await app.close();
  const card = await readStore(dataFolder, (client) => client.credit.giftCard({ code }));
  expect(card).toMatchObject({ balanceCents: 10_000 });
});

test('a shipped sale has the tax of where it goes', async ({ openShop }) => {
  const { counter, page, app, dataFolder } = await openShop(async (client) => {
    const { areas } = await client.taxes.get({});
    const [home] = areas;
    if (!home) throw new Error('no home area');
    const { rules: _rules, ...area } = home;
    const taxAreaId = newId('taxArea');
    mustDo(
      await client.taxes.saveArea({
        commandId: newId('command'),
        isNew: true,
        area: { ...area, taxAreaId, name: 'Portland', state: 'OR' },
        rules: [],
      }),
    );
  });
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await counter.key('Control+7');
  const dialog = page.getByRole('dialog', { name: 'Ship this sale' });
  await expect(dialog.getByRole('textbox', { name: 'Recipient' })).toBeFocused();
  await counter.type('Rosa Delgado');
  await counter.keys('Tab', 'Tab');
  await counter.type('1 Pine St, Portland');
  await dialog.getByLabel('Taxed as').selectOption({ label: 'Portland, OR' });
  await counter.key('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(cartLines(page).last()).toContainText('to Rosa Delgado');
  await expect(total(page)).toHaveText('$1,014.00');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$1,014.00');
  await app.close();
  const totalCents = await newestSale(dataFolder, async (_client, sale) => sale.totalCents);
  expect(totalCents).toBe(101_400);
});

test('two share a sale by percent, and it must come to the whole', async ({ openShop }) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, WATCH);
  await counter.click(page.getByRole('button', { name: /Selling as/ }));
  const dialog = page.getByRole('dialog', { name: 'Who sells?' });
  await counter.click(dialog.getByText('Shared by percent'));
  await dialog
    .getByLabel('Person 2', { exact: true })
    .selectOption({ label: `${MARA.initials} · ${MARA.name}` });
  await dialog.getByLabel('Share 1', { exact: true }).focus();
  await counter.type('60');
  await counter.key('Enter');
  await expect(dialog).toContainText('The shares must come to 100 %.');
  await dialog.getByLabel('Share 2', { exact: true }).focus();
  await counter.type('40');
  await expect(dialog).toContainText('Together 100 %');
  await counter.key('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Selling as/ })).toContainText('CO+MF');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$217.58');
  await app.close();
  const soldBy = await newestSale(dataFolder, async (client, sale) => {
    const people = await client.staff.list({});
    return people.find(({ staffId }) => staffId === sale.soldBy)?.initials;
  });
  expect(soldBy).toBe(CAL.initials);
});
