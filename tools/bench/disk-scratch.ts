import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder on the real disk, on the volume of the kept shops: a sync there costs what it costs. */
export function makeDiskScratch(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `counter-bench-${name}-`));
}
