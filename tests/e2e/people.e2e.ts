import { cartLines, justSold, scanLine } from './counter.ts';
import { BEA, CAL, MARA, OLIVE, type Person, readStore, RING, WATCH } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

const DEE: Person = { name: 'Dee Wirth', initials: 'DW', pin: '7294', roles: ['counter'] };

test('a second person is added and takes over the register with its cart', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(OLIVE);
  await scanLine(counter, RING);
  await counter.key('Alt+5');
  await counter.click(page.getByRole('button', { name: 'Staff', exact: true }));
  await expect(page.getByRole('list', { name: 'Staff' })).toContainText(OLIVE.name);
  await counter.key('n');
  const dialog = page.getByRole('dialog', { name: 'Add a person' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await counter.type(DEE.name);
  await expect(dialog.getByRole('textbox', { name: 'Initials' })).toHaveValue(DEE.initials);
  await dialog.getByLabel('PIN', { exact: true }).focus();
  await counter.type(DEE.pin);
  await dialog.getByLabel('PIN again').focus();
  await counter.type(DEE.pin);
  await counter.key('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Staff' })).toContainText(DEE.name);

  await counter.key('Control+l');
  await counter.signIn(DEE);
  await expect(page.getByRole('button', { name: /^Dee Wirth/ })).toBeVisible();
  await counter.key('Alt+1');
  await expect(cartLines(page)).toContainText([RING.description]);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-1');
});

test('wrong PINs make one wait, counted down; the right one in the wait changes nothing', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await expect(page.getByRole('heading', { name: 'Who is at the register?' })).toBeVisible();
  await counter.type(CAL.initials);
  const pin = page.getByRole('textbox', { name: `PIN of ${CAL.name}` });
  await expect(pin).toBeFocused();
  const waiting = page.getByText(/Too many wrong PINs\. Try again in 0:0\d/);
  for (let wrong = 1; wrong <= 3; wrong++) {
    await counter.type('9999');
    await counter.key('Enter');
    await expect(
      wrong < 3 ? page.getByText('The PIN is wrong. Try again.') : waiting,
    ).toBeVisible();
    await expect(pin).toHaveValue('');
  }
  await counter.type(CAL.pin);
  await counter.key('Enter');
  await expect(waiting).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeHidden();

  await expect(waiting).toBeHidden({ timeout: 20_000 });
  await counter.type(CAL.pin);
  await counter.key('Enter');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
});

test('a counter changes a price: a manager allows it with PIN and reason, and the sale carries it', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await counter.click(cartLines(page).getByRole('button', { name: RING.description }).first());
  const price = page.getByRole('dialog', { name: 'Change the price' });
  await counter.key('Alt+3');
  await expect(price.getByRole('textbox', { name: 'Price before tax' })).toBeFocused();
  await counter.type('849');
  await expect(price.getByRole('region', { name: 'What it comes to' })).toContainText('$919.04');
  await counter.click(price.getByText('Price match'));
  await counter.click(price.getByRole('button', { name: 'Change the price' }));

  const allow = page.getByRole('dialog', { name: 'A manager allows this' });
  await expect(allow).toContainText('$849.00 instead of $999.00');
  await allow.getByText(MARA.name).click();
  await allow.getByLabel(`PIN of ${MARA.name}`).focus();
  await counter.type('999999');
  await counter.key('Enter');
  await expect(allow).toContainText('The PIN is wrong. Try again.');
  await counter.type(MARA.pin);
  await counter.key('Enter');
  await expect(allow).toHaveCount(0);
  await expect(cartLines(page)).toContainText('$849.00');
  await expect(cartLines(page)).toContainText('Price match');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$919.04');
  await app.close();

  const receipt = await readStore(dataFolder, async (client) => {
    const [sale] = await client.sales.recent({ limit: 1 });
    if (!sale) throw new Error('the sale is gone');
    return await client.sales.receipt({ saleId: sale.saleId, copy: false });
  });
  expect(receipt).toMatchObject({
    totalCents: 91_904,
    lines: [{ unitCents: 99_900, discountCents: 15_000, netCents: 84_900 }],
  });
});

test('each role sees what it may do: the bench sells nothing and sees no customers', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(BEA);
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await expect(sections.getByRole('link', { name: 'Stock' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0);
  await counter.scan(WATCH.stockNumber);
  await expect(cartLines(page)).toHaveCount(0);
  await counter.key('Alt+1');
  await expect(page.getByText('Your role does not sell.')).toBeVisible();
});
