import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** What the search touches of the machine, so that a test can hand in another one. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly canRun: (path: string) => boolean;
  /** Runs a program to its end; `ok` is false when it could not start or ended with an error. */
  readonly run: (command: string, args: readonly string[]) => { ok: boolean; output: string };
  readonly say: (line: string) => void;
}

/** Chromium as it stands on the machine. `version` is its own line: `Chromium 150.0.1`. */
export interface Chromium {
  readonly path: string;
  readonly version: string;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DEBIAN_PACKAGE = 'chromium';

/** This machine as it is. */
export function thisMachine(say: (line: string) => void): Machine {
  return {
    env: process.env,
    isRoot: process.getuid?.() === 0,
    canRun,
    run(command, args) {
      const done = spawnSync(command, args, {
        encoding: 'utf8',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      return { ok: done.status === 0, output: `${done.stdout ?? ''}${done.stderr ?? ''}`.trim() };
    },
    say,
  };
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not executable: the search goes on
  }
}

/**
 * The Chromium that shows the windows in tests: `CHROMIUM` names one, else the first on the path.
 * Where none is, root on Debian gets Debian's own, said in one line. Throws with what to install.
 */
export function requireChromium(machine: Machine): Chromium {
  const found = findChromium(machine);
  if (found) return found;
  const aptGet = onPath(machine, 'apt-get');
  if (!machine.isRoot || !aptGet) {
    throw new Error(
      `no Chromium found: install one (on Debian: apt-get install ${DEBIAN_PACKAGE}) or name it in CHROMIUM`,
    );
  }
  machine.say(`Chromium is missing: installing Debian's package ${DEBIAN_PACKAGE} with apt-get`);
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', DEBIAN_PACKAGE],
  ]) {
    const { ok, output } = machine.run(aptGet, args);
    if (!ok) throw new Error(`apt-get ${args.join(' ')} failed:\n${output}`);
  }
  const installed = findChromium(machine);
  if (!installed) throw new Error(`apt-get installed ${DEBIAN_PACKAGE}, but it does not start`);
  return installed;
}

/** Looks without changing anything. A name in `CHROMIUM` that does not start throws: it was meant. */
export function findChromium(machine: Machine): Chromium | undefined {
  const named = machine.env['CHROMIUM'];
  if (named) {
    const chromium = startable(machine, isAbsolute(named) ? named : onPath(machine, named));
    if (!chromium) throw new Error(`CHROMIUM is ${named}, and that does not start`);
    return chromium;
  }
  for (const name of NAMES) {
    const chromium = startable(machine, onPath(machine, name));
    if (chromium) return chromium;
  }
  return undefined;
}

function startable(machine: Machine, path: string | undefined): Chromium | undefined {
  if (path === undefined) return undefined;
  const { ok, output } = machine.run(path, ['--version']);
  const version = /(?:Chromium|Chrome) [\d.]+/.exec(output)?.[0];
  return ok && version ? { path, version } : undefined;
}

function onPath(machine: Machine, name: string): string | undefined {
  const folders = (machine.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => machine.canRun(path));
}
