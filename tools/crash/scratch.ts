import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder in memory where there is one: images are written and read by the thousand, and no sync has to be real. */
export function makeScratch(name: string): string {
  return mkdtempSync(path.join(memoryFolder(), `crash-${name}-`));
}

export function removeScratch(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs `work` with a scratch folder that is gone afterwards. */
export async function withScratch<Value>(
  name: string,
  work: (folder: string) => Promise<Value> | Value,
): Promise<Value> {
  const folder = makeScratch(name);
  try {
    return await work(folder);
  } finally {
    removeScratch(folder);
  }
}

function memoryFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}
