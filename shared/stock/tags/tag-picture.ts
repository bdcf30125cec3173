import { code128Runs } from './tag-code.ts';
import type { TagBlock } from './tag-layout.ts';

/** A dark rectangle, in dots of the tag. */
export interface DarkBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The bars of a Code 128 block, where the printer puts them. */
export function barsOf(block: TagBlock & { readonly kind: 'code128' }): readonly DarkBar[] {
  const { y, heightDots: height, moduleDots } = block;
  const bars: DarkBar[] = [];
  let { x } = block;
  for (const [at, run] of code128Runs(block.value).entries()) {
    const width = run * moduleDots;
    if (at % 2 === 0) bars.push({ x, y, width, height });
    x += width;
  }
  return bars;
}
