import {
  BinaryBitmap,
  Code128Reader,
  DataMatrixReader,
  GlobalHistogramBinarizer,
  RGBLuminanceSource,
} from '@zxing/library';
import { beforeAll, expect, test } from 'vitest';
import { ready } from 'zpl-renderer-js';
import { cents } from '#shared/money.ts';
import { layoutTag, type TagBlock, type TagFacts } from '#shared/stock/tags/tag-layout.ts';
import { barsOf } from '#shared/stock/tags/tag-picture.ts';
import { TAG_DPIS, TAG_SHAPES, type TagStock, usualStock } from '#shared/stock/tags/tag-stock.ts';
import { zplOf } from '#shared/stock/tags/tag-zpl.ts';
import { type GreyPicture, readPng } from './read-png.ts';

// The tags as another program renders their ZPL: what our own preview shows is what comes out.

const facts: TagFacts = {
  stockNumber: 'R-1017',
  words: 'ABCDEFGHIJ KLMNOPQR HHHHHH MMMMMMMM',
  priceCents: cents(499_900),
  codedCost: 'BSCE',
};

const STOCKS = TAG_SHAPES.flatMap((shape) => TAG_DPIS.map((dpi) => usualStock(shape, dpi)));
const DOTS_PER_MM = { 203: 8, 300: 12 } as const;

type Render = (zpl: string, stock: TagStock) => Promise<GreyPicture>;
let render: Render;

beforeAll(async () => {
  const { api } = await ready;
  render = async (zpl, { widthDots, heightDots, dpi }) => {
    const dots = DOTS_PER_MM[dpi];
    const png = await api.zplToBase64Async(zpl, widthDots / dots, heightDots / dots, dots);
    return readPng(Buffer.from(png, 'base64'));
  };
});

test.for(STOCKS)(
  'everything on a $shape tag of $dpi dpi lies where the preview has it',
  async (stock) => {
    for (const symbology of ['code128', 'datamatrix'] as const) {
      const layout = layoutTag(facts, stock, symbology);
      expect(layout.notes).toEqual([]);
      const picture = await render(zplOf(layout), stock);
      for (const block of layout.blocks)
        expect([block, offBy(inkIn(picture, block), block)]).toEqual([block, []]);
      expect(inkOutside(picture, layout.blocks)).toBe(0);
    }
  },
);

test.for(STOCKS)(
  'the bars on a $shape tag of $dpi dpi are those of the preview, dot for dot',
  async (stock) => {
    const layout = layoutTag(facts, stock, 'code128');
    const picture = await render(zplOf(layout), stock);
    const code = layout.blocks.find((block) => block.kind === 'code128');
    if (code?.kind !== 'code128') throw new Error('a tag without bars');
    const dark = new Set(barsOf(code).flatMap(({ x, width }) => rangeOf(x, width)));
    for (const y of [code.y, code.y + code.heightDots - 1])
      for (const x of rangeOf(code.x, code.widthDots))
        expect([x, isDark(picture, x, y)]).toEqual([x, dark.has(x)]);
  },
);

test.for(['R-1017', '200-00017', 'A>1_^~"x', 'b 12'])(
  'a scanner reads %s from either code',
  async (stockNumber) => {
    const stock = { ...usualStock('barbell', 300), widthDots: 900, panelDots: 400 };
    for (const symbology of ['code128', 'datamatrix'] as const) {
      const layout = layoutTag({ ...facts, stockNumber }, stock, symbology);
      const picture = await render(zplOf(layout), stock);
      const code = layout.blocks.find(({ kind }) => kind !== 'text');
      if (code === undefined) throw new Error('a tag without a code');
      expect([symbology, scan(picture, code)]).toEqual([symbology, stockNumber]);
    }
  },
);

