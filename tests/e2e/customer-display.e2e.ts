import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { cartLines, justSold, scanLine } from './counter.ts';
import { CAL, CLOTH, RING, ROSA } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

/** The second window, once it is open. */
async function customerScreen(app: ElectronApplication, till: Page): Promise<Page> {
  await expect.poll(() => app.windows().length).toBe(2);
  const other = app.windows().find((page) => page !== till);
  if (!other) throw new Error('no second window');
  return other;
}

test('the customer sees lines, total and thanks on a second window that is off at first, and nothing once the register is locked', async ({
  openShop,
}) => {
  const { app, counter, page } = await openShop();
  await counter.signIn(CAL);
  expect(app.windows()).toHaveLength(1);
  await page.evaluate(() => (location.hash = '#/settings/display'));
  const choice = page.getByRole('radiogroup', { name: 'Customer display' });
  await choice.getByText('On', { exact: true }).click();
  const screen = await customerScreen(app, page);
  await expect(screen.getByText('Welcome')).toBeVisible();

  await scanLine(counter, RING);
  await scanLine(counter, CLOTH);
  await expect(screen.getByRole('listitem')).toHaveCount(2);
  await expect(screen.getByText(RING.description)).toBeVisible();
  const total = screen.locator('.customer-sums [data-large="true"] dd');
  const size = await total.evaluate((part) => Number.parseFloat(getComputedStyle(part).fontSize));
  expect(size).toBeGreaterThanOrEqual(64);

  const { violations } = await new AxeBuilder({ page: screen }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await counter.key('F4');
  await counter.type(ROSA.last4);
  await expect(page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  await counter.key('Enter');
  const seen = (await screen.locator('body').textContent()) ?? '';
  expect(seen).not.toContain('Rosa');
  expect(seen).not.toContain('Cal');
  expect(seen).not.toContain(RING.stockNumber);

  await counter.key('Control+L');
  await expect(screen.getByText('Welcome')).toBeVisible();
  await expect(screen.getByText(RING.description)).toHaveCount(0);

  await counter.signIn(CAL);
  await expect(cartLines(page)).toHaveCount(2);
  await counter.key('F10');
  await expect(justSold(page)).toBeVisible();
  await expect(screen.getByText('Thank you')).toBeVisible();

  await page.evaluate(() => (location.hash = '#/settings/display'));
  await choice.getByText('Off', { exact: true }).click();
  await expect.poll(() => app.windows().length).toBe(1);
});
