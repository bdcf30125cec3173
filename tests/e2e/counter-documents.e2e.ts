import type { Page } from '@playwright/test';
import { addPiece, emptyCart } from '#shared/sales/cart.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import { cartLines, type Counter, justSold, messages, recentSales, scanLine } from './counter.ts';
import {
  CAL,
  CHAIN,
  HART,
  mustDo,
  newId,
  prepareShop,
  RING,
  ROSA,
  type StoreClient,
  WATCH,
} from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

const side = (page: Page) => page.getByRole('complementary', { name: 'Beside' });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

async function chooseRosa(counter: Counter): Promise<void> {
  await counter.key('F4');
  await expect(counter.page.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
  await counter.type(ROSA.last4);
  await expect(counter.page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  await counter.key('Enter');
  await expect(side(counter.page)).toContainText('Rosa Delgado');
}

/** Leaves whatever is open, until the register is at the Sell screen. */
async function toSell(counter: Counter): Promise<void> {
  await counter.key('Alt+1');
  await expect(counter.page.getByRole('heading', { name: 'Sell', exact: true })).toBeVisible();
}

test('two pieces go out on approval; one is bought, one comes back, and a scan says where it is', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await scanLine(counter, WATCH);
  await scanLine(counter, CHAIN);
  await counter.key('Alt+A');
  await expect(dialog(page, 'Give on approval')).toContainText('Who takes the pieces along?');
  await counter.key('Enter');
  await expect(page.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
  await counter.type(ROSA.last4);
  await expect(page.getByRole('option', { name: /Rosa Delgado/ })).toBeVisible();
  await counter.key('Enter');

  // The chain is for sale; the ring and the watch go home with her.
  await counter.click(page.getByRole('button', { name: `Remove ${CHAIN.description}` }));
  await counter.key('Alt+A');
  const giving = dialog(page, 'Give on approval');
  await expect(giving.getByRole('textbox', { name: 'ID shown' })).toBeFocused();
  await counter.key('Enter');
  await expect(giving).toContainText('Note which ID was shown.');
  await counter.type('TN license 4412');
  await counter.key('Enter');
  const memo = dialog(page, 'Memo on approval');
  await expect(memo).toContainText('TN license 4412');
  await expect(memo).toContainText(RING.description);
  await counter.key('Escape');
  await expect(cartLines(page)).toHaveCount(0);

  await counter.scan(RING.stockNumber);
  const notice = page.getByRole('status').filter({ hasText: 'Rosa Delgado has it on memo A1-1' });
  await expect(notice).toBeVisible();
  await counter.click(notice.getByRole('button', { name: 'Open the memo' }));
  await expect(page.getByRole('heading', { name: 'Memo A1-1' })).toBeVisible();
  await counter.click(page.getByRole('checkbox', { name: new RegExp(RING.description) }));
  await counter.key('B');
  await expect(messages(page)).toContainText('The piece is back in the case.');
  await expect(page.locator('main')).toContainText('Came back');

  // One is left: it is meant without a tick.
  await counter.key('Enter');
  await expect(cartLines(page)).toHaveCount(1);
  await expect(side(page)).toContainText('Rosa Delgado');
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$217.58');
  await counter.key('Alt+A');
  await expect(page.locator('main')).toContainText('Nothing is out on approval.');
  await toSell(counter);
  await scanLine(counter, RING);
});

test('a quote is found again and sold, and what was begun meanwhile is parked', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  await counter.signIn(CAL);
  await chooseRosa(counter);
  await scanLine(counter, WATCH);
  await counter.key('Alt+Q');
  await expect(dialog(page, 'Save as quote')).toContainText('$217.58');
  await counter.key('Enter');
  await expect(dialog(page, 'Quote')).toContainText('Q1-1');
  await counter.key('Escape');
  await expect(cartLines(page)).toHaveCount(0);

  // What is begun meanwhile is parked, not lost.
  await scanLine(counter, CHAIN);
  await page.evaluate(() => {
    location.hash = '#/sell/quotes';
  });
  await expect(page.getByRole('row', { name: /Q1-1/ })).toContainText('Rosa Delgado');
  await counter.keys('ArrowDown', 'Enter');
  await expect(page.getByRole('heading', { name: 'Quote Q1-1' })).toBeVisible();
  await counter.key('Enter');
  await expect(messages(page)).toContainText('The sale that was begun meanwhile is parked.');
  await expect(cartLines(page)).toHaveText([/Field watch/]);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$217.58');
  await counter.key('Alt+Q');
  await expect(page.getByRole('row', { name: /Q1-1/ })).toContainText('Sold');
});

/** The watch, promised at its tag to whoever comes until a day. */
async function quoteWatch(client: StoreClient, expiresOn: string): Promise<PieceSummary> {
  const [found] = (await client.stock.search({ text: WATCH.stockNumber, limit: 1 })).rows;
  if (!found) throw new Error('the watch is gone');
  const { cart } = addPiece(emptyCart(newId('cart')), found, newId('saleLine'));
  mustDo(
    await client.quotes.save({
      commandId: newId('command'),
      quoteId: newId('quote'),
      cart: { ...cart, shares: null },
      expiresOn,
      note: '',
      print: false,
    }),
  );
  return found;
}

async function dayOfDrawer(client: StoreClient): Promise<string> {
  const { open } = await client.dayClose.drawer({});
  if (!open) throw new Error('the drawer is closed');
  return open.businessDate;
}

test('a quote keeps its price while it holds, though the tag went up', async ({ openShop }) => {
  const { counter, page } = await openShop(async (client) => {
    const { pieceId } = await quoteWatch(client, await dayOfDrawer(client));
    const piece = await client.stock.get({ pieceId });
    if (!piece) throw new Error('the watch is gone');
    const { stockNumber, description, category, vendor, vendorStyle, costCents } = piece;
    const { taxed, taxClass, kind } = piece;
    const words = { stockNumber, description, category, vendor, vendorStyle };
    mustDo(
      await client.stock.edit({
        commandId: newId('command'),
        pieceId,
        fields: { ...words, costCents, taxed, taxClass, kind, tagPriceCents: 30_000 },
      }),
    );
  });
  await counter.signIn(CAL);
  await counter.key('Alt+Q');
  await expect(page.getByRole('row', { name: /Q1-1/ })).toContainText('$217.58');
  await counter.keys('ArrowDown', 'Enter');
  await expect(page.getByRole('heading', { name: 'Quote Q1-1' })).toBeVisible();
  await counter.key('Enter');
  await expect(cartLines(page)).toHaveText([/Field watch/]);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$217.58');
});

const GONE_ZONE = 'Etc/GMT+12';
const EARLY_ZONE = 'Pacific/Kiritimati';

/** A quote good until the end of a day, and that day over: 26 hours lie between the two zones. */
async function quoteOfYesterday(client: StoreClient): Promise<void> {
  await quoteWatch(client, await dayOfDrawer(client));
  mustDo(
    await client.dayClose.close({
      commandId: newId('command'),
      countedCents: 20_000,
      reason: '',
      leaveCents: 20_000,
    }),
  );
  mustDo(
    await client.settings.saveStore({
      commandId: newId('command'),
      store: { ...HART, zone: EARLY_ZONE },
    }),
  );
  mustDo(
    await client.dayClose.open({
      commandId: newId('command'),
      drawerSessionId: newId('drawerSession'),
      floatCents: 20_000,
    }),
  );
}

test('a quote whose day is over says so, and its pieces sell at the tags of today', async ({
  open,
}) => {
  const { dataFolder } = await prepareShop(quoteOfYesterday, GONE_ZONE);
  const { counter, page } = await open(dataFolder);
  await counter.signIn(CAL);
  await counter.key('Alt+Q');
  await expect(page.getByRole('row', { name: /Q1-1/ })).toContainText('Expired');
  await counter.keys('ArrowDown', 'Enter');
  await expect(side(page)).toContainText('The day it was good until has passed.');
  await counter.key('Enter');
  await expect(cartLines(page)).toHaveText([/Field watch/]);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('$217.58');
  await expect(recentSales(page)).toHaveCount(1);
});
