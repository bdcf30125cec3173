import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chromium } from './chromium.ts';

/** What runs the program in the end-to-end tests, and how the results are labelled. */
export interface Runtime {
  readonly label: string;
  /** Added to the environment of the tests. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Electron where its binary and a display are there, else the stand-in on the machine's Chromium.
 * Results from the stand-in are never called Electron's.
 */
export function chooseRuntime(
  root: string,
  chromium: Chromium,
  env: Readonly<Record<string, string | undefined>>,
): Runtime {
  const shared = { CHROMIUM: chromium.path };
  if (hasElectron(root) && hasDisplay(env) && !env['ELECTRON_OVERRIDE_DIST_PATH']) {
    return { label: 'Electron', env: shared };
  }
  const standin = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'tools/standin');
  return {
    label: `stand-in on ${chromium.version.replace(/\.[\d.]+$/, '')}`,
    env: { ...shared, ELECTRON_OVERRIDE_DIST_PATH: standin },
  };
}

/** Asking the package itself would start a download. */
function hasElectron(root: string): boolean {
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  return (
    existsSync(pathFile) && existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()))
  );
}

function hasDisplay(env: Readonly<Record<string, string | undefined>>): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}
