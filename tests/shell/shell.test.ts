import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildEchoShop } from './echo-shop/build-echo-shop.ts';
import { electronExecutable, runShop, type RunningShop } from './echo-shop/run-echo-shop.ts';

let folder: string;
let shop: RunningShop;

beforeAll(async () => {
  folder = await buildEchoShop();
  shop = await runShop(folder);
});
afterAll(async () => {
  await shop.app.close();
  rmSync(shop.dataFolder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Runs in the page, where `openPort()` opens a port to the store. */
const inPage = (script: string) => shop.page.evaluate<unknown>(`(async () => { ${script} })()`);
const askOnce = (frame: string) => inPage(`return openPort().ask(${JSON.stringify(frame)})`);
const windowCount = () =>
  shop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

describe('what a page gets', () => {
  test('is the platform, the papers and the customer display, frozen, and nothing of Node or Electron', async () => {
    expect(await inPage('return Object.keys(counter)')).toEqual(['platform', 'paper', 'display']);
    expect(await inPage('return Object.keys(counter.paper)')).toEqual(['savePdf']);
    expect(await inPage('return Object.keys(counter.display)')).toEqual(['show', 'close']);
    expect(
      await inPage(
        'return [counter.platform, ...[counter, counter.paper, counter.display].map(Object.isFrozen)]',
      ),
    ).toEqual([process.platform, true, true, true]);
    expect(
      await inPage(
        'return [typeof require, typeof process, typeof module, typeof Buffer, typeof ipcRenderer]',
      ),
    ).toEqual(Array.from({ length: 5 }, () => 'undefined'));
  });

  test('is a port on which the store answers the caller main says it is', async () => {
    expect(await askOnce('three rings')).toBe('three rings');
    expect(await askOnce('who')).toBe('window-1');
  });

  test('is as many ports as it asks for, each closed for itself', async () => {
    const answers = await inPage(`
      const [first, second] = [openPort(), openPort()];
      const before = [await first.ask('a'), await second.ask('b')];
      first.close();
      return [...before, await first.next(), await second.ask('c')];
    `);
    expect(answers).toEqual(['a', 'b', 'closed', 'c']);
  });

  test.each(['{}', 'null', '5', '{ sql: "select" }', '["who"]', '"x".repeat(8 * 1024 * 1024 + 1)'])(
    'loses one port for %s, and the store still answers the next',
    async (frame) => {
      expect(await inPage(`return openPort().ask(${frame})`)).toBe('closed');
      expect(await askOnce('still here')).toBe('still here');
    },
  );
});

describe('the store behind the window', () => {
  test('that hangs up is heard of', async () => {
    expect(await askOnce('hang up')).toBe('closed');
  });

  test('that dies is started again; the page hears it and connects anew', async () => {
    expect(await askOnce('die')).toBe('closed');
    expect(await askOnce('who')).toBe('window-1');
  });

  test('that dies again and again still comes back', async () => {
    expect(await askOnce('die')).toBe('closed');
    expect(await askOnce('who')).toBe('window-1');
  });

  test('gets the key, the folder and the version, and none of the shell', async () => {
    const boot = JSON.parse(String(await askOnce('boot'))) as Record<string, unknown>;
    expect(boot).toMatchObject({
      dataDir: path.join(shop.dataFolder, 'shop'),
      demo: false,
      appVersion: '1.2.3',
      platform: process.platform,
    });
    expect(statSync(path.join(shop.dataFolder, 'shop/key.json')).mode & 0o777).toBe(0o600);
  });

  test('survives a reload of the page', async () => {
    await shop.page.reload();
    await shop.page.getByRole('heading').waitFor();
    expect(await askOnce('who')).toBe('window-1');
  });

  test('that unwrapped a key by the printed code has it kept', async () => {
    await inPage('openPort().ask("recover")');
    const keyFile = path.join(shop.dataFolder, 'shop/key.json');
    await expect.poll(() => readFileSync(keyFile, 'utf8')).toContain('ab'.repeat(32));
  });
});

describe('the demo shop', () => {
  test('takes the place of the shop and gives it back, when somebody in the window asks', async () => {
    const wanted = (frame: string) =>
      inPage(`
      const port = openPort();
      await port.ask(${JSON.stringify(frame)});
      await port.next();
      return JSON.parse(await openPort().ask('boot')).demo;
    `);
    expect(await wanted('demo')).toBe(true);
    expect(await wanted('shop')).toBe(false);
  });
});

describe('a paper as a PDF', () => {
  let target: string;
  beforeEach(async () => {
    target = path.join(mkdtempSync(path.join(tmpdir(), 'papers-')), 'receipt.pdf');
    await answerDialog({ canceled: false, filePath: target });
  });

  const answerDialog = (answer: { readonly canceled: boolean; readonly filePath: string }) =>
    shop.app.evaluate(({ dialog }, given) => {
      dialog.showSaveDialog = async () => given;
    }, answer);
  const save = (kind: string, id: string) =>
    inPage(`return counter.paper.savePdf('${kind}', '${id}')`);

  test('is drawn by the page itself and saved where the person says', async () => {
    expect(await save('receipt', '0042')).toEqual({ ok: true, value: { saved: true } });
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await windowCount()).toBe(1);
  });

  test('is not saved when the person cancels', async () => {
    await answerDialog({ canceled: true, filePath: '' });
    expect(await save('receipt', '0042')).toEqual({ ok: true, value: { saved: false } });
  });

  test('of no known kind is refused in words, and its window is gone', async () => {
    expect(await save('poem', '1')).toEqual({ ok: false, refusal: { code: 'PAPER_NOT_READY' } });
    expect(await save('receipt', '../1')).toEqual({
      ok: false,
      refusal: { code: 'PAPER_UNKNOWN' },
    });
    expect(await windowCount()).toBe(1);
    expect(existsSync(target)).toBe(false);
  });

  test('that cannot be written is said, and nothing breaks', async () => {
    await answerDialog({
      canceled: false,
      filePath: path.join(target, 'no', 'such', 'folder.pdf'),
    });
    expect(await save('receipt', '1')).toEqual({
      ok: false,
      refusal: { code: 'FILE_NOT_WRITTEN' },
    });
  });
});

describe('the program', () => {
  test('has no menu, whose keys would reload the page or open its tools', async () => {
    expect(await shop.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull();
  });

  test('started a second time on the same data shows the first and ends', async () => {
    const second = spawn(electronExecutable(), [folder, `--data-folder=${shop.dataFolder}`], {
      env: { ...process.env, STANDIN_HEADLESS: '1' },
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    expect(await askOnce('who')).toBe('window-1');
    expect(await windowCount()).toBe(1);
  });

  test('draws the page again after its process died, and the store is there', async () => {
    const running = await runShop(folder);
    await running.app.evaluate(async ({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      const again = new Promise<void>((resolve) => page?.once('did-finish-load', () => resolve()));
      page?.forcefullyCrashRenderer();
      await again;
    });
    const who = await running.app.evaluate(async ({ BrowserWindow }): Promise<unknown> => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      return page?.executeJavaScript('openPort().ask("who")');
    });
    expect(who).toBe('window-1');
    await running.app.close();
    rmSync(running.dataFolder, { recursive: true });
  });

  test('ends only after the store has closed its files, and demo data lie beside the shop', async () => {
    const demo = await runShop(folder, undefined, ['--demo']);
    const boot = JSON.parse(String(await demo.page.evaluate('openPort().ask("boot")'))) as object;
    expect(boot).toMatchObject({ demo: true, dataDir: path.join(demo.dataFolder, 'demo') });
    await demo.app.close();
    expect(existsSync(path.join(demo.dataFolder, 'demo/closed'))).toBe(true);
    rmSync(demo.dataFolder, { recursive: true });
  });

  test('ends also right after its store died', async () => {
    const running = await runShop(folder);
    const ended = new Promise((resolve) => running.app.process().once('exit', resolve));
    await running.page.evaluate('openPort().ask("die")');
    await running.app.evaluate(({ app }) => app.quit());
    expect(await ended).toBe(0);
    rmSync(running.dataFolder, { recursive: true });
  });
});

describe('the keychain', () => {
  interface Key {
    readonly state: string;
    readonly keyHex?: string;
    readonly protectedBy?: string;
    readonly reason?: string;
  }

  /** One start of the program with a keychain of that name, where the runtime lets a test choose one. */
  async function keyOf(dataFolder: string, keychain: string): Promise<Key> {
    const running = await runShop(folder, dataFolder, [], { STANDIN_KEYCHAIN: keychain });
    const boot = String(await running.page.evaluate('openPort().ask("boot")'));
    await running.app.close();
    return (JSON.parse(boot) as { readonly key: Key }).key;
  }

  test('keeps the key from one start to the next, and another login’s keychain does not open it', async () => {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'echo-keys-'));
    const first = await keyOf(dataFolder, 'test');
    expect(first).toMatchObject({
      state: 'created',
      keyHex: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await keyOf(dataFolder, 'test')).toEqual(first);
    if (electronExecutable().includes('standin')) {
      expect(first.protectedBy).toBe('keychain');
      expect(readFileSync(path.join(dataFolder, 'shop/key.json'), 'utf8')).not.toContain(
        first.keyHex,
      );
      expect(await keyOf(dataFolder, 'test:other')).toEqual({
        state: 'locked',
        reason: 'KEYCHAIN_REFUSED',
      });
      expect(await keyOf(dataFolder, '')).toEqual({
        state: 'locked',
        reason: 'KEYCHAIN_UNAVAILABLE',
      });
    }
    rmSync(dataFolder, { recursive: true });
  });
});
