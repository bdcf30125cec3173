import type { PhotoId } from '#shared/ids.ts';
import type { ChangePhotoRefusal, PhotoSubject } from '#shared/photos/contract.ts';
import { KEEP_REMOVED_MS } from '#shared/photos/limits.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findPhotoRow, listPhotoRows } from './find-photos.ts';
import { photoTable } from './tables.ts';

interface OnePhoto {
  readonly photoId: PhotoId;
}

type Changed = Result<null, ChangePhotoRefusal>;

/** Takes a photo away; its file stays for thirty days, so that it can be put back. Refuses with `PHOTO_NOT_FOUND`. */
export function removePhoto(tx: WriteTx, context: CommandContext, { photoId }: OnePhoto): Changed {
  const before = findPhotoRow(tx, photoId);
  if (!before) return refuse({ code: 'PHOTO_NOT_FOUND' });
  if (before.removedAtMs === null)
    tx.setFields(photoTable, photoId, { removedAtMs: context.nowMs });
  return ok(null);
}

/** Puts a removed photo back in its place. Refuses with `PHOTO_NOT_FOUND`, and with `PHOTO_GONE` after thirty days. */
export function putBackPhoto(tx: WriteTx, context: CommandContext, { photoId }: OnePhoto): Changed {
  const before = findPhotoRow(tx, photoId);
  if (!before) return refuse({ code: 'PHOTO_NOT_FOUND' });
  if (before.removedAtMs === null) return ok(null);
  if (context.nowMs - before.removedAtMs > KEEP_REMOVED_MS) return refuse({ code: 'PHOTO_GONE' });
  tx.setFields(photoTable, photoId, { removedAtMs: null });
  return ok(null);
}

/** Writes words under a photo. Refuses with `PHOTO_NOT_FOUND`. */
export function captionPhoto(
  tx: WriteTx,
  _context: CommandContext,
  { photoId, caption }: OnePhoto & { readonly caption: string },
): Changed {
  const before = findPhotoRow(tx, photoId);
  if (!before || before.removedAtMs !== null) return refuse({ code: 'PHOTO_NOT_FOUND' });
  if (before.caption !== caption) tx.setFields(photoTable, photoId, { caption });
  return ok(null);
}

/**
 * Puts the photos of a subject in this order; the first is the main one. One that is not named, because somebody added
 * it meanwhile, comes behind. Refuses with `PHOTO_NOT_FOUND` where one is named that the subject has not got.
 */
export function arrangePhotos(
  tx: WriteTx,
  _context: CommandContext,
  input: { readonly subject: PhotoSubject; readonly photoIds: readonly PhotoId[] },
): Changed {
  const rows = listPhotoRows(tx, input.subject).filter((row) => row.removedAtMs === null);
  const named = new Set<string>(input.photoIds);
  if ([...named].some((photoId) => !rows.some((row) => row.id === photoId)))
    return refuse({ code: 'PHOTO_NOT_FOUND' });
  const others = rows.filter((row) => !named.has(row.id)).map((row) => row.id);
  for (const [place, photoId] of [...named, ...others].entries()) {
    const before = rows.find((row) => row.id === photoId);
    if (before && before.place !== place) tx.setFields(photoTable, photoId, { place });
  }
  return ok(null);
}
