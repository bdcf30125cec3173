import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

let dataFolder: string;
let started: ChildProcess | undefined;
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'start-'));
});
afterEach(() => {
  started?.kill('SIGKILL');
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Starts it as a person without a display does, and answers the address that is printed. */
function start(
  command: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; link: URL }> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ELECTRON_OVERRIDE_DIST_PATH: ___, ...env } = process.env;
  const child = spawn(command, [...args, `--data-folder=${dataFolder}`], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started = child;
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const link = /^Open (http:\S+)$/m.exec(printed)?.[1];
      if (link) resolve({ child, link: new URL(link) });
    });
    child.once('exit', () =>
      reject(new Error(`it ended before it printed an address: ${printed}`)),
    );
  });
}

const isServed = (link: URL) =>
  fetch(link.origin).then(
    (response) => response.ok,
    () => false,
  );

test('without a display an address is printed, the page is there, and SIGTERM ends it in order', async () => {
  const { child, link } = await start(process.execPath, ['tools/start/start.ts']);
  expect(await isServed(link)).toBe(true);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await isServed(link)).toBe(false);
  expect(existsSync(path.join(dataFolder, 'shop/key.json'))).toBe(true);
});

test('npm that is told to end leaves nothing running behind it', async () => {
  const { child, link } = await start('npm', ['start', '--silent', '--', '--demo']);
  expect(await isServed(link)).toBe(true);
  // The pipe closes when the last process that could write to it has ended.
  const allEnded = once(child, 'close');
  child.kill('SIGTERM');
  await allEnded;
  expect(await isServed(link)).toBe(false);
  expect(existsSync(path.join(dataFolder, 'demo/key.json'))).toBe(true);
});
