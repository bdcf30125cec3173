import type { FrozenSupplement } from '#shared/day-close/frozen-supplement.ts';

/** A supplement out of its row. */
export function readFrozenSupplement(figures: string): FrozenSupplement {
  return JSON.parse(figures);
}
