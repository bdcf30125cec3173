import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { scanLine } from './counter.ts';
import { shopFile, swapDatabase, tamper } from './foreign-files.ts';
import { CAL, newDataFolder, prepareShop, RING } from './prepared-shop.ts';
import { electronExecutable, programEnvironment, ROOT } from './program.ts';
import { expect, test } from './shop-test.ts';

/** What stands on the page of a store that did not open: its code, what happened, and the ways on. */
async function expectRefused(page: Page, code: string, words: string, way: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'The store did not open' })).toBeVisible();
  await expect(page.getByText(`Code ${code}`)).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(words);
  await expect(page.getByRole('button', { name: way })).toBeVisible();
}

test('a second start on the same shop ends by itself and leaves the first as it was', async ({
  openShop,
}) => {
  const { counter, app, dataFolder } = await openShop();
  await counter.signIn(CAL);
  await scanLine(counter, RING);
  await app.evaluate(({ app: main }) => {
    main.on('second-instance', () => Reflect.set(globalThis, 'askedAgain', true));
  });
  const second = spawn(electronExecutable(), [ROOT, `--data-folder=${dataFolder}`], {
    cwd: ROOT,
    env: programEnvironment(),
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit', { signal: AbortSignal.timeout(30_000) }).finally(() =>
    second.kill('SIGKILL'),
  )) as [number | null];
  expect(code).toBe(0);
  expect(await app.evaluate(() => Reflect.get(globalThis, 'askedAgain'))).toBe(true);
  await counter.key('F9');
  await expect(counter.page.getByText('Amount due')).toBeVisible();
});

test('without its key file the store stays shut, says what to do, and opens when the file is back', async ({
  open,
}) => {
  const { dataFolder } = await prepareShop();
  const key = shopFile(dataFolder, 'key.json');
  renameSync(key, `${key}.away`);
  const { page, counter } = await open(dataFolder);
  await expectRefused(
    page,
    'KEY_MISSING',
    'Type the recovery code that was printed at set-up.',
    'Open with the recovery code',
  );
  await page.getByRole('button', { name: 'Open with the recovery code' }).click();
  await counter.type('AAAA');
  await counter.key('Enter');
  await expect(page.getByText('This is not a recovery code.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Recovery code' })).toHaveValue(/AAAA/);
});

test('a database of another shop is left alone', async ({ open }) => {
  const { dataFolder } = await prepareShop();
  const other = await prepareShop();
  swapDatabase(dataFolder, other.dataFolder);
  const before = readFileSync(shopFile(dataFolder, 'shop.db'));
  const { page, app } = await open(dataFolder);
  await expectRefused(
    page,
    'STORE_FOREIGN',
    'Choose the right folder. The file was not changed.',
    'Try again',
  );
  await app.close();
  expect(readFileSync(shopFile(dataFolder, 'shop.db')).equals(before)).toBe(true);
  rmSync(other.dataFolder, { recursive: true, force: true });
});

test('a database of a newer program is left alone', async ({ open }) => {
  const { dataFolder } = await prepareShop();
  await tamper(dataFolder, (db) =>
    db.prepare("insert into schema_migration values ('9999-from-tomorrow', 'x', 1)").run(),
  );
  const { page } = await open(dataFolder);
  await expectRefused(
    page,
    'STORE_NEWER',
    'Install the newer version of the program. Nothing was changed.',
    'Try again',
  );
});

for (const [name, spoil] of [
  ['a folder that cannot be written', unwritable],
  ['a file in the place of the folder', (shop: string) => writeFileSync(shop, '')],
] as const) {
  test(`${name} is named, and the next try opens when it is mended`, async ({ open }) => {
    const dataFolder = newDataFolder();
    const shop = path.join(dataFolder, 'shop');
    spoil(shop);
    const { page } = await open(dataFolder);
    await expectRefused(page, 'FOLDER_READ_ONLY', shop, 'Try again');
    await expect(page.getByRole('alert')).toContainText(
      'Allow writing there and open the program again.',
    );
    rmSync(shop, { recursive: true, force: true });
    mkdirSync(shop);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('button', { name: 'Set up my store' })).toBeVisible();
  });
}

/** Nobody may write into it, the superuser included: the system's own folder of settings takes no files. */
function unwritable(shop: string): void {
  if (process.getuid?.() === 0) symlinkSync('/sys/kernel', shop);
  else mkdirSync(shop, { mode: 0o555 });
}
