import { cartLines, justSold, messages, recentSales, scanLine } from './counter.ts';
import { CAL, MARA, readStore, RING, WATCH } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

test('a sale by one key is undone within its eight seconds: void, cart and stock are back', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await scanLine(counter, WATCH);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$1,299.00');
  await counter.click(messages(page).getByRole('button', { name: /Undo/ }));

  await expect(cartLines(page)).toHaveCount(2);
  await expect(cartLines(page).first()).toContainText(RING.description);
  await expect(recentSales(page).first()).toContainText('S1-1');
  await expect(recentSales(page).first()).toContainText('Void');
  await counter.key('F10');
  await expect(recentSales(page).first()).toContainText('S1-2');
  await app.close();

  const left = await readStore(dataFolder, async (client) => {
    const sales = await client.sales.recent({ limit: 10 });
    const first = sales.find(({ number }) => number === 'S1-1');
    if (!first) throw new Error('S1-1 is gone');
    return {
      sales: sales.map(({ number, voided }) => [number, voided]),
      receipt: await client.sales.receipt({ saleId: first.saleId, copy: false }),
      ring: await client.stock.findByCode({ code: RING.stockNumber }),
    };
  });
  expect(left.sales).toEqual([
    ['S1-2', false],
    ['S1-1', true],
  ]);
  expect(left.receipt).toMatchObject({ voided: { reason: 'undone at once' } });
  expect(left.ring).toMatchObject([{ status: 'sold' }]);
});

test('a void after payment needs a reason and a manager, and gives the stock back', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, WATCH);
  await counter.keys('F9', 'F9');
  await expect(justSold(page)).toContainText('S1-1');
  await counter.click(page.getByRole('button', { name: 'Receipt', exact: true }));
  const receipt = page.getByRole('dialog', { name: 'Receipt', exact: true });
  await counter.click(receipt.getByRole('button', { name: 'Void this sale' }));
  await expect(receipt).toContainText('Void S1-1 and give back $217.58?');
  const confirm = receipt.getByRole('button', { name: 'Void and give back $217.58' });
  await expect(confirm).toBeDisabled();
  await counter.type('Wrong watch');
  await counter.click(confirm);

  const allow = page.getByRole('dialog', { name: 'A manager allows this' });
  await expect(allow).toContainText('Void S1-1, $217.58');
  await expect(allow.getByRole('textbox', { name: 'Reason, required' })).toHaveValue('Wrong watch');
  await allow.getByText(MARA.name).click();
  await allow.getByLabel(`PIN of ${MARA.name}`).focus();
  await counter.type(MARA.pin);
  await counter.key('Enter');
  await expect(page.getByText('S1-1 is void.')).toBeVisible();
  await expect(receipt.getByRole('button', { name: 'Void this sale' })).toHaveCount(0);
  await app.close();

  const left = await readStore(dataFolder, async (client) => ({
    sales: await client.sales.recent({ limit: 10 }),
    watch: await client.stock.findByCode({ code: WATCH.stockNumber }),
  }));
  expect(left.sales).toMatchObject([{ number: 'S1-1', voided: true }]);
  expect(left.watch).toMatchObject([{ status: 'in_stock' }]);
});
