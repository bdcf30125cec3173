import type { Cents } from '#shared/money.ts';
import { justSold, scanLine } from './counter.ts';
import { addLenders, chooseRosa, due, newestReceipt, openPay, sellBy, sheet } from './pay-desk.ts';
import { addPiece, CAL, readStore, RING } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

// Who pays for somebody else, and whom the law and the store want to know by name.

test('a lender pays under its application number and plan', async ({ openShop }) => {
  const { counter, page, app, dataFolder } = await openShop(addLenders);
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await openPay(counter, '$1,081.42');
  await counter.key('f');
  await expect(page.getByRole('combobox', { name: 'Who pays' })).toHaveValue(/.+/);
  await expect(page.getByRole('textbox', { name: 'Application number' })).toBeFocused();
  await counter.type('A-7731');
  await counter.key('F9');
  await expect(sheet(page)).toContainText('This payment needs a customer.');
  await counter.key('F4');
  await chooseRosa(counter);
  await expect(page.getByRole('textbox', { name: 'Application number' })).toHaveValue('A-7731');
  await page.getByRole('textbox', { name: 'Plan' }).fill('12 months');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('S1-1');
  await app.close();
  const left = await readStore(dataFolder, (client) => client.payments.financed({}));
  expect(left).toMatchObject([{ provider: 'Wells', reference: 'A-7731', plan: '12 months' }]);
});

test('a lease takes the tax off while the lessor pays, and puts it back when another does', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop(addLenders);
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await openPay(counter, '$1,081.42');
  await counter.key('F4');
  await chooseRosa(counter);
  await counter.key('l');
  await expect(due(page)).toHaveText('$999.00');
  await expect(sheet(page)).toContainText('Sold to the lessor, without tax.');
  await counter.key('Alt+c');
  await expect(due(page)).toHaveText('$1,081.42');
  await counter.key('l');
  await expect(due(page)).toHaveText('$999.00');
  await counter.key('Escape');
  await expect(page.locator('.cart-foot output')).toHaveText('$1,081.42');
  await counter.key('F9');
  await expect(due(page)).toHaveText('$999.00');
  await counter.type('L-1');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('$999.00');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    totalCents: 99_900,
    payments: [{ tender: 'lease', amountCents: 99_900 }],
  });
});

const DIAMOND = {
  stockNumber: '100-77050',
  description: 'Diamond ring, platinum, 2 ct',
  priceCents: 1_150_000,
};

test('much cash asks for a name: calmly from $8,000, in the words of the law above $10,000', async ({
  openShop,
}) => {
  const { counter, page } = await openShop((client) => addPiece(client, DIAMOND));
  await counter.signIn(CAL);
  await scanLine(counter, DIAMOND);
  await openPay(counter, '$12,448.75');
  await expect(sheet(page)).toContainText('$12,448.75 in cash needs a name.');
  await expect(sheet(page)).toContainText('on Form 8300, within 15 days');
  await counter.type('9000');
  await expect(sheet(page)).toContainText('$9,000.00 of this is cash.');
  await counter.key('k');
  await expect(sheet(page)).not.toContainText('of this is cash.');
  await counter.key('c');
  await sheet(page).getByRole('textbox', { name: 'Cash handed over' }).fill('');
  await counter.key('F9');
  await expect(sheet(page)).toBeVisible();
  await expect(sheet(page).getByRole('button', { name: /Choose customer/ })).toBeFocused();
  await counter.key('Enter');
  await chooseRosa(counter);
  await expect(sheet(page)).toContainText(
    'Rosa Delgado comes to $12,448.75 in cash: a Form 8300 is due.',
  );
  await counter.key('F9');
  await expect(justSold(page)).toContainText('S1-1');
});

test('a sale the store wants a name for says so and finds the customer without leaving the payment', async ({
  openShop,
}) => {
  const { counter, page } = await openShop((client) =>
    sellBy(client, { customerFromCents: 50_000 as Cents }),
  );
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await openPay(counter, '$1,081.42');
  await counter.type('1100');
  await counter.key('F9');
  await expect(sheet(page)).toContainText('Sales from $500.00 on need a customer.');
  await expect(sheet(page).getByRole('button', { name: /Choose customer/ })).toBeFocused();
  await counter.key('Enter');
  await chooseRosa(counter);
  await expect(page.getByRole('textbox', { name: 'Cash handed over' })).toHaveValue(/1,?100/);
  await counter.key('F9');
  await expect(justSold(page)).toContainText('$18.58');
});
