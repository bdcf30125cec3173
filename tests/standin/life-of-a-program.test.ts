import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  fixtureEnvironment,
  launchFolder,
  STANDIN,
  startFixture,
  writeFixture,
} from './fixture-app.ts';

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exitCode: Promise<number | null>;
  /** Resolves when the program has printed `text`. */
  waitFor(text: string): Promise<void>;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Starts a fixture by its launcher, as a person would, with temporary files in a folder of its own. */
function run(folder: string, env: Readonly<Record<string, string>> = {}): Run {
  folders.push(folder);
  const child = spawn(path.join(STANDIN, 'electron'), [folder], {
    env: fixtureEnvironment(folder, { TMPDIR: temporaryOf(folder), ...env }),
  });
  let said = '';
  const listen = (bytes: Buffer): void => void (said += bytes.toString('utf8'));
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const exitCode = once(child, 'exit').then(([code]) => code as number | null);
  const waitFor = (text: string): Promise<void> =>
    expect.poll(() => said, { timeout: 20_000 }).toContain(text);
  return { child, output: () => said, exitCode, waitFor };
}

const temporaryFolders = new Map<string, string>();
function temporaryOf(folder: string): string {
  const made =
    temporaryFolders.get(folder) ?? mkdtempSync(path.join(tmpdir(), 'standin-temporary-'));
  temporaryFolders.set(folder, made);
  folders.push(made);
  return made;
}

/** Browsers whose profile lies in `temporary`, zombies aside. */
function browsersOf(temporary: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(temporary);
      } catch {
        return false;
      }
    });
}

async function expectNothingLeft(folder: string): Promise<void> {
  const temporary = temporaryOf(folder);
  await expect.poll(() => browsersOf(temporary), { timeout: 10_000 }).toEqual([]);
  expect(readdirSync(temporary).filter((name) => name.startsWith('standin-profile-'))).toEqual([]);
}

function eventsIn(output: string): string[] {
  return Array.from(output.matchAll(/^event (.+)$/gm), ([, name = '']) => name);
}

const LAST_WINDOW_CLOSED = [
  'close',
  'closed',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
];

test('closing the last window by the program ends it in order, with exit code 0 and nothing left', async () => {
  const folder = writeFixture({
    main: `app.on('browser-window-created', (event, window) => window.once('show', () => window.close()));`,
  });
  const { exitCode, output } = run(folder);
  expect(await exitCode).toBe(0);
  expect(eventsIn(output()).filter((name) => name !== 'ready-to-show')).toEqual([
    'ready',
    ...LAST_WINDOW_CLOSED,
  ]);
  await expectNothingLeft(folder);
});

test('a window that the user closes ends the program the same way', async () => {
  const { app, page, folder, output } = await startFixture({});
  folders.push(folder);
  const ended = once(app.process(), 'exit');
  const session = await app.context().newCDPSession(page);
  // Past the program, as the window's own close button does it.
  await session.send('Page.close').catch(() => undefined);
  expect((await ended)[0]).toBe(0);
  expect(eventsIn(output()).slice(-LAST_WINDOW_CLOSED.length)).toEqual(LAST_WINDOW_CLOSED);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s quits in order', async (signal) => {
  const folder = writeFixture({});
  const { child, waitFor, exitCode, output } = run(folder);
  await waitFor('ready-to-show');
  child.kill(signal);
  expect(await exitCode).toBe(0);
  expect(eventsIn(output()).slice(-5)).toEqual([
    'before-quit',
    'close',
    'closed',
    'will-quit',
    'quit',
  ]);
  await expectNothingLeft(folder);
});

test('before-quit and a window’s close can both say no', async () => {
  const main = `
let refusals = 2;
app.on('before-quit', (event) => { if (refusals === 2) { refusals -= 1; event.preventDefault(); setImmediate(() => app.quit()); } });
app.on('browser-window-created', (event, window) => window.on('close', (closing) => { if (refusals === 1) { refusals -= 1; closing.preventDefault(); setImmediate(() => app.quit()); } }));
setTimeout(() => app.quit(), 300);`;
  const { exitCode, output } = run(writeFixture({ main }));
  expect(await exitCode).toBe(0);
  const names = eventsIn(output()).filter((name) => !name.startsWith('ready'));
  expect(names).toEqual([
    'before-quit',
    'before-quit',
    'close',
    'before-quit',
    'close',
    'closed',
    'will-quit',
    'quit',
  ]);
});

test('app.exit asks nobody and keeps its code', async () => {
  const { exitCode, output } = run(writeFixture({ main: `setTimeout(() => app.exit(7), 300);` }));
  expect(await exitCode).toBe(7);
  expect(eventsIn(output())).not.toContain('before-quit');
});

