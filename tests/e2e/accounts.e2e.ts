import type { Page } from '@playwright/test';
import { type Counter, justSold, messages, scanLine } from './counter.ts';
import { openPay, rosaOf } from './pay-desk.ts';
import { CAL, MARA, mustDo, newId, ROSA, type StoreClient, WATCH } from './prepared-shop.ts';
import { ringUp } from './rung-up.ts';
import { expect, test } from './shop-test.ts';

const side = (page: Page) => page.getByRole('complementary', { name: 'Beside' });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const moved = (page: Page) => page.getByRole('table', { name: 'What moved' });

async function openRosa(counter: Counter): Promise<void> {
  await counter.key('F2');
  await counter.type(ROSA.last4);
  await expect(counter.page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  await counter.key('Enter');
  await expect(side(counter.page)).toContainText('Rosa Delgado');
}

async function toAccounts(counter: Counter, part?: string): Promise<void> {
  const { page } = counter;
  await counter.key('Alt+6');
  await expect(page.getByRole('heading', { name: 'House accounts' })).toBeVisible();
  if (part === undefined) return;
  await counter.click(page.getByRole('tab', { name: part, exact: true }));
  await expect(page.getByRole('heading', { name: part, exact: true })).toBeVisible();
}

test('a house account is opened, charged and paid on, and its statement says so', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(MARA);
  await toAccounts(counter);
  await expect(page.locator('main')).toContainText('Nobody has an account here.');
  await counter.key('Alt+N');
  const opening = dialog(page, 'Open an account');
  await expect(opening.getByRole('combobox', { name: 'Customer' })).toBeFocused();
  await counter.type(ROSA.last4);
  await expect(page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  await counter.key('Enter');
  await expect(opening).toContainText('Choose another');
  await counter.click(opening.getByRole('textbox', { name: 'Limit' }));
  await counter.type('500');
  await counter.key('Enter');
  await expect(page.getByRole('heading', { name: 'Rosa Delgado' })).toBeVisible();
  await expect(side(page)).toContainText('May still be charged$500.00');

  await counter.key('Alt+1');
  await openRosa(counter);
  await scanLine(counter, WATCH);
  await openPay(counter, '$217.58');
  await counter.type('217.58');
  await counter.key('a');
  await counter.key('F9');
  await expect(page.getByRole('list', { name: 'Payments of this sale' })).toContainText('$217.58');
  await counter.key('F9');
  await expect(justSold(page)).toContainText('$217.58');

  await toAccounts(counter);
  await expect(page.getByRole('row', { name: /Rosa Delgado/ })).toContainText('$217.58');
  await counter.keys('ArrowDown', 'Enter');
  await expect(moved(page)).toContainText('Charge S1-1');
  await counter.key('Enter');
  const paying = page.getByRole('dialog').filter({ hasText: 'Owed' });
  await expect(paying.getByRole('textbox')).toHaveValue('217.58');
  await counter.type('100');
  await counter.key('Enter');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$100.00');

  await toAccounts(counter);
  await expect(page.getByRole('row', { name: /Rosa Delgado/ })).toContainText('$117.58');
  await counter.keys('ArrowDown', 'Enter');
  await expect(moved(page)).toContainText('Payment S1-2');
  await expect(moved(page)).toContainText('Balance at the end');
  await expect(side(page)).toContainText('$117.58');
  await counter.key('Control+p');
  const paper = dialog(page, 'Account statement');
  await expect(paper).toContainText('Rosa Delgado');
  await expect(paper).toContainText('$117.58');
  await counter.key('Escape');
  await expect(paper).toHaveCount(0);
});

async function checkOfRosa(client: StoreClient): Promise<void> {
  const rosa = await rosaOf(client);
  await ringUp(client, rosa, 21_758, {
    kind: 'check',
    reference: '1042',
    brand: 'First Bank',
    checkKind: 'personal',
  });
}

test('a check that comes back is owed again with its fee, on the account of the sale', async ({
  openShop,
}) => {
  const { counter, page } = await openShop(checkOfRosa);
  await counter.signIn(MARA);
  await toAccounts(counter, 'Checks');
  await expect(page.getByRole('list', { name: 'Checks' })).toContainText(
    'Check 1042 · Rosa Delgado',
  );
  await counter.click(page.getByRole('button', { name: 'Returned: check 1042' }));
  const returning = dialog(page, 'The check came back');
  await expect(returning).toContainText('go on the house account of Rosa Delgado');
  await expect(returning.getByRole('textbox', { name: 'Fee for the customer' })).toBeFocused();
  await counter.type('35');
  await counter.key('Enter');
  await expect(messages(page)).toContainText('Check 1042 came back.');
  await expect(page.locator('main')).toContainText('No check is waiting.');

  await toAccounts(counter);
  await expect(page.getByRole('row', { name: /Rosa Delgado/ })).toContainText('$252.58');
  await counter.keys('ArrowDown', 'Enter');
  await expect(moved(page)).toContainText('Returned check');
  await expect(moved(page)).toContainText('$35.00');
  await expect(side(page)).toContainText('$252.58');
});

test('whoever may not settle looks and does not touch', async ({ openShop }) => {
  const { counter, page } = await openShop(checkOfRosa);
  await counter.signIn(CAL);
  await toAccounts(counter, 'Checks');
  await expect(page.getByRole('list', { name: 'Checks' })).toContainText('1042');
  // The arrows go on from tab to tab, though each part is a screen of its own.
  await counter.key('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Gift cards' })).toBeFocused();
  await counter.key('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Checks' })).toBeFocused();
  await expect(page.getByRole('button', { name: /Returned/ })).toHaveCount(0);
  await counter.click(page.getByRole('tab', { name: 'House accounts' }));
  await expect(page.getByRole('button', { name: 'Open an account' })).toHaveCount(0);
});

