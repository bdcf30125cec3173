import type { Cents } from '../../money.ts';
import { code128Modules, code128Room, dataMatrixModules, isCodable } from './tag-code.ts';
import type { TagSymbology } from './tag-code.ts';
import { panelStarts, type TagDpi, type TagStock } from './tag-stock.ts';
import { tagPrice, tagText, wrapWords } from './tag-text.ts';

/** What a tag says. */
export interface TagFacts {
  readonly stockNumber: string;
  /** Metal and stones in short, else the description. */
  readonly words: string;
  readonly priceCents: Cents;
  /** The cost in the letters of the code word; null where it is not to be printed, or nobody knows it. */
  readonly codedCost: string | null;
}

/** One of the printer's own fonts, of letters all equally wide. In dots. */
export interface TagFont {
  readonly name: 'A' | 'D' | 'F';
  readonly glyphHeight: number;
  readonly glyphWidth: number;
  /** From one letter to the next. */
  readonly advance: number;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly widthDots: number;
  readonly heightDots: number;
}

/** One thing on a tag, with the dots it takes. What prints and what the window shows are both made from these. */
export type TagBlock = Placed &
  (
    | { readonly kind: 'text'; readonly text: string; readonly font: TagFont }
    | { readonly kind: 'code128'; readonly value: string; readonly moduleDots: number }
    | { readonly kind: 'datamatrix'; readonly value: string; readonly moduleDots: number }
  );

/** What a person should know before printing. */
export type TagNote = 'WORDS_CUT' | 'DATAMATRIX_INSTEAD' | 'NO_CODE' | 'NUMBER_CUT';

export interface TagLayout {
  readonly stock: TagStock;
  readonly blocks: readonly TagBlock[];
  readonly notes: readonly TagNote[];
}

/**
 * Puts a piece on a tag: price, coded cost and words on the first panel, code and stock number on the second. Nothing
 * lies outside of the panels less their margins; what has no room is left out, and a note says so.
 */
export function layoutTag(facts: TagFacts, stock: TagStock, symbology: TagSymbology): TagLayout {
  const [first, second] = panelStarts(stock);
  const front = layoutFront(facts, panelAt(stock, first));
  const back = layoutBack(tagText(facts.stockNumber), panelAt(stock, second), symbology, {
    exact: facts.stockNumber,
    dpi: stock.dpi,
  });
  return {
    stock,
    blocks: [...front.blocks, ...back.blocks],
    notes: [...front.notes, ...back.notes],
  };
}

interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly small: TagFont;
  readonly normal: TagFont;
  readonly gap: number;
}

type Part = Pick<TagLayout, 'blocks' | 'notes'>;

const FONT_A: TagFont = { name: 'A', glyphHeight: 9, glyphWidth: 5, advance: 6 };
const FONT_D: TagFont = { name: 'D', glyphHeight: 18, glyphWidth: 10, advance: 12 };
const FONT_F: TagFont = { name: 'F', glyphHeight: 26, glyphWidth: 13, advance: 16 };
const FONTS: Readonly<Record<TagDpi, { readonly small: TagFont; readonly normal: TagFont }>> = {
  203: { small: FONT_A, normal: FONT_D },
  300: { small: FONT_D, normal: FONT_F },
};

function panelAt(stock: TagStock, start: number): Panel {
  const { marginDots, panelDots, heightDots, dpi } = stock;
  return {
    x: start + marginDots,
    y: marginDots,
    width: panelDots - 2 * marginDots,
    height: heightDots - 2 * marginDots,
    ...FONTS[dpi],
    gap: Math.round(dpi / 100),
  };
}

function layoutFront({ priceCents, codedCost, words }: TagFacts, panel: Panel): Part {
  const price = tagPrice(priceCents);
  const heads = [
    { text: price, font: fontFor(price, panel) },
    ...(codedCost === null ? [] : [{ text: tagText(codedCost), font: panel.small }]),
  ];
  const top = heads.reduce((sum, { font }) => sum + font.glyphHeight + panel.gap, 0);
  const step = panel.small.glyphHeight + panel.gap;
  const lines = Math.max(0, Math.floor((panel.height - top + panel.gap) / step));
  const wrapped = wrapWords(tagText(words), lettersIn(panel, panel.small), lines);
  const rows = [...heads, ...wrapped.lines.map((text) => ({ text, font: panel.small }))];
  return { blocks: stack(rows, panel, panel.y), notes: wrapped.cut ? ['WORDS_CUT'] : [] };
}

