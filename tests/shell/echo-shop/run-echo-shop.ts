import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '#tools/start/electron-binary.ts';

export interface RunningShop {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
}

const ROOT = path.join(import.meta.dirname, '../../..');

/** Starts a built shop: in the Electron that is installed, or in the stand-in where there is none. */
export async function runShop(
  folder: string,
  dataFolder = mkdtempSync(path.join(tmpdir(), 'echo-data-')),
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningShop> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [folder, `--data-folder=${dataFolder}`, ...args],
    env: { ...definedEnv(), STANDIN_HEADLESS: '1', ...env },
  });
  const page = await app.firstWindow();
  await page.getByRole('heading').waitFor();
  // The heading is drawn before the page's script has run to its end.
  await page.waitForLoadState('load');
  return { app, page, dataFolder };
}

export function electronExecutable(): string {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return path.join(override, 'electron');
  return findElectron(ROOT) ?? path.join(ROOT, 'tools/standin/electron');
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
