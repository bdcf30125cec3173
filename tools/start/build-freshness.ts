import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['shared', 'db', 'sync', 'electron', 'renderer', 'tools/loopback'];
const SETTINGS = ['package.json', 'package-lock.json', 'vite.config.ts'];
const BUILT = [
  'out/main/main.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/tools/loopback.js',
];

/** True when every part of the last build is younger than every file it was made from. */
export function isBuildFresh(root: string): boolean {
  const builtAtMs = Math.min(...BUILT.map((file) => changedAtMs(path.join(root, file))));
  const settings = SETTINGS.map((file) => changedAtMs(path.join(root, file)));
  const sources = SOURCES.map((folder) => newestInMs(path.join(root, folder)));
  return builtAtMs > Math.max(...settings, ...sources);
}

/** Folders count too: taking a file away changes nothing but its folder. */
function newestInMs(folder: string): number {
  let newest = changedAtMs(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestInMs(at));
    else if (!/\.test\.tsx?$/.test(entry.name)) newest = Math.max(newest, changedAtMs(at));
  }
  return newest;
}

/** A file that is not there was never built. */
function changedAtMs(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
