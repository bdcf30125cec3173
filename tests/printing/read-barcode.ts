import {
  BinaryBitmap,
  Code128Reader,
  DecodeHintType,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import type { CodeDrawing } from '#renderer/documents/code-drawing.ts';

/** White around a code, in units of the drawing: ten modules, as the symbologies ask for. */
const QUIET = 20;
/** A bar code is drawn so high that a reader finds a row to read. */
const LEAST_HEIGHT = 40;

/** Reads a drawn code as a scanner does, by a decoder that is not ours. Throws when there is nothing to read. */
export function readDrawing(drawing: CodeDrawing, format: 'code128' | 'qr'): string {
  const width = drawing.width + 2 * QUIET;
  const height = Math.max(drawing.height, LEAST_HEIGHT) + 2 * QUIET;
  const shapes = shapesOf(drawing.path);
  const stretch = Math.max(1, LEAST_HEIGHT / drawing.height);
  const grey = new Uint8ClampedArray(width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (isInk(shapes, x + 0.5 - QUIET, (y + 0.5 - QUIET) / stretch)) grey[y * width + x] = 0;
  return readGrey(grey, width, height, format);
}

/** Reads one code off a picture: a byte of brightness for each dot, row by row. */
function readGrey(
  grey: Uint8ClampedArray,
  width: number,
  height: number,
  format: 'code128' | 'qr',
): string {
  const source = new RGBLuminanceSource(grey, width, height);
  const picture = new BinaryBitmap(new HybridBinarizer(source));
  const reader = format === 'qr' ? new QRCodeReader() : new Code128Reader();
  return reader.decode(picture, new Map([[DecodeHintType.TRY_HARDER, true]])).getText();
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The outlines of a path of moves, lines and closes. Throws on any other command. */
function shapesOf(path: string): Point[][] {
  const shapes: Point[][] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, command = '', numbers = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const [a = 0, b = 0] = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (command === 'M' || command === 'L') at = { x: a, y: b };
    else if (command === 'h') at = { x: at.x + a, y: at.y };
    else if (command === 'v') at = { x: at.x, y: at.y + a };
    else if (command !== 'z') throw new Error(`the drawing holds a ${command}`);
    if (command === 'M') shapes.push([at]);
    else if (command !== 'z') shapes.at(-1)?.push(at);
  }
  return shapes;
}

/** Inside an odd number of outlines. */
function isInk(shapes: readonly (readonly Point[])[], x: number, y: number): boolean {
  let inside = false;
  for (const shape of shapes) {
    for (const [index, to] of shape.entries()) {
      const from = shape[(index + shape.length - 1) % shape.length];
      if (!from || from.y > y === to.y > y) continue;
      if (x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x) inside = !inside;
    }
  }
  return inside;
}
