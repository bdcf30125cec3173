import { countDrawer } from './count-drawer.ts';
import { cartLines, type Counter, justSold, recentSales } from './counter.ts';
import { CAL, CLOTH, ROSA } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

/** Goes from part to part until one has the focus, as a person without a mouse does. */
async function tabTo(counter: Counter, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 40; stop++) {
    const named = await counter.page.evaluate(
      () =>
        document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
    if (named !== null && named !== undefined && name.test(named)) return;
    await counter.key('Tab');
  }
  throw new Error(`Tab never comes to ${name}`);
}

test('the sale, its customer and the close of the day, with the keyboard alone', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await page.mouse.move(-1, -1);
  await counter.signIn(CAL);
  await counter.key('F2');
  await counter.type('cloth');
  await expect(page.getByRole('option', { name: /Polishing cloth/ })).toBeVisible();
  await counter.key('Enter');
  await expect(cartLines(page)).toHaveCount(1);
  await tabTo(counter, /^One more: Polishing cloth/);
  await counter.key('Enter');
  await expect(cartLines(page)).toContainText('2 ×');

  await counter.key('F4');
  await expect(page.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
  await counter.type(ROSA.last4);
  await expect(page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  await counter.key('Enter');
  await expect(page.getByRole('complementary', { name: 'Beside' })).toContainText('Rosa Delgado');

  await counter.key('F9');
  await expect(page.getByRole('textbox', { name: 'Cash handed over' })).toBeFocused();
  await counter.type('50');
  await expect(page.getByRole('dialog')).toContainText('$30.62');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('$30.62');

  // The day: a float of $200.00 and this sale of $19.38 in cash.
  await counter.key('Alt+4');
  await expect(page.getByRole('heading', { name: 'Day close' })).toBeVisible();
  await counter.key('Control+Enter');
  await countDrawer(counter, 21_938);
  await counter.key('Control+Enter');
  await expect(page.getByRole('button', { name: /^Close with \$219\.38/ })).toBeVisible();
  await counter.key('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Day close Z1-1' })).toBeVisible();
});

test('the same sale with clicks alone', async ({ openShop }) => {
  const { page } = await openShop();
  await page.getByRole('button', { name: /^Cal Osei/ }).click();
  for (const digit of CAL.pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await page.getByRole('main').getByRole('button', { name: /^Item/ }).click();
  await page
    .getByRole('list', { name: 'Pieces in stock' })
    .getByRole('button', { name: /Polishing cloth/ })
    .click();
  await page.getByRole('button', { name: `One more: ${CLOTH.description}` }).click();
  await expect(cartLines(page)).toContainText('2 ×');
  await page
    .getByRole('complementary', { name: 'Beside' })
    .getByRole('button', { name: /^Pay/ })
    .click();
  await page.getByRole('button', { name: '$20.00' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Complete/ })
    .click();
  await expect(justSold(page)).toContainText('$0.62');
  await expect(recentSales(page)).toHaveCount(1);
});
