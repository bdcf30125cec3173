import { cartLines, justSold, scanLine } from './counter.ts';
import { CAL, CHAIN, RING, ROSA, WATCH } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

test('a parked sale comes back as it was, with its customer, and the next numbers have no gap', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await scanLine(counter, WATCH);
  await counter.key('F2');
  await counter.type(ROSA.last4);
  await expect(page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  await counter.key('Enter');
  const side = page.getByRole('complementary', { name: 'Beside' });
  await expect(side).toContainText('Rosa Delgado');

  await counter.key('F8');
  await expect(cartLines(page)).toHaveCount(0);
  await expect(side).not.toContainText('Rosa Delgado');
  await scanLine(counter, CHAIN);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-1');

  await counter.key('F8');
  const recall = page.getByRole('dialog', { name: 'Recall a parked sale' });
  await expect(recall).toContainText('Rosa Delgado');
  await counter.key('Enter');
  await expect(cartLines(page)).toHaveCount(2);
  await expect(side).toContainText('Rosa Delgado');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-2');
  await expect(justSold(page)).toContainText('$1,299.00');
});
