import { v5 } from 'uuid';
import type { PhotoId } from '#shared/ids.ts';
import type { AddPhotoRefusal, PhotoSubject } from '#shared/photos/contract.ts';
import {
  MAX_PHOTO_BYTES,
  MAX_THUMB_BYTES,
  MOST_PHOTOS,
  PHOTO_EDGE_PX,
  THUMB_EDGE_PX,
} from '#shared/photos/limits.ts';
import { readWebp, type PixelSize } from '#shared/photos/webp.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPieceRow } from '../stock/find-piece.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findPhotoRow, listPhotoRows } from './find-photos.ts';
import { photoTable } from './tables.ts';

/** Fixed for ever: every register names the same photo of the same thing by it. */
const PHOTO_NAMESPACE = '0d4f6c1e-52c7-5d8e-8c3a-9b7e1a6f4c20';

export interface AddPhotoInput {
  readonly subject: PhotoSubject;
  readonly contentHash: string;
  readonly size: PixelSize;
  readonly photoBytes: number;
  readonly thumbBytes: number;
}

/** The id of a photo: UUID version 5 of what it is of and what it shows. */
export function photoIdOf({ kind, id }: PhotoSubject, contentHash: string): PhotoId {
  return v5(`${kind}/${id}/${contentHash}`, PHOTO_NAMESPACE) as PhotoId;
}

/**
 * Looks at what came before any of it is kept: both are still WebP pictures with nothing beside the picture, in the
 * sizes the shop keeps, and the thumbnail is a small one of the same shape. Answers the photo's size in pixels.
 *
 * Refuses with `PHOTO_TOO_LARGE`, and as `readWebp` does.
 */
export function checkPhoto(
  photo: Uint8Array,
  thumb: Uint8Array,
): Result<PixelSize, AddPhotoRefusal> {
  if (photo.length > MAX_PHOTO_BYTES || thumb.length > MAX_THUMB_BYTES)
    return refuse({ code: 'PHOTO_TOO_LARGE' });
  const size = readWebp(photo);
  if (!size.ok) return size;
  const small = readWebp(thumb);
  if (!small.ok) return small;
  return edgeOf(size.value) > PHOTO_EDGE_PX || edgeOf(small.value) > THUMB_EDGE_PX
    ? refuse({ code: 'PHOTO_TOO_LARGE' })
    : size;
}

/**
 * Adds a photo whose files are on the disk already, behind the others of its subject. The same photo of the same
 * subject is kept once: there already, it is answered; removed before, it is put back.
 *
 * Refuses with `PHOTO_SUBJECT_NOT_FOUND` and with `PHOTO_TOO_MANY`.
 */
export function addPhoto(
  tx: WriteTx,
  context: CommandContext,
  input: AddPhotoInput,
): Result<{ readonly photoId: PhotoId; readonly alreadyThere: boolean }, AddPhotoRefusal> {
  const { subject, contentHash, size, photoBytes, thumbBytes } = input;
  if (!isThere(tx, subject)) return refuse({ code: 'PHOTO_SUBJECT_NOT_FOUND' });
  const photoId = photoIdOf(subject, contentHash);
  const before = findPhotoRow(tx, photoId);
  if (before?.removedAtMs === null) return ok({ photoId, alreadyThere: true });
  const shown = listPhotoRows(tx, subject).filter((row) => row.removedAtMs === null);
  if (shown.length >= MOST_PHOTOS) return refuse({ code: 'PHOTO_TOO_MANY', most: MOST_PHOTOS });
  const place = Math.max(-1, ...shown.map((row) => row.place)) + 1;
  if (before) tx.setFields(photoTable, photoId, { removedAtMs: null, place, thumbBytes });
  else
    tx.insertProfile(photoTable, {
      id: photoId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      contentHash,
      ...size,
      photoBytes,
      thumbBytes,
      caption: '',
      place,
      staffId: context.actor?.staffId ?? null,
      atMs: context.nowMs,
    });
  return ok({ photoId, alreadyThere: false });
}

function isThere(db: ReadDb, { kind, id }: PhotoSubject): boolean {
  switch (kind) {
    case 'piece':
      return findPieceRow(db, id)?.archivedAtMs === null;
    case 'customer':
      return findCustomer(db, id) !== undefined;
  }
}

function edgeOf({ widthPx, heightPx }: PixelSize): number {
  return Math.max(widthPx, heightPx);
}
