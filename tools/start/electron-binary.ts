import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A slow line needs its time for a hundred megabytes; without a line the installer gives up at once by itself. */
const DOWNLOAD_DEADLINE_MS = 10 * 60_000;
const SLOW_AFTER_MS = 3000;

/** Electron's executable as its npm package installs it, or undefined while it has not been downloaded. */
export function findElectron(root: string): string | undefined {
  const home = path.join(root, 'node_modules/electron');
  try {
    const executable = path.join(home, 'dist', readFileSync(path.join(home, 'path.txt'), 'utf8'));
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined; // no path.txt: never installed
  }
}

/**
 * Lets Electron's own installer fetch the executable. Undefined where it cannot be had, which without a line to the
 * internet is known within a second; `onSlow` hears of a download that takes its time.
 */
export async function downloadElectron(
  root: string,
  onSlow: () => void,
): Promise<string | undefined> {
  const installer = path.join(root, 'node_modules/electron/install.js');
  const slow = setTimeout(onSlow, SLOW_AFTER_MS);
  const child = spawn(process.execPath, [installer], {
    stdio: 'ignore',
    timeout: DOWNLOAD_DEADLINE_MS,
  });
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(slow);
  return findElectron(root);
}
