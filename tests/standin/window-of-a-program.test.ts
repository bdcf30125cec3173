import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  launchFolder,
  recordedCalls,
  startFixture,
  stopFixture,
  writeFixture,
  type Started,
} from './fixture-app.ts';

const PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('shop', {
  name: 'Rings & Sons',
  ask: (...args) => ipcRenderer.invoke('ask', ...args),
  fail: (channel) => ipcRenderer.invoke(channel),
  twice: (change) => change(change(1)),
  refuse: () => { throw new Error('not for sale'); },
  later: () => Promise.resolve({ pieces: [1, 2] }),
  onTick: (listener) => { ipcRenderer.on('tick', (event, ...args) => listener(...args)); },
  unknown: () => ipcRenderer.sendSync('x'),
});
globalThis.preloadSecret = process.argv.join() + process.sandboxed;
document.documentElement?.setAttribute('data-preload', 'seen');
`;
const MAIN = `
ipcMain.handle('ask', (event, ...args) => ({ args, url: event.senderFrame.url, origin: event.senderFrame.origin, top: event.senderFrame.parent === null, known: event.sender === BrowserWindow.getAllWindows()[0].webContents }));
ipcMain.handle('broken', () => { throw new TypeError('drawer jammed'); });
`;

interface Shop {
  readonly name: string;
  ask(...args: unknown[]): Promise<{ args: unknown[] } & Record<string, unknown>>;
  fail(channel: string): Promise<unknown>;
  twice(change: (value: number) => number): number;
  refuse(): void;
  later(): Promise<{ pieces: number[] }>;
  onTick(listener: (...args: unknown[]) => void): void;
  unknown(): void;
}
declare global {
  interface Window {
    readonly shop: Shop;
    ticks: unknown[];
  }
}

let started: Started;
beforeAll(async () => {
  started = await startFixture({ main: MAIN, preload: PRELOAD }, { args: ['--demo'] });
});
afterAll(async () => {
  await stopFixture(started);
});

test('the program runs as in Electron: ready, versions, folders, command line', async () => {
  const facts = await started.app.evaluate(({ app }) => ({
    ready: app.isReady(),
    packaged: app.isPackaged,
    name: app.getName(),
    version: app.getVersion(),
    userData: app.getPath('userData'),
    demo: app.commandLine.hasSwitch('demo'),
    argv: process.argv.slice(2),
    type: process.type,
    electron: process.versions.electron,
  }));
  expect(facts).toMatchObject({
    ready: true,
    packaged: false,
    name: 'fixture-shop',
    version: '1.2.3',
    userData: `${started.folder}/data`,
    demo: true,
    argv: ['--demo'],
    type: 'browser',
  });
  expect(facts.electron).toMatch(/^45\..*-standin$/);
});

test('the page lives on the custom scheme as far as the program can see', async () => {
  expect(await started.page.title()).toBe('Shop');
  const window = await started.app.browserWindow(started.page);
  expect(
    await window.evaluate((own) => [
      own.webContents.getURL(),
      own.isVisible(),
      own.getBounds().width,
    ]),
  ).toEqual(['app://shop/page.html', true, 640]);
});

test('the preload runs in a world of its own, without Node, and exposes only what it wants', async () => {
  const seen = await started.page.evaluate(() => ({
    name: window.shop.name,
    frozen: Object.isFrozen(window.shop),
    secret: Reflect.get(globalThis, 'preloadSecret') as unknown,
    binding: Reflect.get(globalThis, 'standinSend') as unknown,
    require: Reflect.get(globalThis, 'require') as unknown,
    process: Reflect.get(globalThis, 'process') as unknown,
  }));
  expect(seen).toEqual({ name: 'Rings & Sons', frozen: true });
});

test('values, callbacks, refusals and promises cross between the two worlds', async () => {
  expect(await started.page.evaluate(() => window.shop.twice((value) => value + 20))).toBe(41);
  expect(await started.page.evaluate(() => window.shop.later())).toEqual({ pieces: [1, 2] });
  await expect(started.page.evaluate(() => window.shop.refuse())).rejects.toThrow('not for sale');
});

test('invoke reaches the handler with the frame that asked, and everything a structured clone keeps', async () => {
  const answer = await started.page.evaluate(async () => {
    const { args, ...rest } = await window.shop.ask(
      new Date(7),
      new Map([['a', 1n]]),
      undefined,
      new Set([Number.NaN]),
      { $: 1 },
    );
    const [date, map, nothing, set, tagged] = args as [
      Date,
      Map<string, bigint>,
      unknown,
      Set<number>,
      object,
    ];
    return {
      rest,
      date: date.getTime(),
      big: String(map.get('a')),
      nothing,
      nan: set.has(Number.NaN),
      tagged,
    };
  });
  expect(answer).toEqual({
    rest: { url: 'app://shop/page.html', origin: 'app://shop', top: true, known: true },
    date: 7,
    big: '1',
    nothing: undefined,
    nan: true,
    tagged: { $: 1 },
  });
});

test('a handler that throws, or that nobody registered, is an error in the page', async () => {
  await expect(started.page.evaluate(() => window.shop.fail('broken'))).rejects.toThrow(
    "Error invoking remote method 'broken': TypeError: drawer jammed",
  );
  await expect(started.page.evaluate(() => window.shop.fail('nobody'))).rejects.toThrow(
    "No handler registered for 'nobody'",
  );
});

test('main sends to the page', async () => {
  await started.page.evaluate(() => {
    window.ticks = [];
    window.shop.onTick((...args) => window.ticks.push(...args));
  });
  await started.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('tick', 1, { two: 2 });
  });
  await started.page.waitForFunction(() => window.ticks.length === 2);
  expect(await started.page.evaluate(() => window.ticks)).toEqual([1, { two: 2 }]);
});

test('what the stand-in does not do throws when it is used, also in the preload', async () => {
  const said = await started.app.evaluate(({ app, BrowserWindow, dialog, session, Tray }) => {
    const tryOut = (attempt: () => unknown): string => {
      try {
        attempt();
        return 'did nothing';
      } catch (error) {
        return String(error);
      }
    };
    const [window] = BrowserWindow.getAllWindows();
    return [
      tryOut(() => window?.flashFrame(true)),
      tryOut(() => window?.webContents.capturePage()),
      tryOut(() => app.setBadgeCount(1)),
      tryOut(() => session.defaultSession.cookies),
      tryOut(() => dialog.showOpenDialogSync({})),
      tryOut(() => new Tray('x')),
      tryOut(() => app.on('window-all-closd' as 'window-all-closed', () => undefined)),
    ];
  });
  expect(said).toEqual([
    'Error: electron stand-in: BrowserWindow.flashFrame is not implemented',
    'Error: electron stand-in: webContents.capturePage is not implemented',
    'Error: electron stand-in: app.setBadgeCount is not implemented',
    'Error: electron stand-in: session.defaultSession.cookies is not implemented',
    'Error: electron stand-in: dialog.showOpenDialogSync is not implemented',
    'Error: electron stand-in: Tray is not implemented',
    "Error: electron stand-in: event 'window-all-closd' of app is not implemented",
  ]);
  await expect(started.page.evaluate(() => window.shop.unknown())).rejects.toThrow(
    'ipcRenderer.sendSync is not implemented',
  );
});

test('a dialog throws until a test stubs it', async () => {
  const stubbed = await started.app.evaluate(async ({ dialog }) => {
    const before = await dialog.showSaveDialog({}).catch((error: unknown) => String(error));
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/tmp/x.pdf' });
    return [before, (await dialog.showSaveDialog({})).filePath];
  });
  expect(stubbed).toEqual([
    'Error: electron stand-in: dialog.showSaveDialog must be stubbed by the test',
    '/tmp/x.pdf',
  ]);
});

test('printToPDF gives a PDF of the asked size; print says that there is no printer', async () => {
  const pdf = await started.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const bytes = await contents?.printToPDF({
      pageSize: { width: 3, height: 8 },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      landscape: true,
    });
    const failure = await new Promise((resolve) =>
      contents?.print({}, (_done, reason) => resolve(reason)),
    );
    return { text: bytes?.toString('latin1') ?? '', failure };
  });
  expect(pdf.text).toMatch(/^%PDF-1/);
  expect(pdf.text).toMatch(/MediaBox\s*\[0 0 576 216\]/);
  expect(pdf.failure).toContain('no printer');
});

test('a part of the page can be loaded by its fragment, again and again', async () => {
  const addresses = await started.app.evaluate(async ({ BrowserWindow }) => {
    const contents = new BrowserWindow({ show: false }).webContents;
    const seen: string[] = [];
    for (const part of ['receipt/1', 'receipt/2']) {
      await contents.loadURL(`app://shop/page.html#/${part}`);
      seen.push(contents.getURL());
    }
    contents.close();
    return seen;
  });
  expect(addresses).toEqual(['app://shop/page.html#/receipt/1', 'app://shop/page.html#/receipt/2']);
});

