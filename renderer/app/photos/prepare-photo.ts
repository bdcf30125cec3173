import {
  MAX_PHOTO_BYTES,
  MAX_SOURCE_BYTES,
  MAX_SOURCE_PIXELS,
  PHOTO_EDGE_PX,
  THUMB_EDGE_PX,
} from '#shared/photos/limits.ts';
import { readSourceSize } from '#shared/photos/source-size.ts';
import { barePicture } from '#shared/photos/webp.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { fitWithin } from './fit-within.ts';

export interface PreparedPhoto {
  readonly photo: File;
  readonly thumb: File;
}

export type PrepareRefusal =
  | { readonly code: 'PHOTO_UNREADABLE' }
  | { readonly code: 'PHOTO_TOO_LARGE' };

/**
 * Makes what the shop keeps out of a file or a frame of the camera: unpacked, turned as it was held, made small and
 * drawn anew as WebP. Only pixels pass, so where, when and with what it was taken stays behind. Refuses what is no
 * picture, and what would unpack to more than the window can hold, before it is unpacked.
 */
export async function preparePhoto(source: Blob): Promise<Result<PreparedPhoto, PrepareRefusal>> {
  if (source.size > MAX_SOURCE_BYTES) return refuse({ code: 'PHOTO_TOO_LARGE' });
  const size = readSourceSize(new Uint8Array(await source.arrayBuffer()));
  if (size === undefined) return refuse({ code: 'PHOTO_UNREADABLE' });
  if (size.widthPx * size.heightPx > MAX_SOURCE_PIXELS) return refuse({ code: 'PHOTO_TOO_LARGE' });
  try {
    return await redrawn(await createImageBitmap(source, { imageOrientation: 'from-image' }));
  } catch {
    return refuse({ code: 'PHOTO_UNREADABLE' }); // its head was a picture's, the rest is not
  }
}

/** The picture that the camera shows now. */
export async function prepareFrame(
  video: HTMLVideoElement,
): Promise<Result<PreparedPhoto, PrepareRefusal>> {
  return redrawn(await createImageBitmap(video));
}

async function redrawn(picture: ImageBitmap): Promise<Result<PreparedPhoto, PrepareRefusal>> {
  try {
    const photo = await asWebp(picture, PHOTO_EDGE_PX, 0.86);
    const kept = photo.size <= MAX_PHOTO_BYTES ? photo : await asWebp(picture, PHOTO_EDGE_PX, 0.6);
    const thumb = await asWebp(picture, THUMB_EDGE_PX, 0.8);
    return ok({ photo: await fileOf(kept), thumb: await fileOf(thumb) });
  } finally {
    picture.close();
  }
}

async function fileOf(drawn: Blob): Promise<File> {
  const bare = barePicture(new Uint8Array(await drawn.arrayBuffer()));
  if (bare === undefined) throw new Error('the window drew no WebP');
  return new File([bare], 'photo.webp', { type: 'image/webp' });
}

/** On white and without a see-through part: a drawing with a clear ground would be black in the dark theme. */
async function asWebp(picture: ImageBitmap, edgePx: number, quality: number): Promise<Blob> {
  const { width, height } = fitWithin(picture, edgePx);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new Error('the window cannot draw');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/webp', quality });
}
