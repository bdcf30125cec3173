import type { Locator, Page } from '@playwright/test';
import { printedCode } from '#shared/document-number.ts';
import { cartLines, type Counter, justSold, scanLine } from './counter.ts';
import { newestReceipt } from './pay-desk.ts';
import {
  CAL,
  CHAIN,
  CLOTH,
  MARA,
  type Person,
  readStore,
  RING,
  ROSA,
  type ShelfPiece,
  WATCH,
} from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

// With tax a chain comes to $96.34, a watch to $217.58, a ring to $1,081.42.

const desk = (page: Page): Locator => page.getByRole('dialog', { name: 'Return' });
const sheet = (page: Page): Locator => page.getByRole('dialog').filter({ hasText: 'Goes back to' });
const given = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'Given back' });

/** Sells one piece by card and goes on. */
async function sellByCard(counter: Counter, piece: ShelfPiece): Promise<void> {
  await scanLine(counter, piece);
  await counter.key('F9');
  await counter.key('k');
  await counter.key('F9');
  await expect(justSold(counter.page)).toContainText('S1-');
  await counter.key('Escape');
}

/** All of sale S1-1, of one piece, from the Sell screen into the cart. */
async function takeBack(counter: Counter, { description }: ShelfPiece): Promise<void> {
  await counter.key('F5');
  await counter.type('S1-1');
  await counter.key('Enter');
  const piece = desk(counter.page).getByRole('checkbox', { name: description });
  await expect(piece).toBeChecked();
  await counter.key('Control+Enter');
}

/** A manager types the PIN in the dialog over everything. */
async function allow(counter: Counter, person: Person, reason = ''): Promise<void> {
  const { page } = counter;
  const dialog = page.getByRole('dialog', { name: 'A manager allows this' });
  await expect(dialog).toBeVisible();
  await dialog.getByText(person.name).click();
  if (reason !== '') await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByLabel(`PIN of ${person.name}`).focus();
  await counter.type(person.pin);
  await counter.key('Enter');
  await expect(dialog).toHaveCount(0);
}

test('an exchange by keys: the chain comes back against a watch, and the difference is paid', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await sellByCard(counter, CHAIN);
  await counter.key('F5');
  await expect(desk(page).getByRole('textbox', { name: 'Receipt or stock number' })).toBeFocused();
  await counter.type('S1-1');
  await counter.key('Enter');
  await expect(desk(page).getByRole('checkbox', { name: CHAIN.description })).toBeChecked();
  await expect(desk(page)).toContainText('$96.34');
  await counter.key('Control+Enter');
  await expect(cartLines(page).first()).toContainText('Returned from S1-1');
  await scanLine(counter, WATCH);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-2');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    totalCents: 21_758 - 9634,
    lines: [
      { kind: 'return', netCents: -8900, soldOn: 'S1-1' },
      { kind: 'item', netCents: 20_100 },
    ],
    payments: [{ tender: 'cash', amountCents: 12_124 }],
  });
});

test('an exchange the other way: the ring against a watch gives the difference back to its card', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await sellByCard(counter, RING);
  await takeBack(counter, RING);
  await expect(cartLines(page).first()).toContainText('Returned from S1-1');
  await scanLine(counter, WATCH);
  await counter.key('F9');
  await counter.key('k');
  await expect(sheet(page).getByRole('textbox', { name: 'Amount to Card' })).toHaveValue('863.84');
  await expect(sheet(page).getByRole('textbox', { name: 'Amount to Card' })).toBeFocused();
  await counter.key('F9');
  await expect(given(page)).toContainText('$863.84');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    totalCents: 21_758 - 108_142,
    payments: [{ tender: 'card', amountCents: -86_384 }],
  });
});

test('a receipt is scanned from another screen: the ring goes to inspection, the money back to its card', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await sellByCard(counter, RING);
  await counter.key('Alt+2');
  await counter.scan(printedCode('S1-1'));
  const receipt = page.getByRole('dialog', { name: 'Receipt' });
  await expect(receipt.getByRole('button', { name: 'Return' })).toBeVisible();
  await counter.key('F5');
  await expect(desk(page)).toContainText('S1-1');
  await counter.click(desk(page).getByText('To inspection'));
  await counter.key('Control+Enter');
  await expect(cartLines(page)).toContainText(['Returned from S1-1']);
  await counter.key('F9');
  await expect(sheet(page)).toContainText('it paid for this');
  await expect(sheet(page).getByRole('textbox', { name: 'Amount to Card' })).toHaveValue(
    '1,081.42',
  );
  await counter.key('F9');
  await expect(given(page)).toContainText('$1,081.42');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    totalCents: -108_142,
    payments: [{ tender: 'card', amountCents: -108_142 }],
  });
  const waiting = await readStore(dataFolder, (client) => client.returns.inspection({}));
  expect(waiting).toMatchObject([{ stockNumber: RING.stockNumber, saleNumber: 'S1-2' }]);
});

test('cash for a card takes a manager, and what is given stands in the list until it comes out even', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await sellByCard(counter, CHAIN);
  await takeBack(counter, CHAIN);
  await counter.key('F9');
  const card = sheet(page).getByRole('textbox', { name: 'Amount to Card' });
  await expect(card).toHaveValue('96.34');
  await card.fill('50');
  await expect(sheet(page)).toContainText('$46.34 still to be given back.');
  await counter.key('F9');
  await expect(sheet(page)).toContainText('The payments are short by $46.34.');
  await counter.click(sheet(page).getByRole('button', { name: 'Cash', exact: true }));
  await counter.click(sheet(page).getByRole('button', { name: 'Ask a manager' }));
  await allow(counter, MARA, 'card is gone');
  await expect(sheet(page)).toContainText('Allowed by a manager.');
  await counter.key('F9');
  await expect(given(page)).toContainText('$96.34');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    payments: [
      { tender: 'card', amountCents: -5000 },
      { tender: 'cash', amountCents: -4634 },
    ],
  });
});