test('a crashed page is told to the program and can be loaded again', async () => {
  const reason = await started.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const gone = new Promise((resolve) =>
      contents?.once('render-process-gone', (_event, details) => resolve(details.reason)),
    );
    contents?.forcefullyCrashRenderer();
    const why = await gone;
    await contents?.loadURL('app://shop/page.html');
    return [why, contents?.isCrashed(), contents?.getURL()];
  });
  expect(reason).toEqual(['crashed', false, 'app://shop/page.html']);
});

test('outside effects are recorded instead of done', async () => {
  await started.app.evaluate(({ shell, powerSaveBlocker }) => {
    void shell.openExternal('https://example.test/');
    powerSaveBlocker.start('prevent-display-sleep');
  });
  expect(await recordedCalls(started.app)).toEqual(
    expect.arrayContaining([
      { api: 'shell.openExternal', url: 'https://example.test/' },
      { api: 'powerSaveBlocker.start', type: 'prevent-display-sleep' },
    ]),
  );
});

test('--user-data-dir wins, as in Electron', async () => {
  const folder = writeFixture({});
  const other = await launchFolder(folder, { args: [`--user-data-dir=${folder}/elsewhere`] });
  expect(await other.app.evaluate(({ app }) => app.getPath('userData'))).toBe(
    `${folder}/elsewhere`,
  );
  await stopFixture(other);
});
