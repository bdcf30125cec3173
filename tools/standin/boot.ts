/**
 * Starts a program as Electron would: its main module first, then the browser, then `ready`.
 * Run by the `electron` script beside this file.
 */
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { StandInApp, app } from './app/app.ts';
import { StandInBrowserWindow } from './window/browser-window.ts';
import { StandInCommandLine } from './app/command-line.ts';
import { StandInWebContents } from './window/web-contents.ts';
import { startChromium, type Chromium } from './chromium/chromium-process.ts';
import { launch } from './launch.ts';

const ELECTRON = new URL('./electron-module.ts', import.meta.url).href;
const require = createRequire(import.meta.url);

/** Makes this process look like Electron's main process to the program. */
function pretendToBeElectron(): void {
  const packageFile = require.resolve('electron/package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  Object.defineProperty(process.versions, 'electron', {
    value: `${version}-standin`,
    enumerable: true,
  });
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: import.meta.dirname });
  process.argv = [process.execPath, ...process.argv.slice(2)];
  registerHooks({
    resolve: (specifier, context, next) =>
      /^electron(?:\/main|\/common)?$/.test(specifier)
        ? { url: ELECTRON, shortCircuit: true }
        : next(specifier, context),
  });
}

/** A popup that Chromium opened past us is closed; the page's window-open handler decides about one of ours. */
function closePopups({ connection: { browser } }: Chromium): void {
  browser.on('Target.targetCreated', ({ targetInfo: { openerId, targetId } }) => {
    if (openerId === undefined) return;
    browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  });
}

/** The user closed a window, or the browser itself went away. */
function watchWindows(chromium: Chromium): void {
  chromium.connection.browser.on('Target.targetDestroyed', ({ targetId }) => {
    const gone = StandInBrowserWindow.getAllWindows().find(
      (window) => StandInWebContents.targetOf(window.webContents) === targetId,
    );
    if (gone) StandInBrowserWindow.vanished(gone);
  });
  chromium.onExit((code) => {
    for (const window of StandInBrowserWindow.getAllWindows())
      StandInBrowserWindow.vanished(window);
    if (StandInApp.hasEnded(app)) return;
    console.error(`electron stand-in: Chromium ended (exit ${code}) although the program goes on`);
    app.exit(70);
  });
}

async function start(): Promise<void> {
  pretendToBeElectron();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => app.quit());
  for (const file of launch.preloadModules) require(file);
  await import(pathToFileURL(launch.mainFile).href);
  if (StandInApp.hasEnded(app)) return;
  const chromium = await startChromium(StandInCommandLine.toArguments(app.commandLine));
  closePopups(chromium);
  watchWindows(chromium);
  await chromium.connection.browser.send('Target.setDiscoverTargets', {
    discover: true,
    filter: [{ type: 'page' }],
  });
  StandInApp.becomeReady(app, chromium);
}

start().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
