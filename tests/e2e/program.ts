import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '#tools/start/electron-binary.ts';

export const ROOT = path.join(import.meta.dirname, '../..');

/** The program as it is built, running on its own folder of data. */
export interface RunningProgram {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
}

/** Starts it in the Electron that is installed, or in the stand-in where there is none. */
export async function startProgram(
  dataFolder: string,
  switches: readonly string[] = [],
): Promise<RunningProgram> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [ROOT, `--data-folder=${dataFolder}`, '--lang=en-US', ...switches],
    cwd: ROOT,
    env: programEnvironment(),
  });
  const page = await app.firstWindow();
  return { app, page, dataFolder };
}

export function electronExecutable(): string {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return path.resolve(ROOT, override, 'electron');
  return findElectron(ROOT) ?? path.join(ROOT, 'tools/standin/electron');
}

export function programEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), STANDIN_HEADLESS: '1' };
}

/** What a power cut does: every process of the program is gone at once, and none was told. */
export async function cutPower({ app }: RunningProgram): Promise<void> {
  const main = app.process();
  const pid = main.pid;
  if (pid === undefined) throw new Error('the program has no process');
  const ended = new Promise((resolve) => main.once('exit', resolve));
  // The main process first: nothing may close in order behind its back.
  for (const each of [pid, ...descendantsOf(pid)]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // Gone with its parent already.
    }
  }
  await ended;
}

function descendantsOf(pid: number): readonly number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): readonly number[] =>
    rows.flatMap(([child = 0, of]) => (of === parent ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}
