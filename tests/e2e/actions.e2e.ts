import { countDrawer } from './count-drawer.ts';
import { cartLines, justSold, scanLine } from './counter.ts';
import { CAL, CHAIN, RING, ROSA, WATCH } from './prepared-shop.ts';
import { ringUp } from './rung-up.ts';
import { expect, test } from './shop-test.ts';

// The budgets of the design: a scan, a chord and a click are one action each, typed words are none.

test('a scan is a line: one action', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  counter.countFromHere();
  await scanLine(counter, RING);
  await expect(cartLines(page)).toHaveCount(1);
  expect(counter.actions()).toBe(1);
});

test('a cash sale of two scanned pieces at the exact amount takes four actions', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  counter.countFromHere();
  await scanLine(counter, RING);
  await scanLine(counter, WATCH);
  await counter.key('F9');
  await expect(page.getByText('Amount due')).toBeVisible();
  await counter.key('F9');
  await expect(justSold(page)).toContainText('$1,299.00');
  expect(counter.actions()).toBeLessThanOrEqual(4);
});

test('with the key of the whole amount it takes three', async ({ openShop }) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  counter.countFromHere();
  await scanLine(counter, RING);
  await scanLine(counter, WATCH);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$1,299.00');
  expect(counter.actions()).toBeLessThanOrEqual(3);
});

test('a card sale of two pieces with their customer takes five actions and four digits', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  counter.countFromHere();
  await scanLine(counter, RING);
  await scanLine(counter, WATCH);
  await counter.key('F4');
  await expect(page.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
  await counter.type(ROSA.last4);
  await expect(page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  await counter.key('Enter');
  await expect(page.getByRole('complementary', { name: 'Beside' })).toContainText('Rosa Delgado');
  await counter.key('Control+F10');
  await expect(justSold(page)).toContainText('$1,299.00');
  expect(counter.actions()).toBeLessThanOrEqual(5);
});

test('a customer is found by the last four digits with five keys, from any screen', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  for (const screen of ['Sell', 'Customers', 'Stock', 'Day close', 'Settings']) {
    await page.getByRole('navigation', { name: 'Sections' }).getByText(screen).click();
    await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible();
    counter.countFromHere();
    // Here the digits count too: the budget is five keys in all.
    await counter.key('F2');
    for (const digit of ROSA.last4) {
      await counter.key(digit);
      await page.waitForTimeout(65);
    }
    await expect(page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
    expect(counter.actions()).toBeLessThanOrEqual(5);
    await counter.key('Escape');
  }
});

test('the day is closed with twelve actions and the counts, from the last sale to the Z', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, CHAIN);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$96.34');
  counter.countFromHere();
  await counter.key('Alt+4');
  await expect(
    page.getByText('What should be in the drawer is told after the count.'),
  ).toBeVisible();
  await counter.key('Control+Enter');
  const counts = await countDrawer(counter, 29_634);
  await counter.key('Control+Enter');
  await expect(page.getByRole('button', { name: /^Close with \$296\.34/ })).toBeVisible();
  await counter.key('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Day close Z1-1' })).toBeVisible();
  expect(counter.actions()).toBeLessThanOrEqual(12 + counts);
});

test('a check and the slip of the card terminal are settled within the same twelve actions', async ({
  openShop,
}) => {
  const { counter, page } = await openShop(async (client) => {
    const check = { reference: '1042', brand: 'First Bank', checkKind: 'personal' } as const;
    await ringUp(client, null, 21_758, { kind: 'check', ...check });
    await ringUp(client, null, 50_000, { kind: 'card', brand: 'Visa' });
    await ringUp(client, null, 9600, { kind: 'cash' });
  });
  await counter.signIn(CAL);
  counter.countFromHere();
  await counter.key('Alt+4');
  await expect(page.getByRole('heading', { name: 'Day close' })).toBeVisible();
  await counter.key('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Batch of Visa' })).toBeFocused();
  await counter.type('500');
  await expect(page.getByRole('checkbox', { name: /Check 1042/ })).toBeChecked();
  await counter.key('Control+Enter');
  const counts = await countDrawer(counter, 29_600);
  await counter.key('Control+Enter');
  await expect(page.getByRole('complementary', { name: 'Beside' })).toContainText(
    'Deposit slip$313.58',
  );
  await counter.key('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Day close Z1-1' })).toBeVisible();
  expect(counter.actions()).toBeLessThanOrEqual(12 + counts);
});
