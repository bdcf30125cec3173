import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Counter } from './counter.ts';
import { newDataFolder } from './prepared-shop.ts';
import {
  clippedControls,
  type Look,
  type Screen,
  SCREENS,
  scrollsSideways,
  wear,
} from './screens.ts';
import { expect, test } from './shop-test.ts';
import { signInAna } from './sign-in-ana.ts';

async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const LOOKS: readonly Look[] = [
  { name: 'light', locale: 'en', scheme: 'light', text: '100' },
  { name: 'dark', locale: 'en', scheme: 'dark', text: '100' },
  { name: 'es', locale: 'es', scheme: 'light', text: '100' },
  { name: 'large', locale: 'en', scheme: 'light', text: '150' },
  { name: 'pseudo', locale: 'pseudo', scheme: 'light', text: '100' },
  { name: 'touch', locale: 'en', scheme: 'light', text: '100', density: 'touch' },
  { name: 'pseudo-large', locale: 'pseudo', scheme: 'light', text: '150' },
];

/** What is wrong with one screen in one look; a picture of it is kept beside the results. */
async function inspect(page: Page, look: Look, screen: Screen): Promise<readonly string[]> {
  await screen.show(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: test.info().outputPath(`${look.name}-${screen.name}.png`) });
  const findings = [
    ...((await scrollsSideways(page)) ? ['scrolls sideways'] : []),
    ...(await clippedControls(page)),
    ...(look.locale === 'en' && look.text === '100' ? await axeFindings(page) : []),
  ];
  await screen.leave?.(page);
  return findings.map((finding) => `${screen.name}: ${finding}`);
}

/** What is typed on each page of the first run before Enter leads on. */
const FIRST_RUN: readonly (readonly [name: string, type: (counter: Counter) => Promise<void>])[] = [
  ['first-run-welcome', async () => undefined],
  ['first-run-store', ({ type }) => type('Hart & Sons')],
  [
    'first-run-owner',
    async ({ type, keys }) => {
      await type('Olive Hart');
      await keys('Tab', 'Tab');
      await type('271828');
      await keys('Tab');
      await type('271828');
    },
  ],
  ['first-run-tax', ({ type }) => type('8.25')],
  ['first-run-printer', async () => undefined],
  ['first-run-code', async () => undefined],
];

for (const look of LOOKS) {
  test(`the first run, ${look.name}: nothing cut off, nothing sideways, nothing axe finds`, async ({
    open,
  }) => {
    const { counter, page } = await open(newDataFolder());
    await expect(page.locator('.first-run-main button').first()).toBeVisible();
    await page.setViewportSize({ width: 1366, height: 768 });
    await wear(page, look);
    const findings: string[] = [];
    let before = '';
    for (const [name, type] of FIRST_RUN) {
      await expect(page.locator('.first-run-main h1, .first-run-main h2').first()).not.toHaveText(
        before,
      );
      before =
        (await page.locator('.first-run-main h1, .first-run-main h2').first().textContent()) ?? '';
      findings.push(...(await inspect(page, look, { name, show: async () => undefined })));
      await type(counter);
      await counter.key('Enter');
    }
    expect(findings).toEqual([]);
  });
}

test.describe('the demo shop', () => {
  test.use({ switches: ['--demo'] });
  for (const look of LOOKS) {
    test(`every screen of the demo shop, ${look.name}: nothing cut off, nothing sideways, nothing axe finds`, async ({
      open,
    }) => {
      test.slow(); // Some sixty screens, each with its picture.
      const { counter, page } = await open(newDataFolder());
      await expect(page.locator('.sign-in-tile').first()).toBeVisible({ timeout: 30_000 });
      await page.setViewportSize({ width: 1366, height: 768 });
      await wear(page, look);
      await expect(page.locator('.sign-in-tile').first()).toBeVisible();
      const signIn: Screen = { name: 'sign-in', show: async () => undefined };
      const findings = [...(await inspect(page, look, signIn))];
      await signInAna(counter);
      for (const code of ['700-1', '700-3', '700-4']) {
        await counter.scan(code);
        await expect(page.locator('.cart').getByText(code)).toBeVisible();
      }
      for (const screen of SCREENS) findings.push(...(await inspect(page, look, screen)));
      expect(findings).toEqual([]);
    });
  }
});
