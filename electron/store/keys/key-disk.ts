import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';

/** The few disk steps a key file is written with, so that a test can stop between any two of them. */
export interface KeyDisk {
  makeFolder(folder: string): void;
  /** Undefined when there is no such file. */
  read(file: string): Buffer | undefined;
  writeSynced(file: string, bytes: Buffer): void;
  copySynced(from: string, to: string): void;
  rename(from: string, to: string): void;
  remove(file: string): void;
  syncFolder(folder: string): void;
}

/** The machine's own disk. */
export const machineDisk: KeyDisk = {
  makeFolder: (folder) => void mkdirSync(folder, { recursive: true, mode: 0o700 }),
  read: readIfThere,
  writeSynced(file, bytes) {
    const handle = openSync(file, 'wx', 0o600);
    try {
      writeSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  copySynced(from, to) {
    copyFileSync(from, to);
    syncPath(to, 'r+');
  },
  rename: (from, to) => renameSync(from, to),
  remove: (file) => rmSync(file, { force: true }),
  syncFolder(folder) {
    // Windows opens no folder for syncing; its journal keeps the rename.
    if (process.platform !== 'win32') syncPath(folder, 'r');
  },
};

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function syncPath(file: string, flags: 'r' | 'r+'): void {
  const handle = openSync(file, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
