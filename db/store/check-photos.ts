import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { KEEP_REMOVED_MS } from '#shared/photos/limits.ts';
import type { Sqlite } from './open-database.ts';
import { PHOTO_FRAME_BYTES, PHOTO_PARTS, photoFileName, type PhotoPart } from './photo-files.ts';

/** A file that a row of the shop stands on. */
export interface WantedPhotoFile {
  readonly contentHash: string;
  readonly part: PhotoPart;
  /** Below the folder of photos. */
  readonly name: string;
  readonly bytes: number;
}

/** The files of all photos of a shop, but of those removed longer ago than they can be put back. */
export function listWantedPhotoFiles(
  db: Sqlite,
  keyHex: string,
  nowMs: number,
): readonly WantedPhotoFile[] {
  const rows = db
    .prepare(
      `select content_hash as contentHash, max(photo_bytes) as full, max(thumb_bytes) as thumb from photo
       where removed_at_ms is null or removed_at_ms > ? group by content_hash`,
    )
    .all(nowMs - KEEP_REMOVED_MS) as { contentHash: string; full: number; thumb: number }[];
  return rows.flatMap(({ contentHash, ...sizes }) =>
    PHOTO_PARTS.map((part) => ({
      contentHash,
      part,
      name: photoFileName(keyHex, contentHash, part),
      bytes: sizes[part] + PHOTO_FRAME_BYTES,
    })),
  );
}

/** How many photos have no whole file in this folder, by presence and length. The bytes are proved when they are read. */
export function countMissingPhotos(folder: string, wanted: readonly WantedPhotoFile[]): number {
  const missing = wanted.filter(
    ({ name }) =>
      !(statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false),
  );
  return new Set(missing.map(({ contentHash }) => contentHash)).size;
}

/** Files below the folder that no row wants: left by a crash between file and row, or by a removal long ago. */
export function findOrphanPhotoFiles(
  folder: string,
  wanted: readonly WantedPhotoFile[],
): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = new Set(wanted.map(({ name }) => name));
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: shelf }) =>
      readdirSync(path.join(folder, shelf)).map((file) => path.join(shelf, file)),
    )
    .filter((name) => !names.has(name));
}

/** A file younger than this may belong to a photo whose row is being written now. */
const YOUNG_MS = 3_600_000;

/** Erases orphans that are an hour old. Answers how many. */
export function sweepPhotoFiles(folder: string, orphans: readonly string[], nowMs: number): number {
  const old = orphans.filter((name) => {
    const found = statSync(path.join(folder, name), { throwIfNoEntry: false });
    return found !== undefined && nowMs - found.mtimeMs > YOUNG_MS;
  });
  for (const name of old) rmSync(path.join(folder, name), { force: true });
  return old.length;
}