function layoutBack(
  number: string,
  panel: Panel,
  symbology: TagSymbology,
  { exact, dpi }: { readonly exact: string; readonly dpi: TagDpi },
): Part {
  const font = fontFor(number, panel);
  const wrapped = wrapWords(number, lettersIn(panel, font), 2);
  const rows = wrapped.lines.map((text) => ({ text, font }));
  const textHeight = rows.length * (font.glyphHeight + panel.gap);
  const room = { ...panel, height: panel.height - textHeight };
  const code = codeBlock(exact, room, symbology, dpi);
  const instead = code !== undefined && code.kind !== symbology;
  return {
    blocks: [
      ...(code === undefined ? [] : [code]),
      ...stack(rows, panel, panel.y + room.height + panel.gap),
    ],
    notes: [
      ...(code === undefined ? (['NO_CODE'] as const) : []),
      ...(instead ? (['DATAMATRIX_INSTEAD'] as const) : []),
      ...(wrapped.cut ? (['NUMBER_CUT'] as const) : []),
    ],
  };
}

/** Thinner bars, or smaller squares, than these no scanner at a counter reads (about 5 and 10 mil). */
const LEAST_BAR: Readonly<Record<TagDpi, number>> = { 203: 1, 300: 2 };
const LEAST_SQUARE: Readonly<Record<TagDpi, number>> = { 203: 2, 300: 3 };
const MOST_SQUARE: Readonly<Record<TagDpi, number>> = { 203: 4, 300: 6 };
const MOST_BAR = 3;

/** The code the store chose where it fits, else a DataMatrix, else none. */
function codeBlock(
  value: string,
  panel: Panel,
  symbology: TagSymbology,
  dpi: TagDpi,
): TagBlock | undefined {
  if (!isCodable(value)) return undefined;
  const bar = Math.min(MOST_BAR, Math.floor(panel.width / code128Room(value)));
  if (symbology === 'code128' && bar >= LEAST_BAR[dpi] && panel.height > 0) {
    const widthDots = code128Modules(value) * bar;
    const x = panel.x + Math.floor((panel.width - widthDots) / 2);
    const { y, height: heightDots } = panel;
    return { kind: 'code128', value, moduleDots: bar, x, y, widthDots, heightDots };
  }
  const modules = dataMatrixModules(value);
  // A module of white around it, as the standard asks for.
  const fits = Math.floor(Math.min(panel.width, panel.height) / (modules + 2));
  const square = Math.min(MOST_SQUARE[dpi], fits);
  if (square < LEAST_SQUARE[dpi]) return undefined;
  const side = modules * square;
  return {
    kind: 'datamatrix',
    value,
    moduleDots: square,
    x: panel.x + square,
    y: panel.y + square,
    widthDots: side,
    heightDots: side,
  };
}

interface TextRow {
  readonly text: string;
  readonly font: TagFont;
}

/** Lines below each other; a line that would leave the panel is left out. */
function stack(rows: readonly TextRow[], panel: Panel, top: number): readonly TagBlock[] {
  const blocks: TagBlock[] = [];
  let y = top;
  for (const { text, font } of rows) {
    const fitting = text.slice(0, lettersIn(panel, font));
    const heightDots = font.glyphHeight;
    if (fitting !== '' && y + heightDots <= panel.y + panel.height) {
      const widthDots = fitting.length * font.advance;
      blocks.push({ kind: 'text', text: fitting, font, x: panel.x, y, widthDots, heightDots });
    }
    y += heightDots + panel.gap;
  }
  return blocks;
}

function lettersIn(panel: Panel, font: TagFont): number {
  return Math.floor(panel.width / font.advance);
}

function fontFor(text: string, panel: Panel): TagFont {
  return text.length <= lettersIn(panel, panel.normal) ? panel.normal : panel.small;
}
