import type { Page } from '@playwright/test';
import { cartLines, counterAt, justSold, recentSales, scanLine, type Counter } from './counter.ts';
import { CAL, CHAIN, CLOTH, prepareShop, readStore, RING, WATCH } from './prepared-shop.ts';
import { cutPower } from './program.ts';
import { expect, test } from './shop-test.ts';

async function sell(counter: Counter, piece: typeof RING, number: string): Promise<void> {
  await scanLine(counter, piece);
  await counter.key('F10');
  await expect(justSold(counter.page)).toContainText(number);
}

/** What was scanned within the last moment may be lost to the cut; what the disk has may not. */
const keptOnDisk = (page: Page): Promise<void> =>
  expect(page.getByRole('list', { name: 'Lines of this sale' })).toHaveAttribute(
    'aria-busy',
    'false',
  );

test('the power fails in the third sale: two sales are there, the third goes on, no number is lost', async ({
  open,
}) => {
  const { dataFolder } = await prepareShop();
  const before = await open(dataFolder);
  await before.counter.signIn(CAL);
  await sell(before.counter, RING, 'S1-1');
  await sell(before.counter, WATCH, 'S1-2');
  await scanLine(before.counter, CHAIN);
  await scanLine(before.counter, CLOTH);
  await before.page.getByRole('button', { name: `One more: ${CLOTH.description}` }).click();
  await expect(cartLines(before.page).nth(1)).toContainText('2 ×');
  await keptOnDisk(before.page);
  await cutPower(before);

  const after = await open(dataFolder);
  const counter = counterAt(after.page);
  await counter.signIn(CAL);
  await expect(recentSales(after.page)).toHaveCount(2);
  await expect(cartLines(after.page)).toHaveCount(2);
  await expect(cartLines(after.page).nth(0)).toContainText(CHAIN.description);
  await expect(cartLines(after.page).nth(1)).toContainText(CLOTH.description);
  await expect(cartLines(after.page).nth(1)).toContainText('2 ×');
  await counter.key('F10');
  await expect(justSold(after.page)).toContainText('S1-3');
  await after.app.close();

  const numbers = await readStore(dataFolder, (client) => client.sales.recent({ limit: 10 }));
  expect(numbers.map(({ number, totalCents }) => [number, totalCents])).toEqual([
    ['S1-3', 11_572],
    ['S1-2', 21_758],
    ['S1-1', 108_142],
  ]);
});

// The cut comes at another moment each time: before, while and after the sale reaches the disk.
for (const pauseMs of [0, 8, 30]) {
  test(`the power fails ${pauseMs} ms after Complete: the sale or its cart is there, never both, never neither`, async ({
    open,
  }) => {
    const { dataFolder } = await prepareShop();
    const before = await open(dataFolder);
    await before.counter.signIn(CAL);
    await scanLine(before.counter, RING);
    await scanLine(before.counter, WATCH);
    await keptOnDisk(before.page);
    await before.counter.key('F9');
    await expect(before.page.getByText('Amount due')).toBeVisible();
    void before.page.keyboard.press('F9').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    await cutPower(before);

    const after = await open(dataFolder);
    const counter = counterAt(after.page);
    await counter.signIn(CAL);
    await expect(recentSales(after.page).or(cartLines(after.page)).first()).toBeVisible();
    const sold = await recentSales(after.page).first().isVisible();
    test.info().annotations.push({ type: 'found', description: sold ? 'the sale' : 'the cart' });
    if (!sold) {
      await expect(cartLines(after.page)).toHaveCount(2);
      await counter.key('F10');
      await expect(justSold(after.page)).toContainText('S1-1');
    }
    await expect(cartLines(after.page)).toHaveCount(0);
    await expect(recentSales(after.page)).toHaveCount(1);
    await recentSales(after.page).first().click();
    await expect(after.page.getByRole('dialog', { name: 'Receipt', exact: true })).toContainText(
      '1,299.00',
    );
    await after.app.close();

    const left = await readStore(dataFolder, async (client) => ({
      sales: await client.sales.recent({ limit: 10 }),
      cart: await client.sales.openCart({}),
      ring: await client.stock.findByCode({ code: RING.stockNumber }),
    }));
    expect(left.sales).toMatchObject([{ number: 'S1-1', totalCents: 129_900, voided: false }]);
    expect(left.cart.cart.lines).toEqual([]);
    expect(left.ring).toMatchObject([{ status: 'sold' }]);
  });
}