test('a part of a line comes back, more than is left does not', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  for (let count = 0; count < 3; count++) await counter.scan(CLOTH.stockNumber);
  await expect(cartLines(page).first()).toContainText('3 ×');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-1');
  await counter.key('F5');
  await counter.type(CLOTH.stockNumber);
  await counter.key('Enter');
  const quantity = desk(page).getByRole('textbox', { name: `How many of ${CLOTH.description}` });
  await quantity.fill('4');
  await counter.key('Control+Enter');
  await expect(desk(page)).toContainText('At most 3 can come back.');
  await quantity.fill('2');
  await counter.key('Control+Enter');
  await expect(desk(page)).toHaveCount(0);
  await counter.key('F9');
  await counter.key('F9');
  await expect(given(page)).toContainText('S1-2');
  await counter.key('F5');
  await counter.type('S1-1');
  await counter.key('Enter');
  await expect(desk(page)).toContainText('1 left to return');
});

test('without a receipt it takes a customer, an ID and a manager, and gives store credit', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await counter.key('F5');
  await counter.key('Alt+n');
  await expect(desk(page).getByRole('textbox', { name: 'Stock number' })).toBeFocused();
  await counter.key('Control+Enter');
  await expect(desk(page)).toContainText('A return without a receipt needs a customer.');
  await desk(page).getByRole('textbox', { name: 'What comes back' }).fill('Gold bangle');
  await desk(page).getByRole('textbox', { name: 'Price given back, before tax' }).fill('120');
  await desk(page).getByRole('combobox', { name: 'Customer' }).focus();
  await counter.type(ROSA.last4);
  await counter.key('Enter');
  await expect(desk(page).getByRole('button', { name: /Rosa Delgado/ })).toBeVisible();
  await desk(page).getByLabel('ID shown').selectOption('driving');
  await desk(page).getByRole('textbox', { name: 'Last digits of the ID' }).fill('4412');
  await counter.key('Control+Enter');
  await allow(counter, MARA, 'known customer');
  await expect(cartLines(page)).toContainText(['Without a receipt']);
  await counter.key('F9');
  await expect(sheet(page).getByRole('textbox', { name: 'Amount to Store credit' })).toHaveValue(
    '129.90',
  );
  await counter.key('F9');
  await expect(given(page)).toContainText('$129.90');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    customerName: 'Rosa Delgado',
    payments: [{ tender: 'store_credit', amountCents: -12_990 }],
  });
});

test('how a sale was paid is set right with a manager, and a customer is added by the counter', async ({
  openShop,
}) => {
  const { counter, page, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await sellByCard(counter, CHAIN);
  await counter.scan(printedCode('S1-1'));
  const receipt = page.getByRole('dialog', { name: 'Receipt' });
  await counter.click(receipt.getByRole('button', { name: 'Add a customer' }));
  const correct = page.getByRole('dialog', { name: 'Correct a sale' });
  await expect(correct.getByRole('combobox', { name: 'Whose sale it is' })).toBeFocused();
  await counter.type(ROSA.last4);
  await counter.key('Enter');
  await counter.key('Control+Enter');
  await expect(receipt).toContainText('Rosa Delgado');
  await counter.click(receipt.getByRole('button', { name: 'Correct this sale' }));
  await expect(correct.getByRole('checkbox', { name: 'Card' })).toBeChecked();
  await counter.click(correct.getByRole('button', { name: 'Pressed the wrong key' }));
  await counter.key('Control+Enter');
  await allow(counter, MARA);
  await expect(receipt).toContainText('Cash');
  await app.close();
  expect(await newestReceipt(dataFolder)).toMatchObject({
    customerName: 'Rosa Delgado',
    payments: [{ tender: 'cash', amountCents: 9634 }],
  });
});

test('what waits to be inspected goes back into the case, or is written off with a reason', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(MARA);
  for (const piece of [CHAIN, WATCH]) {
    await sellByCard(counter, piece);
    await counter.scan(piece.stockNumber);
    const notice = page.locator('.scan-notice');
    await counter.click(notice.getByRole('button', { name: 'Return', exact: true }));
    await counter.key('Enter');
    await counter.click(desk(page).getByText('To inspection'));
    await counter.key('Control+Enter');
    await counter.key('F9');
    await counter.key('F9');
    await expect(given(page)).toBeVisible();
    await counter.key('Escape');
  }
  await counter.key('Alt+3');
  await counter.click(page.getByRole('button', { name: 'To inspect · 2' }));
  await counter.click(page.getByRole('button', { name: `Back in stock: ${CHAIN.description}` }));
  await expect(page.getByRole('table')).not.toContainText(CHAIN.description);
  await counter.click(page.getByRole('button', { name: `Write off: ${WATCH.description}` }));
  const dialog = page.getByRole('dialog', { name: 'Write off' });
  await counter.key('Control+Enter');
  await expect(dialog).toContainText('Write why it cannot be sold.');
  await counter.click(dialog.getByRole('button', { name: 'Damaged' }));
  await counter.key('Control+Enter');
  await expect(page.getByText('Nothing waits to be inspected.')).toBeVisible();
});
