import { cartLines, type Counter, justSold, recentSales, scanLine } from './counter.ts';
import { tamper } from './foreign-files.ts';
import { chooseImport, dryRun, fixtureFile, runImport } from './import-desk.ts';
import { CAL, CHAIN, OLIVE, prepareShop, readStore, RING, WATCH } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

const CARD = '4111 1111 1111 1111';

test('a code that nothing carries is said and stops nothing; F3 begins with it', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await counter.scan('NOSUCH-12345');
  await expect(page.getByText('Not found: NOSUCH-12345')).toBeVisible();
  await expect(page.getByText('Check the tag, find the piece by words')).toBeVisible();
  await scanLine(counter, RING);
  await counter.scan('NOSUCH-12346');
  await expect(page.getByText('Not found: NOSUCH-12346')).toBeVisible();
  await counter.key('F3');
  await expect(page.getByRole('textbox', { name: 'Search stock' })).toHaveValue('NOSUCH-12346');
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('NOSUCH-12346');
});

test('two pieces with one stock number: both are shown, and the chosen one is sold', async ({
  open,
}) => {
  const { dataFolder } = await prepareShop();
  // Two registers without a line between them can both give out a number.
  await tamper(dataFolder, (db) =>
    db
      .prepare('update piece set stock_number = ? where stock_number = ?')
      .run(RING.stockNumber, WATCH.stockNumber),
  );
  const { counter, page } = await open(dataFolder);
  await counter.signIn(CAL);
  await counter.scan(RING.stockNumber);
  const which = page.getByRole('dialog', { name: 'Which piece is in your hand?' });
  await expect(which.getByRole('listitem')).toHaveCount(2);
  await counter.click(which.getByRole('button', { name: WATCH.description }));
  await expect(cartLines(page)).toContainText([WATCH.description]);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$217.58');
});

/** F3, and the words and price of an item without a tag. */
async function typeItem(counter: Counter, words: string, price: string): Promise<void> {
  const { page } = counter;
  await counter.key('F3');
  await page.getByRole('textbox', { name: 'Description' }).focus();
  await page.keyboard.insertText(words);
  await page.getByRole('textbox', { name: 'Price' }).focus();
  await counter.type(price);
  await counter.key('Enter');
}

test('a card number is refused wherever it is typed, and never stored', async ({ openShop }) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, CHAIN);

  await counter.key('F2');
  await counter.type(CARD);
  await expect(page.getByText(/Nothing found/)).toBeVisible();
  await counter.key('Escape');

  await typeItem(counter, `Deposit ${CARD}`, '10');
  await expect(page.getByText('This looks like a payment card number.')).toBeVisible();
  const description = page.getByRole('textbox', { name: 'Description' });
  await expect(description).toHaveValue(`Deposit ${CARD}`);
  await counter.key('Escape');
  await expect(cartLines(page)).toHaveCount(1);

  await counter.key('F9');
  await counter.key('k');
  const approval = page.getByRole('textbox', { name: 'Approval code' });
  await approval.focus();
  await counter.type(CARD);
  await expect(page.getByText('That was a card number and is gone.')).toBeVisible();
  await expect(approval).not.toHaveValue(/1111 1111/);
  await approval.fill('OK 7731');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('S1-1');

  await counter.key('Alt+2');
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  await counter.key('Alt+n');
  await page.getByRole('textbox', { name: 'First name' }).fill('Ann');
  await page.getByRole('textbox', { name: 'Note to read' }).fill(`pays with ${CARD}`);
  await counter.key('Control+Enter');
  await expect(page.getByText(/looks like a payment card number/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Note to read' })).toHaveValue(
    `pays with ${CARD}`,
  );
  await app.close();

  const stored = await readStore(dataFolder, async (client) => ({
    ann: (await client.customers.search({ text: 'Ann' })).total,
    sales: await client.sales.recent({ limit: 5 }),
  }));
  expect(stored).toMatchObject({ ann: 0, sales: [{ number: 'S1-1' }] });
});

test('amounts that cannot be are told at the field, and nothing is paid with them', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await typeItem(counter, 'Engraving', '-5');
  await expect(page.getByText('Type an amount that is not negative.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Price' }).fill('99999999999');
  await counter.key('Enter');
  await expect(page.getByText(/Type an amount of \$[\d,.]+ or less\./)).toBeVisible();
  await page.getByRole('textbox', { name: 'Price' }).fill('25');
  await counter.key('Enter');
  await expect(cartLines(page)).toContainText(['Engraving']);

  await counter.key('F9');
  const handed = page.getByRole('textbox', { name: 'Cash handed over' });
  for (const wrong of ['-50', '99999999999', 'fifty']) {
    await handed.fill(wrong);
    await counter.key('F9');
    await expect(handed).toHaveAttribute('aria-invalid', 'true');
    await expect(handed).toHaveValue(wrong);
    await expect(recentSales(page)).toHaveCount(0);
  }
  await handed.fill('50');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('$22.94');
});

test('huge texts and control characters reach neither the cart nor the store as they are', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await counter.key('F2');
  await page.keyboard.insertText('x'.repeat(100_000));
  await expect(page.getByText(/Nothing found/)).toBeVisible();
  await counter.key('Escape');

  await typeItem(counter, 'y'.repeat(5000), '10');
  await expect(cartLines(page)).toHaveCount(1);
  await typeItem(counter, 'Bell \u0007\u001b[31m ring', '20');
  await expect(page.getByText('That change could not be stored and was taken back.')).toBeVisible();
  await expect(cartLines(page)).toHaveCount(1);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-1');
  await app.close();

  const receipt = await readStore(dataFolder, async (client) => {
    const [sale] = await client.sales.recent({ limit: 1 });
    return sale && (await client.sales.receipt({ saleId: sale.saleId, copy: false }));
  });
  const descriptions = receipt?.lines.map(({ description }) => description) ?? [];
  expect(descriptions[0]).toBe('y'.repeat(200));
  expect(descriptions.join('')).not.toMatch(/[\u0000-\u001f]/);
});

test('a file in another encoding, with formulas and card numbers in it, is read with a warning each', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(OLIVE);
  await chooseImport(counter, fixtureFile('square-windows-1252.csv'));
  await expect(page.getByText('Windows (1252)')).toBeVisible();
  expect(await dryRun(counter)).toMatchObject({ New: '2', 'Not imported': '3' });
  await expect(page.getByText(/Card numbers are never stored, so the row stays out/)).toBeVisible();
  await expect(page.getByText('4111')).toHaveCount(0);
  await expect(page.getByText(/begins like a spreadsheet formula/).first()).toBeVisible();
  await expect(page.getByText('The amount is below zero.')).toBeVisible();
  await runImport(counter);
  await app.close();

  const stored = await readStore(dataFolder, async (client) => ({
    formula: await client.stock.findByCode({ code: '100-00021' }),
    card: await client.stock.findByCode({ code: '100-00022' }),
    letters: await client.stock.findByCode({ code: '100-00024' }),
  }));
  expect(stored).toMatchObject({
    formula: [{ description: '=HYPERLINK("http://x.example","ring")' }],
    card: [],
    letters: [{ description: 'Alianza de niña' }],
  });
});
