import { startRecordedPrinter } from '#tools/printer/recorded-printer.ts';
import { type Counter, justSold, scanLine } from './counter.ts';
import {
  chooseRosa,
  due,
  newestReceipt,
  openPay,
  payments,
  rosaOf,
  sellBy,
  sheet,
} from './pay-desk.ts';
import { CAL, CHAIN, mustDo, newId, readStore, RING, WATCH } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

// Every tender at the till. With tax a chain comes to $96.34, a watch to $217.58, a ring to $1,081.42.

test('a part by card, the rest in cash rounded to the coin, each on its own line', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop((client) =>
    sellBy(client, { cashRounding: 'nearest_5' }),
  );
  await counter.signIn(CAL);
  await scanLine(counter, WATCH);
  await openPay(counter, '$217.58');
  await expect(sheet(page)).toContainText('Due in cash, to 5¢$217.60');
  await counter.type('100');
  await counter.key('k');
  await expect(sheet(page).getByRole('button', { name: 'Take $100.00' })).toBeVisible();
  await expect(sheet(page)).not.toContainText('Cash rounding');
  await counter.key('F9');
  await expect(payments(page).first()).toContainText('$100.00');
  await expect(due(page)).toHaveText('$117.58');
  await counter.key('c');
  await expect(sheet(page)).toContainText('Cash rounding to 5¢$0.02');
  await counter.click(sheet(page).getByRole('button', { name: /^\$120\.00/ }));
  await expect(sheet(page).locator('.pay-side')).toContainText('$2.40');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('$2.40');
  await expect(justSold(page)).toContainText('Cash rounding$0.02');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    totalCents: 21_758,
    roundingCents: 2,
    changeCents: 240,
    payments: [
      { tender: 'card', amountCents: 10_000 },
      { tender: 'cash', amountCents: 11_760, tenderedCents: 12_000 },
    ],
  });
});

test('a payment of the list is taken out again by key and by mouse, and nothing else is lost', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, WATCH);
  await openPay(counter, '$217.58');
  for (const amount of ['50', '60']) {
    await counter.type(amount);
    await counter.key('Enter');
  }
  await expect(due(page)).toHaveText('$107.58');
  await counter.key('Delete');
  await expect(due(page)).toHaveText('$167.58');
  await counter.click(sheet(page).getByRole('button', { name: 'Remove Cash, $50.00' }));
  await expect(due(page)).toHaveText('$217.58');
  await counter.key('Escape');
  await counter.key('F9');
  await expect(due(page)).toHaveText('$217.58');
});

/** Sells a gift card and answers its code. */
async function sellGiftCard(counter: Counter, amount: string): Promise<string> {
  const { page } = counter;
  await counter.key('g');
  const dialog = page.getByRole('dialog', { name: 'Gift card' });
  const code = (await dialog.locator('.gift-card-code').textContent()) ?? '';
  await counter.type(amount);
  await counter.key('Enter');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-1');
  return code;
}

test('a gift card is sold and spent in two sales; the third finds it empty', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  const code = await sellGiftCard(counter, '150');
  const last = code.slice(-5);

  await scanLine(counter, CHAIN);
  await openPay(counter, '$96.34');
  await counter.key('g');
  await expect(page.getByRole('textbox', { name: 'Code of the gift card' })).toBeFocused();
  await counter.type(code.toLowerCase());
  await expect(sheet(page)).toContainText('On the card$150.00');
  await counter.key('F9');
  await expect(justSold(page)).toContainText(`Left on gift card ··${last}$53.66`);
  await expect(justSold(page)).toContainText('Paid by Gift card$96.34');

  await scanLine(counter, WATCH);
  await openPay(counter, '$217.58');
  await counter.scan(code);
  await expect(sheet(page).getByRole('button', { name: 'Take $53.66' })).toBeVisible();
  await counter.key('F9');
  await expect(payments(page).first()).toContainText(`Gift card ··${last}`);
  await expect(due(page)).toHaveText('$163.92');
  await counter.key('F9');
  await expect(justSold(page)).toContainText(`Left on gift card ··${last}$0.00`);

  await scanLine(counter, RING);
  await openPay(counter, '$1,081.42');
  await counter.scan(code);
  await expect(sheet(page)).toContainText('On the card$0.00');
  await counter.key('F9');
  await expect(sheet(page)).toContainText('GIFT_CARD_SHORT');
  await expect(page.getByRole('textbox', { name: 'Amount off the gift card' })).toBeFocused();
});

test('a code that no card has is said at the field, and any other scan belongs to the sale', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, CHAIN);
  await openPay(counter, '$96.34');
  await counter.scan(WATCH.stockNumber);
  await expect(page.getByText(`${WATCH.stockNumber} was scanned while paying.`)).toBeVisible();
  await counter.key('g');
  const code = page.getByRole('textbox', { name: 'Code of the gift card' });
  await counter.key('F9');
  await expect(sheet(page)).toContainText('Scan the gift card, or type its code.');
  await expect(code).toBeFocused();
  await counter.type('7k3mq0zdv9t2a');
  await expect(sheet(page)).toContainText('No gift card has this code.');
  await counter.key('F9');
  await expect(sheet(page)).toContainText('GIFT_CARD_UNKNOWN');
  await expect(code).toBeFocused();
  await expect(code).toHaveValue('7k3mq0zdv9t2a');
});

