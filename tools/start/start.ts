// `npm start`: builds what is older than its sources and opens the program the best way this machine can.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { isBuildFresh } from './build-freshness.ts';
import { findChromium, thisMachine as machineWithChromium } from '../test/chromium.ts';
import { chooseWay, type Machine, type Way } from './choose-way.ts';
import { downloadElectron, findElectron } from './electron-binary.ts';

const root = path.join(import.meta.dirname, '../..');
const STANDIN_HOME = path.join(root, 'tools/standin');

if (isBuildFresh(root) || build()) run(await chooseWay(thisMachine()), process.argv.slice(2));
else process.exitCode = 1;

function build(): boolean {
  console.log('Building the program …');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  return built.status === 0;
}

function thisMachine(): Machine {
  const { env, platform } = process;
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  return {
    platform,
    hasDisplay: platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']),
    isRoot: process.getuid?.() === 0,
    override: override ? path.resolve(override, 'electron') : undefined,
    standin: path.join(STANDIN_HOME, 'electron'),
    findChromium: () => findChromium(machineWithChromium(console.log))?.path,
    findElectron: async () => findElectron(root) ?? (await fetchElectron()),
  };
}

function fetchElectron(): Promise<string | undefined> {
  return downloadElectron(root, () => console.log('Downloading Electron, about 110 MB, once …'));
}

function run(way: Way, args: readonly string[]): void {
  if (way.note) console.log(way.note);
  const child =
    way.opens === 'window'
      ? spawn(way.executable, ['.', ...way.flags, ...args], windowOptions(way.env))
      : spawn(process.execPath, ['out/tools/loopback.js', ...args], {
          cwd: root,
          stdio: 'inherit',
        });
  // The child ends by the same signal and closes its store first; this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.on('SIGUSR2', () => child.kill('SIGUSR2'));
  const orphaned = endWithParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`The program did not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
    clearInterval(orphaned);
    process.removeAllListeners();
  });
}

/** npm that is told to end takes its shell along and leaves us behind: the parent is then another one. */
function endWithParent(end: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500);
}

function windowOptions(more: Readonly<Record<string, string>>) {
  const env: NodeJS.ProcessEnv = { ...process.env, ...more };
  delete env['ELECTRON_RUN_AS_NODE']; // an editor's terminal sets it, and Electron would open nothing
  return { cwd: root, env, stdio: 'inherit' } as const;
}
