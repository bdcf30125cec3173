import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuildFresh } from './build-freshness.ts';

const SOURCE = [
  'shared/a.ts',
  'db/b.ts',
  'sync/c.ts',
  'electron/main/d.ts',
  'renderer/e.tsx',
  'tools/loopback/f.ts',
];
const SETTING = ['package.json', 'package-lock.json', 'vite.config.ts'];
const OUT = [
  'out/main/main.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/tools/loopback.js',
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'fresh-'));
  for (const file of [...SOURCE, ...SETTING]) write(file, 100);
  for (const file of OUT) write(file, 200);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes a file as if at that second, and leaves its folders as old as the sources. */
function write(file: string, second: number): void {
  const at = path.join(root, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, '');
  utimesSync(at, second, second);
  for (let folder = path.dirname(at); folder !== root; folder = path.dirname(folder))
    utimesSync(folder, 100, 100);
}

test('a build younger than all its sources is used again', () => {
  expect(isBuildFresh(root)).toBe(true);
});

test.each([...SOURCE, ...SETTING])('a change of %s builds again', (file) => {
  write(file, 300);
  expect(isBuildFresh(root)).toBe(false);
});

test.each(OUT)('a missing %s builds again', (file) => {
  rmSync(path.join(root, file));
  expect(isBuildFresh(root)).toBe(false);
});

test('a source that was taken away builds again, a test that was written does not', () => {
  write('db/b.test.ts', 300);
  expect(isBuildFresh(root)).toBe(true);
  rmSync(path.join(root, 'db/b.ts'));
  expect(isBuildFresh(root)).toBe(false);
});
