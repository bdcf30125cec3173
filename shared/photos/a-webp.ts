/** A still WebP picture for tests, byte by byte: what a browser writes, with as much of it as the head needs. */
export function aWebp(
  options: {
    readonly widthPx?: number;
    readonly heightPx?: number;
    /** Fills the picture, so that two pictures differ. */
    readonly shade?: number;
    /** Flags of an extended head; left out: a simple file. */
    readonly flags?: number;
    readonly more?: readonly (readonly [name: string, body: Uint8Array])[];
  } = {},
): Uint8Array<ArrayBuffer> {
  const { widthPx = 640, heightPx = 480, shade = 7, flags, more = [] } = options;
  const frame = new Uint8Array(64).fill(shade);
  const tag = 0x10 | (20 << 5);
  frame.set([tag & 255, (tag >> 8) & 255, tag >> 16, 0x9d, 0x01, 0x2a]);
  frame.set([widthPx & 255, widthPx >> 8, heightPx & 255, heightPx >> 8], 6);
  const [w, h] = [widthPx - 1, heightPx - 1];
  const head = [flags ?? 0, 0, 0, 0, w & 255, w >> 8, 0, h & 255, h >> 8, 0];
  const chunks = [
    ...(flags === undefined ? [] : [chunk('VP8X', Uint8Array.from(head))]),
    chunk('VP8 ', frame),
    ...more.map(([name, body]) => chunk(name, body)),
  ];
  const body = joined([text('WEBP'), ...chunks]);
  return joined([text('RIFF'), uint32(body.length), body]);
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const even = body.length % 2 === 0 ? [] : [Uint8Array.of(0)];
  return joined([text(name), uint32(body.length), body, ...even]);
}

function text(words: string): Uint8Array {
  return Uint8Array.from(words, (letter) => letter.charCodeAt(0));
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
