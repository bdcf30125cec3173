import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PREFIX = 'standin-profile-';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Removes what starts left behind that were killed before they could tidy up. */
function sweepAbandonedProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX)
      ? Number.parseInt(name.slice(PREFIX.length), 10)
      : Number.NaN;
    if (!Number.isNaN(owner) && !isRunning(owner)) removeProfile(path.join(tmpdir(), name));
  }
}

/** A fresh browser profile for this start, named after this process so that a later start can tell it is abandoned. */
export function makeProfile(): string {
  sweepAbandonedProfiles();
  return mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
}

export function removeProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // Another user's, or Chromium is still writing its last file: the next start sweeps it.
  }
}
