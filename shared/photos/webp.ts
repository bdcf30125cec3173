import { ok, refuse, type Result } from '../result.ts';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export type WebpProblem =
  | { readonly code: 'PHOTO_UNREADABLE' }
  | { readonly code: 'PHOTO_ANIMATED' }
  | { readonly code: 'PHOTO_CARRIES_DATA' };

const UNREADABLE = { code: 'PHOTO_UNREADABLE' } as const;

/** Bits of the first byte of a VP8X chunk. */
const HAS = { animation: 0x02, xmp: 0x04, exif: 0x08, profile: 0x20 } as const;

/**
 * Reads the outside of a WebP file and answers its size in pixels, when the file is one still picture and nothing else:
 * the RIFF length is the file's, every chunk lies inside it, and there are only picture chunks. So nothing can hang on
 * behind the picture, and no place, date or camera is in it. Source: the WebP container and RFC 9649.
 *
 * Refuses with `PHOTO_UNREADABLE` what is no WebP, cut short or contradicts itself, with `PHOTO_ANIMATED` a moving
 * picture, and with `PHOTO_CARRIES_DATA` one with EXIF, XMP, a profile or a chunk nobody knows.
 */
export function readWebp(bytes: Uint8Array): Result<PixelSize, WebpProblem> {
  const chunks = readChunks(bytes);
  if (!chunks) return refuse(UNREADABLE);
  const names = chunks.map((chunk) => chunk.name);
  if (names.some((name) => name === 'ANIM' || name === 'ANMF'))
    return refuse({ code: 'PHOTO_ANIMATED' });
  if (names.some((name) => !['VP8X', 'ALPH', 'VP8 ', 'VP8L'].includes(name)))
    return refuse({ code: 'PHOTO_CARRIES_DATA' });
  const pictures = chunks.filter(({ name }) => name === 'VP8 ' || name === 'VP8L');
  const [picture] = pictures;
  const frame = picture && pictures.length === 1 ? pictureSize(picture) : undefined;
  const [first] = chunks;
  if (!frame || !first) return refuse(UNREADABLE);
  if (first.name !== 'VP8X') return chunks.length === 1 ? ok(frame) : refuse(UNREADABLE);
  return extendedSize(first.body, frame);
}

/**
 * The same picture as a file of its own and nothing beside it: browsers put a colour profile in, which on the sRGB
 * that they draw in says nothing. Answers undefined for what is no file of one opaque still picture.
 */
export function barePicture(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const pictures = readChunks(bytes)?.filter(({ name }) => name === 'VP8 ' || name === 'VP8L');
  const [picture] = pictures ?? [];
  if (!picture || pictures?.length !== 1) return undefined;
  const even = picture.body.length + (picture.body.length % 2);
  const bare = new Uint8Array(20 + even);
  const view = new DataView(bare.buffer);
  bare.set(bytes.subarray(0, 12));
  view.setUint32(4, bare.length - 8, true);
  for (const [index, letter] of [...picture.name].entries())
    bare[12 + index] = letter.charCodeAt(0);
  view.setUint32(16, picture.body.length, true);
  bare.set(picture.body, 20);
  return bare;
}

interface Chunk {
  readonly name: string;
  readonly body: Uint8Array;
}

function readChunks(bytes: Uint8Array): readonly Chunk[] | undefined {
  if (bytes.length < 20 || nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP')
    return undefined;
  if (uint32At(bytes, 4) + 8 !== bytes.length) return undefined;
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = uint32At(bytes, at + 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (body.length !== length) return undefined;
    chunks.push({ name: nameAt(bytes, at), body });
    at += 8 + length + (length % 2);
  }
  return at === bytes.length ? chunks : undefined;
}

function pictureSize({ name, body }: Chunk): PixelSize | undefined {
  return name === 'VP8L' ? losslessSize(body) : lossySize(body);
}

/** A key frame that is shown, its start code, and a first partition that lies inside the chunk. */
function lossySize(body: Uint8Array): PixelSize | undefined {
  if (body.length < 11) return undefined;
  const tag = byteAt(body, 0) | (byteAt(body, 1) << 8) | (byteAt(body, 2) << 16);
  const isKeyFrame = (tag & 1) === 0 && (tag & 0x10) !== 0;
  const starts = byteAt(body, 3) === 0x9d && byteAt(body, 4) === 0x01 && byteAt(body, 5) === 0x2a;
  if (!isKeyFrame || !starts || tag >> 5 > body.length - 10) return undefined;
  return sized(
    (byteAt(body, 6) | (byteAt(body, 7) << 8)) & 0x3fff,
    (byteAt(body, 8) | (byteAt(body, 9) << 8)) & 0x3fff,
  );
}

function losslessSize(body: Uint8Array): PixelSize | undefined {
  if (body.length < 6 || byteAt(body, 0) !== 0x2f) return undefined;
  const bits = uint32At(body, 1);
  if (bits >>> 29 !== 0) return undefined;
  return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

/** The head of an extended file may promise nothing that the file may not hold, and no other size than its picture's. */
function extendedSize(head: Uint8Array, frame: PixelSize): Result<PixelSize, WebpProblem> {
  if (head.length !== 10) return refuse(UNREADABLE);
  const flags = byteAt(head, 0);
  if ((flags & HAS.animation) !== 0) return refuse({ code: 'PHOTO_ANIMATED' });
  if ((flags & (HAS.xmp | HAS.exif | HAS.profile)) !== 0)
    return refuse({ code: 'PHOTO_CARRIES_DATA' });
  const widthPx = uint24At(head, 4) + 1;
  const heightPx = uint24At(head, 7) + 1;
  const agrees = widthPx === frame.widthPx && heightPx === frame.heightPx;
  return agrees ? ok(frame) : refuse(UNREADABLE);
}

function sized(widthPx: number, heightPx: number): PixelSize | undefined {
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : undefined;
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function uint24At(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16);
}

function uint32At(bytes: Uint8Array, at: number): number {
  return (uint24At(bytes, at) | (byteAt(bytes, at + 3) << 24)) >>> 0;
}
