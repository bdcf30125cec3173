import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { newDataFolder } from './prepared-shop.ts';
import { ROOT } from './program.ts';
import { type Look, type Screen, SCREENS, wear } from './screens.ts';
import { expect, test } from './shop-test.ts';
import { signInAna } from './sign-in-ana.ts';
import { smallPng } from './small-png.ts';

/** Only these screens: `SCREENS=pay,sell npm run screenshots`. Left out: all. */
const wanted = process.env['SCREENS']?.split(',');

const LOOKS: readonly Look[] = [
  { name: 'light', locale: 'en', scheme: 'light', text: '100' },
  { name: 'dark', locale: 'en', scheme: 'dark', text: '100' },
];

const isWanted = ({ name }: Screen) => wanted === undefined || wanted.includes(name);

async function picture(page: Page, look: Look, screen: Screen): Promise<void> {
  if (!isWanted(screen)) return;
  await screen.show(page);
  await page.mouse.move(0, 0);
  await settle(page);
  const path = join(ROOT, 'docs/images/screens', look.name, `${screen.name}.png`);
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, smallPng(shot));
  await screen.leave?.(page);
}

/** Waits until nothing has changed for a while: a list that is still being read is no picture of its screen. */
function settle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => {
      const done = () => {
        watcher.disconnect();
        resolve();
      };
      let quiet = setTimeout(done, 400);
      const watcher = new MutationObserver(() => {
        clearTimeout(quiet);
        quiet = setTimeout(done, 400);
      });
      watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  });
}

/** The second window, switched on in the settings with the sale that is being rung up. */
async function customerPicture(app: ElectronApplication, page: Page, look: Look): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings/display'));
  const choice = page.getByRole('radiogroup', { name: 'Customer display' });
  await choice.getByText('On', { exact: true }).click();
  await expect.poll(() => app.windows().length).toBe(2);
  const screen = app.windows().find((each) => each !== page);
  if (!screen) throw new Error('the customer’s window did not open');
  await screen.setViewportSize({ width: 1024, height: 768 });
  const total = async () => await expect(screen.locator('[data-large="true"]')).toBeVisible();
  await picture(screen, look, { name: 'customer-display', show: total });
}

const here = (name: string): Screen => ({ name, show: async () => undefined });

for (const look of LOOKS) {
  test(`the first page of a new shop, ${look.name}`, async ({ open }) => {
    const { page } = await open(newDataFolder());
    await page.setViewportSize({ width: 1366, height: 768 });
    await wear(page, look);
    await expect(page.locator('.first-run-main button').first()).toBeVisible();
    await picture(page, look, here('first-run'));
  });

  test.describe('the demo shop', () => {
    test.use({ switches: ['--demo'] });
    test(`every screen, ${look.name}`, async ({ open }) => {
      const { app, counter, page } = await open(newDataFolder());
      await expect(page.locator('.sign-in-tile').first()).toBeVisible({ timeout: 60_000 });
      await page.setViewportSize({ width: 1366, height: 768 });
      await wear(page, look);
      await expect(page.locator('.sign-in-tile').first()).toBeVisible();
      await picture(page, look, here('sign-in'));
      await signInAna(counter);
      for (const code of ['700-1', '700-3', '700-4']) {
        await counter.scan(code);
        await expect(page.locator('.cart').getByText(code)).toBeVisible();
      }
      for (const screen of SCREENS) await picture(page, look, screen);
      if (isWanted(here('customer-display'))) await customerPicture(app, page, look);
    });
  });
}
