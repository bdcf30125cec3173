import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { WantedPhotoFile } from './check-photos.ts';
import { openPhoto } from './photo-files.ts';
import { syncFile } from './store-files.ts';
import { syncFolder } from './witness.ts';

/**
 * Fills a backup's folder of photos. One that the backup before has is linked, for it was proved when it came and never
 * changes; every other is copied and read back. So each backup is whole by itself, and a day's backup costs a day's
 * photos. A photo that is lost or damaged in the shop does not keep the rest from being safe.
 */
export function backUpPhotos(
  wanted: readonly WantedPhotoFile[],
  keyHex: string,
  {
    from,
    earlier,
    to,
  }: { readonly from: string; readonly earlier: string | null; readonly to: string },
): void {
  for (const file of wanted) {
    const target = path.join(to, file.name);
    mkdirSync(path.dirname(target), { recursive: true });
    if (earlier !== null && isLinked(path.join(earlier, file.name), target)) continue;
    copyProved(file, keyHex, path.join(from, file.name), target);
  }
  syncFolders(to);
}

/** Copies a backup's photos to where a restored shop will have them. Answers how many photos could not be brought back. */
export function bringBackPhotos(
  wanted: readonly WantedPhotoFile[],
  keyHex: string,
  { from, to }: { readonly from: string; readonly to: string },
): number {
  const lost = new Set<string>();
  for (const file of wanted) {
    const target = path.join(to, file.name);
    mkdirSync(path.dirname(target), { recursive: true });
    if (!copyProved(file, keyHex, path.join(from, file.name), target)) lost.add(file.contentHash);
  }
  syncFolders(to);
  return lost.size;
}

function copyProved(
  { contentHash, part }: WantedPhotoFile,
  keyHex: string,
  source: string,
  target: string,
): boolean {
  if (!existsSync(source)) return false;
  copyFileSync(source, target);
  if (openPhoto(keyHex, contentHash, part, readFileSync(target)) === undefined) {
    rmSync(target);
    return false;
  }
  syncFile(target);
  return true;
}

/** False where there is nothing to link, or the disk knows no links. */
function isLinked(source: string, target: string): boolean {
  if (!existsSync(source)) return false;
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false; // a stick formatted for cameras: the file is copied instead
  }
}

function syncFolders(folder: string): void {
  if (!existsSync(folder)) return;
  for (const shelf of readdirSync(folder)) syncFolder(path.join(folder, shelf));
  syncFolder(folder);
}
