import path from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { secureWindowOptions } from './window-options.ts';

export type CounterWindow = BrowserWindow;

/** The one place where windows are made; the lint table refuses `BrowserWindow` anywhere else. */
export function createSecureWindow(
  look: Omit<BrowserWindowConstructorOptions, 'webPreferences'>,
  bridge: 'preload' | 'display-preload' = 'preload',
): CounterWindow {
  const preload = path.join(import.meta.dirname, `../preload/${bridge}.cjs`);
  return new BrowserWindow(secureWindowOptions(look, preload));
}

export function openWindows(): readonly CounterWindow[] {
  return BrowserWindow.getAllWindows();
}

/** The window a page is in, to hang a dialog on. */
export function findWindowOf(page: Electron.WebContents): CounterWindow | undefined {
  return BrowserWindow.fromWebContents(page) ?? undefined;
}
