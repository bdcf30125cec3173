import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { syncFolder } from './witness.ts';

/** Where the parts of a shop lie in its data folder. */
export interface StoreFiles {
  readonly database: string;
  readonly witness: string;
  readonly lock: string;
  readonly backups: string;
  readonly evidence: string;
  readonly scratch: string;
  readonly photos: string;
}

export function storeFiles(dataDir: string): StoreFiles {
  return {
    database: path.join(dataDir, 'shop.db'),
    witness: path.join(dataDir, 'shop.witness'),
    lock: path.join(dataDir, 'shop.lock'),
    backups: path.join(dataDir, 'backups'),
    evidence: path.join(dataDir, 'evidence'),
    scratch: path.join(dataDir, 'scratch'),
    photos: path.join(dataDir, 'photos'),
  };
}

/** Renames a finished file over its place, durable before this returns: a crash leaves the old file or the new one. */
export function moveIntoPlace(finished: string, place: string): void {
  syncFile(finished);
  renameSync(finished, place);
  syncFolder(path.dirname(place));
}

/** Makes what was written into a file durable. */
export function syncFile(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
