import path from 'node:path';
import {
  readKeyDocument,
  salvageRecovery,
  writeKeyDocument,
  type KeyContents,
  type KeyDocument,
} from './key-document.ts';
import { machineDisk, type KeyDisk } from './key-disk.ts';
import type { RecoveryBlob } from './recovery-blob.ts';

export type KeyFile =
  | { readonly found: 'intact'; readonly document: KeyDocument }
  | { readonly found: 'damaged' }
  | { readonly found: 'missing' };

/** What `key.json` holds. Its predecessor counts while it is still there: then the new one was never opened. */
export function readKeyFile(dir: string, disk: KeyDisk = machineDisk): KeyFile {
  const current = disk.read(keyPath(dir));
  const old = disk.read(oldPath(dir));
  for (const bytes of [current, old]) {
    const document = bytes && readKeyDocument(bytes);
    if (document) return { found: 'intact', document };
  }
  return { found: current || old ? 'damaged' : 'missing' };
}

/** What the recovery code opens: of the intact file, or salvaged out of a damaged one. */
export function findRecoveryBlob(
  dir: string,
  disk: KeyDisk = machineDisk,
): { readonly blob: RecoveryBlob; readonly intact: boolean } | undefined {
  const file = readKeyFile(dir, disk);
  if (file.found === 'intact') return { blob: file.document.recovery, intact: true };
  for (const at of [keyPath(dir), oldPath(dir)]) {
    const bytes = disk.read(at);
    const blob = bytes && salvageRecovery(bytes);
    if (blob) return { blob, intact: false };
  }
  return undefined;
}

/**
 * Puts a new `key.json` in place so that a power cut leaves the old one or the new one, never half.
 *
 * The old one stays beside it until `settleKeyFile` hears that the new one opened. A damaged one is kept
 * as evidence: a key blob is never thrown away because it could not be read.
 */
export function replaceKeyFile(
  dir: string,
  contents: KeyContents,
  keyHex: string,
  disk: KeyDisk = machineDisk,
): void {
  const bytes = writeKeyDocument(contents, keyHex);
  disk.makeFolder(dir);
  disk.remove(newPath(dir));
  disk.writeSynced(newPath(dir), bytes);
  const current = disk.read(keyPath(dir));
  if (current) {
    const keepAs = readKeyDocument(current) ? oldPath(dir) : damagedPath(dir);
    disk.copySynced(keyPath(dir), keepAs);
  }
  disk.rename(newPath(dir), keyPath(dir));
  disk.syncFolder(dir);
  if (disk.read(keyPath(dir))?.equals(bytes) !== true)
    throw new Error('key.json reads back changed');
}

/** Drops the predecessor, once the key in `key.json` has been unwrapped again and is the right one. */
export function settleKeyFile(dir: string, disk: KeyDisk = machineDisk): void {
  if (disk.read(oldPath(dir)) === undefined) return;
  const current = disk.read(keyPath(dir));
  if (!current || !readKeyDocument(current)) return;
  disk.remove(oldPath(dir));
  disk.syncFolder(dir);
}

/** Sets the whole file aside under a name nothing reads, before a restore puts another key in its place. */
export function setKeyFileAside(dir: string, disk: KeyDisk = machineDisk): void {
  if (disk.read(keyPath(dir)) === undefined) return;
  let number = 1;
  while (disk.read(asidePath(dir, number)) !== undefined) number += 1;
  disk.copySynced(keyPath(dir), asidePath(dir, number));
  disk.syncFolder(dir);
}

const keyPath = (dir: string) => path.join(dir, 'key.json');
const newPath = (dir: string) => path.join(dir, 'key.json.new');
const oldPath = (dir: string) => path.join(dir, 'key.json.old');
const damagedPath = (dir: string) => path.join(dir, 'key.json.damaged');
const asidePath = (dir: string, number: number) => path.join(dir, `key.json.aside-${number}`);
