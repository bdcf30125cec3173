import { OLIVE } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

test('a count by scanner goes on where it was after the window was shut, and is closed once', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await page.evaluate(() => {
    location.hash = '/stock/counts';
  });
  await expect(page.getByRole('heading', { name: 'Counts', level: 1 })).toBeVisible();
  await counter.key('Alt+n');
  await expect(page.getByRole('heading', { name: 'Count K1-1' })).toBeVisible();
  await counter.scan('100-77001');
  await expect(page.getByRole('status').filter({ hasText: '100-77001' })).toContainText('found');
  await counter.scan('NO-SUCH-1');
  await expect(page.getByText('No piece has the code NO-SUCH-1')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`count-${colorScheme}.png`) });
  }
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Count K1-1' })).toBeVisible();
  await counter.scan('100-77001');
  await expect(page.getByText('It was scanned before.')).toBeVisible();
  await counter.key('Control+Enter');
  await counter.click(page.getByRole('button', { name: 'Close and book' }));
  await expect(page.getByRole('textbox', { name: 'Stock number' })).toBeHidden();
});
