import { AxeBuilder } from '@axe-core/playwright';
import { messages } from './counter.ts';
import { rosaOf } from './pay-desk.ts';
import { MARA, mustDo, newId, type StoreClient } from './prepared-shop.ts';
import { ringUp } from './rung-up.ts';
import { clippedControls, scrollsSideways } from './screens.ts';
import { expect, test } from './shop-test.ts';

/** A day that was closed over two payments nobody is sure of. */
async function closedOverUnsure(client: StoreClient): Promise<void> {
  const rosa = await rosaOf(client);
  await ringUp(client, rosa, 14_875, { kind: 'card', brand: 'Visa', unknown: true });
  await ringUp(client, null, 50_000, { kind: 'card', brand: 'Visa', unknown: true });
  mustDo(
    await client.dayClose.close({
      commandId: newId('command'),
      countedCents: 20_000,
      reason: '',
      leaveCents: 20_000,
    }),
  );
}

test('what a close left open is a task: it leads to the payment, says what it lacks, and is settled by key', async ({
  openShop,
}) => {
  const { counter, page } = await openShop(closedOverUnsure);
  await counter.signIn(MARA);
  await expect(page.getByRole('button', { name: '2 to review' })).toBeVisible();
  await counter.key('Alt+7');
  const tasks = page.getByRole('list', { name: 'What must be settled' }).getByRole('listitem');
  await expect(tasks).toHaveCount(2);
  await expect(page.getByText('S1-2').first()).toBeVisible();

  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await clippedControls(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);

  await counter.keys('ArrowDown', 'ArrowDown', 'Enter');
  const task = page.getByRole('region', { name: 'Review task' });
  await expect(task).toContainText('$148.75');
  await counter.key('Control+Enter');
  await expect(task).toContainText('Say how it ends.');
  await expect(task).toContainText('Write what was found and done.');
  await counter.click(task.getByText('Accepted as it is'));
  await counter.key('Tab');
  await counter.type('the bank shows it');
  await counter.key('Control+Enter');
  await expect(messages(page)).toContainText('Settled');
  await expect(page.getByRole('button', { name: '1 to review' })).toBeVisible();

  // The next open one is in hand.
  await counter.click(task.getByRole('button', { name: 'Unsure payments' }));
  await expect(page.getByRole('heading', { name: 'Unsure payments' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Was charged: S1-2' })).toBeVisible();
});
