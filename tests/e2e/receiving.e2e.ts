import { createServer, type Server } from 'node:net';
import type { Page } from '@playwright/test';
import type { Counter } from './counter.ts';
import { OLIVE } from './prepared-shop.ts';
import { expect, test } from './shop-test.ts';

/** A tag printer that keeps what it is sent. */
interface TagSink {
  readonly port: number;
  readonly tags: () => readonly string[];
  readonly server: Server;
}

async function openTagSink(): Promise<TagSink> {
  let said = '';
  const server = createServer((socket) => {
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1');
    });
    socket.on('end', () => socket.end());
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to print to');
  return { port: address.port, server, tags: () => said.match(/\^XA[^]*?\^XZ/g) ?? [] };
}

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
const showStock = async (page: Page) => {
  await goTo(page, '/stock');
  await expect(page.getByRole('grid', { name: 'Pieces' })).toBeVisible();
};
const shot = async (page: Page, name: string) => {
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
  }
};

/** The tag printer of this register, and a code word for costs. */
async function setTags({ page, click, key }: Counter, port: number): Promise<void> {
  await goTo(page, '/settings/tags');
  await page.getByRole('textbox', { name: 'Code word' }).fill('BLACKHORSB');
  await expect(page.getByText('none of them twice')).toBeVisible();
  await page.getByRole('textbox', { name: 'Code word' }).fill('blackhorse');
  await click(page.getByText('Print the cost in code'));
  await page.getByRole('textbox', { name: 'Address' }).fill('127.0.0.1');
  await page.getByRole('textbox', { name: 'Port' }).fill(String(port));
  await shot(page, 'settings-tags');
  await key('Control+Enter');
  await expect(page.getByText('Tags: saved.')).toBeVisible();
}

test('an invoice typed by hand, kept over a restart of the screen, is in stock with its tags', async ({
  openShop,
}) => {
  const sink = await openTagSink();
  try {
    const { counter, page } = await openShop();
    const { key, keys, type } = counter;
    await counter.signIn(OLIVE);
    await setTags(counter, sink.port);
    await showStock(page);
    await key('Alt+r');
    await expect(page.getByText('No invoice was received yet')).toBeVisible();
    await key('Alt+n');
    await expect(page.getByRole('textbox', { name: 'Vendor' })).toBeFocused();
    await type('Stuller');
    await key('Tab');
    await type('INV-17');
    await page.getByRole('textbox', { name: 'Invoice total' }).fill('813');
    await page.getByRole('textbox', { name: 'Freight', exact: true }).fill('12');
    await page.getByRole('textbox', { name: 'Price = cost times' }).fill('2.2');
    await page.getByRole('combobox', { name: 'Prices end on' }).selectOption('nine');
    await page.getByRole('textbox', { name: 'Stock number, row 1' }).focus();
    await type('T-009');
    await key('Tab');
    await type('14K oval ring ^XZ~JA');
    await keys('Tab', 'Tab', 'Tab', 'Tab');
    await type('400');
    await key('Alt+c');
    await expect(page.getByRole('textbox', { name: 'Stock number, row 2' })).toHaveValue('T-010');
    await expect(page.getByRole('textbox', { name: 'Tag price, row 2' })).toHaveValue('879.00');
    await shot(page, 'receive-form');

    await key('Escape');
    await expect(page.getByText('Not received yet')).toBeVisible();
    await shot(page, 'receive-drafts');
    await counter.click(page.getByRole('button', { name: 'Throw away' }));
    await expect(page.getByText('Not received yet')).toHaveCount(0);
    await key('Control+z');
    await counter.click(page.getByRole('button', { name: 'Go on' }));
    await expect(page.getByRole('textbox', { name: 'Stock number, row 2' })).toHaveValue('T-010');
    await key('Control+Enter');
    await expect(page.getByText('$1.00 apart')).toBeVisible();
    await page.getByRole('textbox', { name: 'Invoice total' }).fill('812');
    await expect(page.getByText('Agrees')).toBeVisible();
    await key('Control+Enter');
    await expect(page.getByText('V1-1: 2 rows received, their tags are printing.')).toBeVisible();
    await shot(page, 'receive-page');
    await expect.poll(() => sink.tags().length).toBe(2);
    expect(sink.tags()[0]).toContain('_5EXZ_7EJA');
    expect(sink.tags()[1]).toContain('>:T-010');

    await key('r');
    await shot(page, 'receive-reverse');
    await type('Typed twice');
    await key('Enter');
    await expect(page.getByText('This invoice was taken back.')).toBeVisible();
  } finally {
    sink.server.close();
  }
});

test('prices go up by one rule, one piece left out; the tags wait, and the undo puts all back', async ({
  openShop,
}) => {
  const { counter, page } = await openShop();
  const { key, type } = counter;
  await counter.signIn(OLIVE);
  await showStock(page);
  await key('Alt+p');
  await expect(page.getByText('Say how prices change')).toBeVisible();
  await page.getByRole('textbox', { name: 'Percent' }).focus();
  await type('10');
  await page.getByRole('combobox', { name: 'Prices end on' }).selectOption('end_99');
  const rows = page.getByRole('grid', { name: 'Before and after' }).getByRole('row');
  await expect(rows.nth(2)).toBeVisible();
  await counter.click(rows.nth(1));
  await expect(rows.nth(1)).toContainText('Left out');
  await shot(page, 'reprice');
  await key('Control+Enter');
  await expect(page.getByText(/prices? changed\./)).toBeVisible();
  await expect(page.getByText('Say how prices change')).toBeVisible();
  await shot(page, 'reprice-done');
  await goTo(page, '/stock/tags');
  const waiting = page.getByRole('grid', { name: 'Tags to print' }).getByRole('row');
  await expect(waiting.nth(1)).toBeVisible();
  await expect(page.getByRole('img', { name: /^Tag of/ })).toBeVisible();
  await shot(page, 'tags');
  await key('Control+z');
  await expect(page.getByText('Every tag is right')).toBeVisible();
  await shot(page, 'tags-empty');
});
