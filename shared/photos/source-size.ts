import type { PixelSize } from './webp.ts';

/**
 * The size in pixels that the head of a JPEG, PNG or WebP file states; undefined for anything else. Asked before a
 * picture is unpacked: a file of a few kilobytes may claim to be as big as a wall.
 */
export function readSourceSize(bytes: Uint8Array): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpegSize(view);
  if (startsWith(bytes, [137, 80, 78, 71, 13, 10, 26, 10])) return pngSize(view);
  const isWebp = startsWith(bytes, [82, 73, 70, 70]) && startsWith(bytes.subarray(8), [87, 69, 66]);
  return isWebp ? webpSize(view) : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function pngSize(view: DataView): PixelSize | undefined {
  return view.byteLength < 24 ? undefined : sized(view.getUint32(16), view.getUint32(20));
}

/** Walks the markers up to the frame's: its kind is 0xC0 to 0xCF, but not 0xC4, 0xC8 and 0xCC, which are tables. */
function jpegSize(view: DataView): PixelSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    else if (marker === 0xd9 || marker === 0xda) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(view: DataView): PixelSize | undefined {
  if (view.byteLength < 30) return undefined;
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  const kind = view.getUint8(15);
  if (kind === 0x58) return sized(uint24(24) + 1, uint24(27) + 1);
  if (kind === 0x20)
    return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  const bits = view.getUint32(21, true);
  return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

function sized(widthPx: number, heightPx: number): PixelSize | undefined {
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : undefined;
}