test('a program that is killed leaves no browser behind, and the next start sweeps its profile', async () => {
  const folder = writeFixture({});
  const first = run(folder);
  await first.waitFor('ready-to-show');
  first.child.kill('SIGKILL');
  await first.exitCode;
  await expect.poll(() => browsersOf(temporaryOf(folder)), { timeout: 10_000 }).toEqual([]);
  const second = run(folder);
  await second.waitFor('ready-to-show');
  const profiles = readdirSync(temporaryOf(folder)).filter((name) =>
    name.startsWith('standin-profile-'),
  );
  expect(profiles).toHaveLength(1);
  second.child.kill('SIGTERM');
  expect(await second.exitCode).toBe(0);
  await expectNothingLeft(folder);
});

test('a main module that fails ends the program with exit code 1 and says why', async () => {
  const { exitCode, output } = run(
    writeFixture({ bare: true, main: `throw new Error('no drawer');` }),
  );
  expect(await exitCode).toBe(1);
  expect(output()).toContain('no drawer');
});

test('without Chromium the program says what to install', async () => {
  const { exitCode, output } = run(writeFixture({}), { STANDIN_CHROMIUM: '/nowhere/chromium' });
  expect(await exitCode).toBe(1);
  expect(output()).toContain('no Chromium at /nowhere/chromium. Install it');
});

const SINGLE = `
if (!app.requestSingleInstanceLock({ said: 'hello' })) { console.log('I am second'); app.quit(); }
else {
  app.on('second-instance', (event, argv, folder, data) => { console.log('second came: ' + JSON.stringify([argv.length, folder, data])); });
  app.whenReady().then(() => { console.log('I am first'); setInterval(() => {}, 1000); });
}`;

test('a second start on the same data gets no lock, tells the first and ends', async () => {
  const folder = writeFixture({ bare: true, main: SINGLE });
  const first = run(folder);
  await first.waitFor('I am first');
  const second = run(folder);
  expect(await second.exitCode).toBe(0);
  expect(second.output()).toContain('I am second');
  await first.waitFor(`second came: [2,${JSON.stringify(process.cwd())},{"said":"hello"}]`);

  const elsewhere = run(folder, { STANDIN_USER_DATA: path.join(temporaryOf(folder), 'other') });
  await elsewhere.waitFor('I am first');
  elsewhere.child.kill('SIGTERM');
  await elsewhere.exitCode;

  first.child.kill('SIGKILL');
  await first.exitCode;
  const third = run(folder);
  await third.waitFor('I am first');
  third.child.kill('SIGTERM');
  expect(await third.exitCode).toBe(0);
  expect(existsSync(path.join(folder, 'data', 'standin-instance.lock'))).toBe(false);
});

test('schemes become privileged before ready only, windows open after it only', async () => {
  const main = `
try { new BrowserWindow(); } catch (error) { console.log('too early: ' + error.message); }
app.whenReady().then(() => {
  try { protocol.registerSchemesAsPrivileged([]); } catch (error) { console.log('too late: ' + error.message); }
  app.quit();
});`;
  const { exitCode, output } = run(writeFixture({ bare: true, main }));
  expect(await exitCode).toBe(0);
  expect(output()).toContain('too early: BrowserWindow cannot be used before app is ready');
  expect(output()).toContain(
    'too late: protocol.registerSchemesAsPrivileged should be called before app is ready',
  );
});

test('safeStorage is honest: no keychain here', async () => {
  const folder = writeFixture({});
  folders.push(folder);
  const { app } = await launchFolder(folder);
  const said = await app.evaluate(async ({ safeStorage }) => [
    safeStorage.getSelectedStorageBackend(),
    await safeStorage.isAsyncEncryptionAvailable(),
    await safeStorage.encryptStringAsync('key').catch((error: unknown) => String(error)),
  ]);
  expect(said).toEqual(['basic_text', false, 'Error: Encryption is not available.']);
  await app.close();
});

test('a test can have a keychain, and lose it', async () => {
  const folder = writeFixture({});
  folders.push(folder);
  const inKeychain = async (keychain: string, wrapped?: string): Promise<readonly string[]> => {
    const { app } = await launchFolder(folder, { env: { STANDIN_KEYCHAIN: keychain } });
    const result = await app.evaluate(async ({ safeStorage }, kept) => {
      const bytes = kept
        ? Buffer.from(kept, 'base64')
        : await safeStorage.encryptStringAsync('ab12');
      const opened = await safeStorage.decryptStringAsync(bytes).then(
        ({ result: text }) => text,
        () => 'refused',
      );
      return [safeStorage.getSelectedStorageBackend(), bytes.toString('base64'), opened];
    }, wrapped);
    await app.close();
    return result;
  };
  const [backend, wrapped = '', opened] = await inKeychain('test');
  expect([backend, opened]).toEqual(['gnome_libsecret', 'ab12']);
  expect(Buffer.from(wrapped, 'base64').toString('latin1')).not.toContain('ab12');
  expect((await inKeychain('test', wrapped))[2]).toBe('ab12');
  expect((await inKeychain('test:stolen', wrapped))[2]).toBe('refused');
});
