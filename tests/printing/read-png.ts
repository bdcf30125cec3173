import { inflateSync } from 'node:zlib';

/** A picture in grey, a byte a dot. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Reads a PNG of eight-bit grey, the only kind that a tag is rendered as here. Throws on any other. */
export function readPng(file: Buffer): GreyPicture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (file[24] !== 8 || file[25] !== 0) throw new Error('not a PNG of eight-bit grey');
  const packed: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(file.subarray(at + 8, at + 8 + length));
  }
  return { width, height, grey: unfiltered(inflateSync(Buffer.concat(packed)), width, height) };
}

function unfiltered(lines: Buffer, width: number, height: number): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (width + 1)] ?? 0;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? (grey[y * width + x - 1] ?? 0) : 0;
      const up = y > 0 ? (grey[(y - 1) * width + x] ?? 0) : 0;
      const corner = x > 0 && y > 0 ? (grey[(y - 1) * width + x - 1] ?? 0) : 0;
      const said = lines[y * (width + 1) + 1 + x] ?? 0;
      grey[y * width + x] = (said + guess(filter, left, up, corner)) & 255;
    }
  }
  return grey;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((each) => Math.abs(estimate - each));
  if ((byLeft ?? 0) <= (byUp ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) return left;
  return (byUp ?? 0) <= (byCorner ?? 0) ? up : corner;
}
