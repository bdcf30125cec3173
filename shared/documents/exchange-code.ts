/**
 * The code on a gift receipt: the printed code of the sale and the positions of the lines it stands for,
 * `S1-10482K.1-3.7`. Whoever brings it exchanges just these, and no price is on the paper.
 */
export interface ExchangeCode {
  /** With its check character. */
  readonly printedCode: string;
  /** Positions of the lines in the sale, from 1, in order. */
  readonly positions: readonly number[];
}

/** Writes the code; neighbours become a range. Throws on no position, which would be a receipt for nothing. */
export function formatExchangeCode({ printedCode, positions }: ExchangeCode): string {
  const inOrder = [...new Set(positions)].toSorted((a, b) => a - b);
  if (inOrder.length === 0) throw new RangeError('a gift receipt names at least one line');
  const ranges: [number, number][] = [];
  for (const position of inOrder) {
    const last = ranges.at(-1);
    if (last && last[1] === position - 1) last[1] = position;
    else ranges.push([position, position]);
  }
  const words = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return [printedCode, ...words].join('.');
}

const MOST_LINES = 999;

/** Reads a scanned or typed code; undefined for anything that is none. Whether such a sale is known is not asked. */
export function readExchangeCode(code: string): ExchangeCode | undefined {
  const [printedCode = '', ...words] = code.trim().toUpperCase().split('.');
  if (!/^S\d{1,4}[A-Z]{0,3}-\d{1,9}[0-9A-Z]$/.test(printedCode) || words.length === 0)
    return undefined;
  const positions: number[] = [];
  for (const word of words) {
    const match = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(word);
    if (!match) return undefined;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from <= (positions.at(-1) ?? 0) || to < from || to > MOST_LINES) return undefined;
    for (let position = from; position <= to; position++) positions.push(position);
  }
  return { printedCode, positions };
}