test('store credit asks whose it is from the sheet itself, pays what there is, and shows what is left', async ({
  openShop,
}) => {
  const { counter, page } = await openShop(async (client) =>
    mustDo(
      await client.credit.grant({
        commandId: newId('command'),
        customerId: await rosaOf(client),
        amountCents: 4210,
        reason: 'late repair',
      }),
    ),
  );
  await counter.signIn(CAL);
  await scanLine(counter, CHAIN);
  await openPay(counter, '$96.34');
  await counter.key('s');
  await expect(sheet(page)).toContainText('Whose credit is it?');
  await expect(sheet(page).getByRole('button', { name: /Choose customer/ })).toBeFocused();
  await counter.key('Enter');
  await chooseRosa(counter);
  await expect(sheet(page)).toContainText('Store credit$42.10');
  await counter.key('F9');
  await expect(due(page)).toHaveText('$54.24');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('Store credit left$0.00');
});

test('a house account over its limit is refused with what it takes, and taken within it', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop(async (client) =>
    mustDo(
      await client.accounts.save({
        commandId: newId('command'),
        customerId: await rosaOf(client),
        fields: { limitCents: 15_000, termsDays: 30, onStop: false },
      }),
    ),
  );
  await counter.signIn(CAL);
  await scanLine(counter, WATCH);
  await openPay(counter, '$217.58');
  await counter.key('F4');
  await chooseRosa(counter);
  await expect(sheet(page)).toContainText('$150.00 left');
  await expect(page.getByRole('textbox', { name: 'Cash handed over' })).toBeFocused();
  await counter.type('217.58');
  await counter.key('a');
  await counter.key('F9');
  await expect(sheet(page)).toContainText('This house account takes $150.00 more at most.');
  const amount = page.getByRole('textbox', { name: 'Amount on the account' });
  await expect(amount).toBeFocused();
  await expect(amount).toHaveValue('217.58');
  await counter.click(sheet(page).getByRole('button', { name: 'Take that much' }));
  await counter.key('F9');
  await expect(due(page)).toHaveText('$67.58');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('Owes on the account now$150.00');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    payments: [
      { tender: 'house_account', amountCents: 15_000 },
      { tender: 'cash', amountCents: 6758 },
    ],
  });
});

test('a check needs its number, says what it is, and holds the goods', async ({ openShop }) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await openPay(counter, '$1,081.42');
  await counter.key('h');
  const number = page.getByRole('textbox', { name: 'Number of the check' });
  await expect(number).toBeFocused();
  await page.getByRole('combobox', { name: 'Kind of check' }).selectOption('cashiers_check');
  await counter.key('F9');
  await expect(sheet(page)).toContainText('Type the number printed on the check.');
  await expect(number).toBeFocused();
  await counter.type('1204');
  await page.getByLabel('Hold until').fill('2099-01-15');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('S1-1');
  await app.close();
  const left = await readStore(dataFolder, (client) => client.payments.checks({}));
  expect(left).toMatchObject([
    {
      reference: '1204',
      checkKind: 'cashiers_check',
      holdUntil: '2099-01-15',
      amountCents: 108_142,
    },
  ]);
});

test('a card that may or may not have been charged is marked so, in words and in the store', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, WATCH);
  await openPay(counter, '$217.58');
  await counter.type('200');
  await counter.key('k');
  await counter.click(page.getByText('Not sure whether it was charged'));
  await counter.key('F9');
  await expect(payments(page).first()).toContainText('not sure whether it was charged');
  await counter.key('c');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('S1-1');
  await app.close();
  const left = await readStore(dataFolder, (client) => client.payments.unknown({}));
  expect(left).toMatchObject([{ tender: 'card', amountCents: 20_000 }]);
});

test('anything else is a tender too, once it has a name', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, CHAIN);
  await openPay(counter, '$96.34');
  await counter.key('o');
  await counter.key('F9');
  await expect(sheet(page)).toContainText('Say what it is.');
  await expect(page.getByRole('textbox', { name: 'What it is' })).toBeFocused();
  await counter.type('Mall voucher');
  await counter.key('Enter');
  await expect(justSold(page)).toContainText('S1-1');
});

test('a card sale with clicks alone, and the gift receipt of one of its two pieces', async ({
  openShop,
}) => {
  const printer = await startRecordedPrinter();
  const { host, port } = printer;
  const { counter, page } = await openShop(async (client) =>
    mustDo(
      await client.settings.savePrinter({
        printer: { host, port, columns: 48, drawer: true, locale: 'en' },
      }),
    ),
  );
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await scanLine(counter, WATCH);
  const beside = page.getByRole('complementary', { name: 'Beside' });
  await beside.getByRole('button', { name: /^Pay/ }).click();
  await sheet(page).getByRole('button', { name: /^Card/ }).click();
  await sheet(page).getByRole('combobox', { name: 'Card brand' }).selectOption('Visa');
  await sheet(page)
    .getByRole('button', { name: /^Complete/ })
    .click();
  await expect(justSold(page)).toContainText('S1-1');
  await printer.untilJobs(1);

  await page.getByRole('button', { name: 'Gift receipt' }).click();
  const choice = page.getByRole('dialog', { name: 'Gift receipt' });
  await choice.getByText(RING.description).click();
  await choice.getByRole('button', { name: /^Print/ }).click();
  await expect(page.getByText('The gift receipt is on its way to the printer.')).toBeVisible();
  const printed = (await printer.untilJobs(2)).at(-1)?.lines.join('\n') ?? '';
  expect(printed).toContain(WATCH.description);
  expect(printed).not.toContain(RING.description);
  expect(printed).not.toContain('$');
  await printer.stop();
});
