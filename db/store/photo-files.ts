import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './witness.ts';

/** A photo and its thumbnail lie in two files. */
export type PhotoPart = 'full' | 'thumb';
export const PHOTO_PARTS = ['full', 'thumb'] as const;

/** Head (6) · nonce (12) · encrypted bytes · authentication code (16). */
const HEAD = Buffer.from('JCPH\u0001\u0000', 'latin1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What a kept file is longer than the photo in it. */
export const PHOTO_FRAME_BYTES = HEAD.length + NONCE_BYTES + TAG_BYTES;

/** SHA-256 of the bytes, in hex: what a photo is known by. */
export function photoContentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Where a part lies below the folder of photos. Named by a keyed hash: whoever holds a picture cannot look up from the
 * names whether the shop has it.
 */
export function photoFileName(keyHex: string, contentHash: string, part: PhotoPart): string {
  const name = createHmac('sha256', derivedKey(keyHex, 'photo names'))
    .update(contentHash)
    .digest('hex');
  return path.join(name.slice(0, 2), `${name.slice(0, 48)}.${part}`);
}

/** Encrypts with AES-256-GCM under a key of the photos' own; head, content hash and part are authenticated with it. */
export function sealPhoto(
  keyHex: string,
  contentHash: string,
  part: PhotoPart,
  bytes: Uint8Array,
): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', derivedKey(keyHex, 'photos'), nonce);
  cipher.setAAD(boundTo(contentHash, part));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([HEAD, nonce, sealed, cipher.getAuthTag()]);
}

/** The bytes again; undefined when the key is another, the file is another photo's, or any bit of it has changed. */
export function openPhoto(
  keyHex: string,
  contentHash: string,
  part: PhotoPart,
  sealed: Buffer,
): Buffer | undefined {
  if (sealed.length < PHOTO_FRAME_BYTES || !sealed.subarray(0, HEAD.length).equals(HEAD))
    return undefined;
  const nonce = sealed.subarray(HEAD.length, HEAD.length + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', derivedKey(keyHex, 'photos'), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(contentHash, part));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const body = sealed.subarray(HEAD.length + NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return undefined; // the authentication code does not fit
  }
}

export interface PhotoPlace {
  readonly folder: string;
  readonly keyHex: string;
  readonly contentHash: string;
}

/**
 * Puts both parts of a photo on the disk, durable before this resolves, so that a row that names them never stands
 * without them. Always writes: a file that was damaged, or about to be swept, is whole and new again.
 */
export async function writePhotoFiles(
  place: PhotoPlace,
  parts: Readonly<Record<PhotoPart, Uint8Array>>,
): Promise<void> {
  const { folder, keyHex, contentHash } = place;
  for (const part of PHOTO_PARTS) {
    const file = path.join(folder, photoFileName(keyHex, contentHash, part));
    await mkdir(path.dirname(file), { recursive: true });
    await writeDurably(file, sealPhoto(keyHex, contentHash, part, parts[part]));
    syncFolder(path.dirname(file));
  }
  syncFolder(folder);
}

/** Reads a part; `missing` and `damaged` are answers, because a photo lost is no reason to stop. */
export function readPhotoFile(
  { folder, keyHex, contentHash }: PhotoPlace,
  part: PhotoPart,
): Buffer | 'missing' | 'damaged' {
  try {
    const sealed = readFileSync(path.join(folder, photoFileName(keyHex, contentHash, part)));
    return openPhoto(keyHex, contentHash, part, sealed) ?? 'damaged';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'damaged';
  }
}

/** For the self test: what was sealed opens again, and not after one bit of it changed. */
export function photosSealAndOpen(): boolean {
  const keyHex = randomBytes(32).toString('hex');
  const bytes = randomBytes(64);
  const sealed = sealPhoto(keyHex, 'self test', 'full', bytes);
  const opened = openPhoto(keyHex, 'self test', 'full', sealed);
  const flipped = Buffer.from(sealed);
  flipped[30] = (flipped[30] ?? 0) ^ 1;
  return (
    opened?.equals(bytes) === true && openPhoto(keyHex, 'self test', 'full', flipped) === undefined
  );
}

async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const building = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    const handle = await open(building, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(building, file);
  } catch (error) {
    await rm(building, { force: true });
    throw error;
  }
}

function boundTo(contentHash: string, part: PhotoPart): Buffer {
  return Buffer.concat([HEAD, Buffer.from(`${contentHash}.${part}`, 'latin1')]);
}

/** Keys of one purpose each, from the database's key: a backup's key opens its photos too. */
function derivedKey(keyHex: string, purpose: string): Buffer {
  const label = `jewelai counter ${purpose} v1`;
  return Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', label, 32));
}
