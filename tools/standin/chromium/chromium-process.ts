import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { launch } from '../launch.ts';
import { CdpConnection } from './cdp-connection.ts';
import { makeProfile, removeProfile } from './profile-folder.ts';

const ALWAYS = [
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-background-networking',
  '--disable-backgrounding-occluded-windows',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  // Lets the isolated world notice that the page closed its end of a port; the page's own world does not see it.
  '--enable-blink-features=MessagePortCloseEvent',
];

/** A new window opens where nobody sees it and is then put in its place, so that nothing jumps or flashes. */
const ON_SCREEN = ['--window-position=-20000,-20000', `--class=${launch.name}`];

/** Switches of the program's that would break the way the stand-in itself talks to Chromium. */
const OURS =
  /^--(?:app|enable-blink-features|headless|inspect|no-startup-window|remote-debugging-|user-data-dir)/;

export interface Chromium {
  readonly connection: CdpConnection;
  readonly profile: string;
  /** Opens an app window (no tabs, no address bar) by handing `address` to the running browser. */
  openAppWindow(address: string): void;
  onExit(listener: (code: number | null) => void): void;
  /** Ends the browser and removes its profile; resolves when both are gone. */
  stop(): Promise<void>;
}

function sandboxArguments(): string[] {
  // Chromium refuses to sandbox when root; --test-type only hides the yellow bar that says so.
  return launch.noSandbox ? ['--no-sandbox', '--test-type'] : [];
}

function chromiumArguments(profile: string, programSwitches: readonly string[]): string[] {
  return [
    ...ALWAYS,
    `--user-data-dir=${profile}`,
    ...(launch.headless ? ['--headless=new'] : ON_SCREEN),
    ...(launch.wantsDebuggingPort ? ['--remote-debugging-port=0'] : []),
    ...sandboxArguments(),
    ...programSwitches.filter((argument) => !OURS.test(argument)),
  ];
}

/** Waits until Chromium answers, and passes on the line a test driver waits for. */
async function waitUntilReady(child: ChildProcess, connection: CdpConnection): Promise<void> {
  let said = '';
  const listening = Promise.withResolvers<undefined>();
  const failed = Promise.withResolvers<never>();
  child.stderr?.on('data', (bytes: Buffer) => {
    if (said.length > 20_000) return;
    said += bytes.toString('utf8');
    const line = /^DevTools listening on ws:\S+/m.exec(said)?.[0];
    if (line === undefined) return;
    if (launch.wantsDebuggingPort) process.stderr.write(`\n${line}\n`);
    said = ' '.repeat(20_001);
    listening.resolve(undefined);
  });
  child.once('error', (error) => failed.reject(error));
  child.once('exit', (code) =>
    failed.reject(new Error(`electron stand-in: Chromium ended at start (exit ${code}).\n${said}`)),
  );
  const answered = connection.browser.send('Browser.getVersion');
  await Promise.race([
    failed.promise,
    Promise.all([answered, launch.wantsDebuggingPort ? listening.promise : undefined]),
  ]);
  failed.promise.catch(() => undefined);
}

/** Nothing in the profile is kept, so a browser that takes its time to tidy up is cut short. */
const PATIENCE_MS = 500;

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && !hasEnded(child)) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended a moment ago.
  }
}

async function stopChild(child: ChildProcess, connection: CdpConnection): Promise<void> {
  if (hasEnded(child)) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  connection.browser.send('Browser.close').catch(() => killGroup(child));
  const timer = setTimeout(() => killGroup(child), PATIENCE_MS);
  await promise;
  clearTimeout(timer);
}

/** Starts the system's Chromium without a window. */
export async function startChromium(programSwitches: readonly string[]): Promise<Chromium> {
  if (!existsSync(launch.chromiumPath)) {
    throw new Error(
      `electron stand-in: no Chromium at ${launch.chromiumPath}. Install it (apt-get install chromium) or set STANDIN_CHROMIUM.`,
    );
  }
  const profile = makeProfile();
  // Its own process group: Ctrl-C in a terminal reaches the program, which then closes Chromium in order.
  const child = spawn(launch.chromiumPath, chromiumArguments(profile, programSwitches), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const connection = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  process.once('exit', () => {
    killGroup(child);
    removeProfile(profile);
  });
  await waitUntilReady(child, connection).catch((error: unknown) => {
    removeProfile(profile);
    throw error;
  });
  return {
    connection,
    profile,
    openAppWindow(address) {
      const request = spawn(
        launch.chromiumPath,
        [`--user-data-dir=${profile}`, ...sandboxArguments(), `--app=${address}`],
        {
          stdio: 'ignore',
        },
      );
      request.on('error', (error) => console.error(error));
    },
    onExit: (listener) => void child.once('exit', listener),
    async stop() {
      await stopChild(child, connection);
      removeProfile(profile);
    },
  };
}
