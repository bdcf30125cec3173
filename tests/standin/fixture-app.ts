import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const STANDIN = path.resolve(import.meta.dirname, '../../tools/standin');
const CHROMIUM = process.env['STANDIN_CHROMIUM'] ?? '/usr/bin/chromium';

// Electron's launcher module reads this in the test's own process.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = STANDIN;

/** A program small enough to show one thing: what the stand-in is tried on. */
export interface FixtureSource {
  /** Body of the main module, after its imports; `open(options)` opens the window on app://shop/page.html. */
  readonly main?: string;
  readonly preload?: string;
  readonly page?: string;
  /** The program decides everything itself: no window is opened for it. */
  readonly bare?: boolean;
}

const HEAD = `
import * as electron from 'electron';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const { app, BrowserWindow, MessageChannelMain, ipcMain, net, protocol, session, safeStorage } = electron;
const events = [];
globalThis.events = events;
for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed', 'ready']) app.on(name, () => { events.push(name); console.log('event ' + name); });
`;

const SHOP = `
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.enableSandbox();
app.on('window-all-closed', () => app.quit());
async function serve(request) {
  const { host, pathname } = new URL(request.url);
  if (host !== 'shop') return new Response('no', { status: 404 });
  const found = await net.fetch(pathToFileURL(path.join(import.meta.dirname, pathname)).href);
  const headers = new Headers(found.headers);
  headers.set('content-security-policy', "default-src 'none'; script-src app:; connect-src 'self'");
  return new Response(found.body, { headers });
}
function open(options = {}) {
  const preload = path.join(import.meta.dirname, 'preload.cjs');
  const window = new BrowserWindow({ width: 640, height: 480, show: false, webPreferences: { preload }, ...options });
  for (const name of ['close', 'closed', 'ready-to-show']) window.on(name, () => { events.push(name); console.log('event ' + name); });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://shop/page.html');
  return window;
}
app.whenReady().then(() => { protocol.handle('app', serve); prepare(); open(); });
`;

const PAGE = '<!doctype html><title>Shop</title><h1>Open</h1><script src="page.js"></script>';

export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  readonly output: () => string;
}

/** Fails aloud where there is no Chromium: a lane that skipped would look like one that passed. */
export function requireChromium(): void {
  if (existsSync(CHROMIUM)) return;
  throw new Error(
    `These tests need Chromium at ${CHROMIUM}. Install it (apt-get install chromium) or set STANDIN_CHROMIUM.`,
  );
}

export function writeFixture({
  main = '',
  preload = '',
  page = PAGE,
  bare = false,
}: FixtureSource): string {
  requireChromium();
  const folder = mkdtempSync(path.join(tmpdir(), 'standin-fixture-'));
  const code = bare ? HEAD + main : `${HEAD}${SHOP}function prepare() {\n${main}\n}\n`;
  mkdirSync(path.join(folder, 'data'));
  const files = {
    'package.json': JSON.stringify({
      name: 'fixture-shop',
      version: '1.2.3',
      type: 'module',
      main: 'main.js',
    }),
    'main.js': code,
    'preload.cjs': preload,
    'page.html': page,
    'page.js': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

export function fixtureEnvironment(
  folder: string,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(own),
    STANDIN_HEADLESS: '1',
    STANDIN_USER_DATA: path.join(folder, 'data'),
    ...extra,
  };
}

export interface LaunchSetting {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function launchFolder(
  folder: string,
  { args = [], env = {} }: LaunchSetting = {},
): Promise<Omit<Started, 'page'>> {
  const app = await _electron.launch({
    args: [folder, ...args],
    cwd: folder,
    env: fixtureEnvironment(folder, env),
  });
  let said = '';
  const listen = (bytes: Buffer): void => void (said += bytes.toString('utf8'));
  app.process().stdout?.on('data', listen);
  app.process().stderr?.on('data', listen);
  return { app, folder, output: () => said };
}

/** Starts a fixture with an unmodified Playwright and waits for its window. */
export async function startFixture(
  source: FixtureSource,
  setting: LaunchSetting = {},
): Promise<Started> {
  const started = await launchFolder(writeFixture(source), setting);
  const page = await started.app.firstWindow();
  await page.getByRole('heading').waitFor();
  return { ...started, page };
}

export async function stopFixture({ app, folder }: Pick<Started, 'app' | 'folder'>): Promise<void> {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

/** What left the program, as the stand-in has recorded it. */
export async function recordedCalls(
  app: ElectronApplication,
): Promise<readonly Record<string, unknown>[]> {
  return await app.evaluate((electron) => {
    const { calls } = Reflect.get(electron, '__internals') as { calls: Record<string, unknown>[] };
    return calls;
  });
}
