/** The shape of the stock in a tag printer. Barbell: two panels with a strap between; rat-tail: both side by side, then the tail. */
export const TAG_SHAPES = ['barbell', 'rat_tail'] as const;
export type TagShape = (typeof TAG_SHAPES)[number];

/** Dots an inch of the tag printer's head. */
export const TAG_DPIS = [203, 300] as const;
export type TagDpi = (typeof TAG_DPIS)[number];

/** What a tag printer is loaded with. All lengths in dots of its head. */
export interface TagStock {
  readonly shape: TagShape;
  readonly dpi: TagDpi;
  /** The whole tag, strap or tail included. */
  readonly widthDots: number;
  readonly heightDots: number;
  /** One of its two panels; what is neither panel is never printed on. */
  readonly panelDots: number;
  /** Kept free at every edge of a panel: the fold, the cut, and what the feed is off by. */
  readonly marginDots: number;
  /** Moves the whole print: to the right, and down. Negative: to the left, and up. */
  readonly offsetXDots: number;
  readonly offsetYDots: number;
}

/** Tags as they are commonly sold; a store measures its own and changes the figures. */
export function usualStock(shape: TagShape, dpi: TagDpi): TagStock {
  const inches = (length: number) => Math.round(length * dpi);
  const size =
    shape === 'barbell'
      ? { widthDots: inches(2.2), heightDots: inches(0.5), panelDots: inches(0.8) }
      : { widthDots: inches(3.5), heightDots: inches(0.5), panelDots: inches(0.9) };
  return { shape, dpi, ...size, marginDots: inches(0.03), offsetXDots: 0, offsetYDots: 0 };
}

/** Where the two panels begin, in dots from the left edge. */
export function panelStarts(stock: TagStock): readonly [number, number] {
  const { shape, widthDots, panelDots } = stock;
  return [0, shape === 'barbell' ? widthDots - panelDots : panelDots];
}

/** What is wrong with a stock; undefined where two panels fit on it and something fits on a panel. */
export function stockProblem(stock: TagStock): 'PANELS_TOO_WIDE' | 'PANEL_TOO_SMALL' | undefined {
  const { widthDots, heightDots, panelDots, marginDots, dpi } = stock;
  if (2 * panelDots > widthDots) return 'PANELS_TOO_WIDE';
  const least = Math.round(dpi / 4);
  const isSmall = panelDots - 2 * marginDots < least || heightDots - 2 * marginDots < least;
  return isSmall ? 'PANEL_TOO_SMALL' : undefined;
}
