import type { Page } from '@playwright/test';
import { newDataFolder } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';
import { signInAna } from './sign-in-ana.ts';

test.use({ switches: ['--demo'] });

const SECTIONS = ['sell', 'customers', 'stock', 'day-close', 'settings', 'accounts', 'review'];

/** Parts of the settings by a word of theirs that no other part has. */
const PARTS: readonly (readonly [word: string, title: RegExp])[] = [
  ['store', /^Store$/],
  ['selling', /^Selling$/],
  ['tiles', /^Service tiles$/],
  ['taxes', /^Taxes$/],
  ['staff', /^Staff$/],
  ['printer', /^Printer$/],
  ['scanner', /^Scanner$/],
  ['recovery', /^Backup and recovery$/],
  ['display', /^Display$/],
  ['about', /^About$/],
];

const part = (page: Page, name: RegExp) => page.getByRole('region', { name });

test('with the keyboard alone one comes to every section, every part of the settings, the guide and the keys', async ({
  open,
}) => {
  const { counter, page } = await open(newDataFolder());
  await page.mouse.move(-1, -1);
  await signInAna(counter);
  for (const [index, section] of SECTIONS.entries()) {
    await counter.key(`Alt+${index + 1}`);
    await expect(page.locator(`.app-nav [data-section="${section}"][aria-current]`)).toBeVisible();
    await expect(page.locator('main h1').first()).toBeVisible();
  }
  for (const [word, title] of PARTS) {
    await counter.key('F2');
    await counter.type(`>settings ${word}`);
    await expect(page.getByRole('option', { name: /^Settings ·/ })).toHaveCount(1);
    await counter.key('Enter');
    await expect(part(page, title)).toBeVisible();
  }
  await counter.key('F1');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await counter.keys('Tab', 'ArrowDown', 'Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await counter.key('Escape');
  await counter.key('Alt+6');
  await counter.key('?');
  await expect(page.getByRole('dialog', { name: 'All keys here' })).toBeVisible();
});

test('with clicks alone one comes to every section, every part of the settings, the guide and the keys', async ({
  open,
}) => {
  const { page } = await open(newDataFolder());
  await page.getByRole('button', { name: /Ana Rivas/ }).click();
  for (const digit of '246802')
    await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: /^Sign in/ }).click();
  for (const section of SECTIONS) {
    await page.locator(`.app-nav [data-section="${section}"]`).click();
    await expect(page.locator('main h1').first()).toBeVisible();
  }
  await page.locator('.app-nav [data-section="settings"]').click();
  for (const [, title] of PARTS) {
    await page.locator('main').getByRole('button', { name: title }).click();
    await expect(part(page, title)).toBeVisible();
  }
  const keys = page.getByRole('contentinfo', { name: 'Keys' });
  await keys.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the day' }).click();
  await expect(page.getByRole('article', { name: 'Close the day' })).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await keys.getByRole('button', { name: 'All keys' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stock' }).click();
  await expect(page.getByRole('heading', { name: 'Stock' })).toBeVisible();
});
