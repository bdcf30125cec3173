import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MOST_COLOURS = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes for each pixel. */
  readonly rgb: Buffer;
}

/**
 * The same picture with a palette of 256 colours: a third of the size, and a screen of text and plain surfaces looks no
 * different. Takes what the browser gives: eight bits a channel, not interlaced.
 */
export function smallPng(png: Buffer): Buffer {
  const pixels = readPixels(png);
  const palette = choosePalette(pixels);
  const rows = Buffer.alloc((pixels.width + 1) * pixels.height);
  const nearest = new Map<number, number>();
  for (let at = 0; at < pixels.width * pixels.height; at++) {
    const colour = pixels.rgb.readUIntBE(at * 3, 3);
    const index = nearest.get(colour) ?? nearestOf(palette, colour);
    nearest.set(colour, index);
    rows[at + Math.floor(at / pixels.width) + 1] = index;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels.width, 0);
  head.writeUInt32BE(pixels.height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.concat(
    palette.map((colour) => Buffer.from([colour >> 16, (colour >> 8) & 255, colour & 255])),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function readPixels(png: Buffer): Pixels {
  const data: Buffer[] = [];
  let head: Buffer = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') head = body;
    if (name === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = head[9] === 6 ? 4 : 3;
  const raw = unfilter(inflateSync(Buffer.concat(data)), width * channels, channels);
  const rgb = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++)
    raw.copy(rgb, at * 3, at * channels, at * channels + 3);
  return { width, height, rgb };
}

/** Takes the row filters of the format away. */
function unfilter(filtered: Buffer, stride: number, step: number): Buffer {
  const rows = Math.floor(filtered.length / (stride + 1));
  const raw = Buffer.alloc(rows * stride);
  for (let row = 0; row < rows; row++) {
    const kind = filtered[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at >= step ? (raw[here - step] ?? 0) : 0;
      const up = row > 0 ? (raw[here - stride] ?? 0) : 0;
      const corner = at >= step && row > 0 ? (raw[here - stride - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      raw[here] = (filtered[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return raw;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The most used colours, one of each neighbourhood: the surfaces exactly, the edges of letters nearly. */
function choosePalette({ rgb }: Pixels): readonly number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byUse = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const exact = byUse.slice(0, MOST_COLOURS / 4);
  const places = new Set(exact.map((colour) => colour & 0xf0f0f0));
  const others: number[] = [];
  for (const colour of byUse.slice(exact.length)) {
    const place = colour & 0xf0f0f0;
    if (places.has(place) || exact.length + others.length >= MOST_COLOURS) continue;
    places.add(place);
    others.push(colour);
  }
  return [...exact, ...others];
}

function nearestOf(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, each] of palette.entries()) {
    const red = (each >> 16) - (colour >> 16);
    const green = ((each >> 8) & 255) - ((colour >> 8) & 255);
    const blue = (each & 255) - (colour & 255);
    const far = red * red + green * green + blue * blue;
    if (far >= least) continue;
    least = far;
    best = index;
  }
  return best;
}