/** A card nobody is sure of, and a lender whose money is on its way. */
async function waitingPayments(client: StoreClient): Promise<void> {
  const rosa = await rosaOf(client);
  const providerId = newId('financeProvider');
  mustDo(
    await client.payments.saveProvider({
      commandId: newId('command'),
      providerId,
      fields: { name: 'Prairie Finance', kind: 'finance', feePpm: 29_000, lessorCustomerId: null },
    }),
  );
  await ringUp(client, rosa, 50_000, { kind: 'card', brand: 'Visa', unknown: true });
  await ringUp(client, rosa, 100_000, {
    kind: 'finance',
    providerId,
    reference: 'APP-77',
    plan: '12 months',
  });
}

test('an unsure payment is settled with a note, and a lender with its fee', async ({
  openShop,
}) => {
  const { counter, page } = await openShop(waitingPayments);
  await counter.signIn(MARA);
  await toAccounts(counter, 'Unsure payments');
  await counter.click(page.getByRole('button', { name: 'Was charged: S1-1' }));
  await counter.key('Enter');
  await expect(dialog(page, 'Was charged')).toContainText('Say how it was found out.');
  await counter.type('batch report, line 14');
  await counter.key('Enter');
  await expect(page.locator('main')).toContainText('Every payment is certain.');

  await toAccounts(counter, 'Lenders');
  await counter.click(page.getByRole('button', { name: 'Money arrived: S1-2' }));
  const arrived = dialog(page, 'Money arrived');
  await expect(arrived.getByRole('textbox', { name: 'Arrived at the bank' })).toHaveValue('971.00');
  await expect(arrived.getByRole('textbox', { name: 'Fee it kept' })).toHaveValue('29.00');
  await counter.type('970');
  await expect(arrived.getByRole('textbox', { name: 'Fee it kept' })).toHaveValue('30.00');
  await counter.key('Enter');
  await expect(page.locator('main')).toContainText('No lender owes anything.');
});

test('cash over $10,000 is a report that is due, and filed it leaves a statement to send', async ({
  openShop,
}) => {
  const { counter, page } = await openShop(async (client) => {
    await ringUp(client, await rosaOf(client), 1_050_000, { kind: 'cash' });
  });
  await counter.signIn(MARA);
  await toAccounts(counter, 'Form 8300');
  await expect(page.locator('main')).toContainText('1 report due');
  await counter.click(page.getByRole('button', { name: 'Worksheet' }));
  await expect(dialog(page, 'Form 8300 worksheet')).toContainText('$10,500.00');
  await counter.key('Escape');
  await counter.click(page.getByRole('button', { name: 'Mark as filed' }));
  await expect(page.locator('main')).toContainText('0 reports due');
  await expect(page.locator('main')).toContainText('Statement to the payer for');
});
