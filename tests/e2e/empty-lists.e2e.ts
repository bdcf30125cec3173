import { OLIVE } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

/** Lists of a shop that has pieces and a customer, and in which nothing has happened yet. */
const EMPTY = [
  '/sell/approvals',
  '/sell/quotes',
  '/accounts',
  '/accounts/credit',
  '/accounts/gift-cards',
  '/accounts/checks',
  '/accounts/unsure',
  '/accounts/lenders',
  '/accounts/form-8300',
  '/accounts/shipments',
  '/day-close',
  '/review',
  '/settings/backup',
  '/settings/printer',
  '/settings/scanner',
];

test('every list with nothing in it says what belongs there and how it gets there', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await expect(page.getByText('The first sale will show here.')).toBeVisible();
  for (const address of EMPTY) {
    await page.evaluate((hash) => (location.hash = hash), `#${address}`);
    const empty = page.locator('main .ui-empty').first();
    await expect(empty, address).toBeVisible();
    await expect(empty.locator('h2'), address).not.toHaveText('');
    await expect(empty.locator('p'), address).not.toHaveText('');
  }
  for (const address of ['/customers', '/stock']) {
    await page.evaluate((hash) => (location.hash = hash), `#${address}`);
    await page.locator('main input[inputmode="search"]').first().focus();
    await counter.type('zzzqq');
    await expect(page.locator('main .ui-empty p').first(), address).toBeVisible();
    await counter.key('Escape');
  }
});