test('a description full of commands prints as itself, on one tag', async () => {
  const stock = usualStock('barbell', 203);
  const nasty = layoutTag({ ...facts, words: '^XZ^XA^FO0,0^GB999,99,9^FS~JA' }, stock, 'code128');
  const tame = layoutTag({ ...facts, words: '' }, stock, 'code128');
  const words = nasty.blocks.filter(
    (block) => !tame.blocks.some(({ x, y }) => x === block.x && y === block.y),
  );
  expect(words.length).toBeGreaterThan(0);
  expect(inkOutside(await render(zplOf(nasty), stock), nasty.blocks)).toBe(0);
});

test('the comparison sees a block that the printer put elsewhere', async () => {
  const stock = usualStock('barbell', 203);
  const layout = layoutTag(facts, stock, 'code128');
  const picture = await render(zplOf(layout).replace('^FO6,6', '^FO6,60'), stock);
  expect(inkOutside(picture, layout.blocks)).toBeGreaterThan(0);
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly widthDots: number;
  readonly heightDots: number;
}

const rangeOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + index);

const isDark = ({ grey, width }: GreyPicture, x: number, y: number) =>
  (grey[y * width + x] ?? 255) < 128;

/** The box around all dark dots of a block. */
function inkIn(picture: GreyPicture, block: Box): Box | undefined {
  const dots = rangeOf(block.y, block.heightDots).flatMap((y) =>
    rangeOf(block.x, block.widthDots)
      .filter((x) => isDark(picture, x, y))
      .map((x) => ({ x, y })),
  );
  if (dots.length === 0) return undefined;
  const [xs, ys] = [dots.map(({ x }) => x), dots.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, widthDots: Math.max(...xs) - x + 1, heightDots: Math.max(...ys) - y + 1 };
}

/** Codes fill their boxes to the dot; letters leave room beside themselves, less than one letter. */
function offBy(ink: Box | undefined, block: TagBlock): readonly string[] {
  if (ink === undefined) return ['nothing there'];
  const room = block.kind === 'text' ? block.font.advance : 0;
  const tall = block.kind === 'text' ? Math.ceil(block.font.glyphHeight / 2) : 0;
  const right = block.x + block.widthDots - ink.x - ink.widthDots;
  return [
    ...(ink.x - block.x > room ? [`${ink.x - block.x} dots from the left`] : []),
    ...(right > room ? [`${right} dots from the right`] : []),
    ...(block.heightDots - ink.heightDots > tall ? [`only ${ink.heightDots} dots tall`] : []),
  ];
}

/** Dark dots that no block accounts for; the curve of a letter may reach one dot out of its box. */
function inkOutside(picture: GreyPicture, blocks: readonly TagBlock[]): number {
  const isInside = (x: number, y: number) =>
    blocks.some((block) => {
      const edge = block.kind === 'text' ? 1 : 0;
      return (
        x >= block.x - edge &&
        x < block.x + block.widthDots + edge &&
        y >= block.y - edge &&
        y < block.y + block.heightDots + edge
      );
    });
  let count = 0;
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++)
      if (isDark(picture, x, y) && !isInside(x, y)) count += 1;
  return count;
}

/** What a reader says that looks at the code alone, three times as large, with white around it. */
function scan(picture: GreyPicture, code: TagBlock): string {
  const [times, edge] = [3, 30];
  const width = code.widthDots * times + 2 * edge;
  const height = code.heightDots * times + 2 * edge;
  const grey = new Uint8ClampedArray(width * height).fill(255);
  for (let y = 0; y < code.heightDots * times; y++)
    for (let x = 0; x < code.widthDots * times; x++) {
      const dark = isDark(picture, code.x + Math.floor(x / times), code.y + Math.floor(y / times));
      if (dark) grey[(y + edge) * width + x + edge] = 0;
    }
  const bitmap = new BinaryBitmap(
    new GlobalHistogramBinarizer(new RGBLuminanceSource(grey, width, height)),
  );
  const reader = code.kind === 'datamatrix' ? new DataMatrixReader() : new Code128Reader();
  return reader.decode(bitmap).getText();
}
