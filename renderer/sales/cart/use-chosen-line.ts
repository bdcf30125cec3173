import type { SaleLineId } from '#shared/ids.ts';
import type { CartLine } from '#shared/sales/cart.ts';
import { useState } from 'react';

export interface ChosenLine {
  /** The line the keys act on: the one chosen, else the newest. */
  readonly chosenLine: CartLine | undefined;
  readonly chooseLine: (lineId: SaleLineId) => void;
}

export function useChosenLine(lines: readonly CartLine[]): ChosenLine {
  const newest = lines.at(-1)?.lineId;
  const [choice, setChoice] = useState<{
    readonly lineId: SaleLineId;
    readonly newest: SaleLineId | undefined;
  }>();
  // A line that was added after the choice is what the cashier has in hand now.
  const wanted = choice?.newest === newest ? choice?.lineId : undefined;
  return {
    chosenLine: lines.find((line) => line.lineId === wanted) ?? lines.at(-1),
    chooseLine: (lineId) => setChoice({ lineId, newest }),
  };
}
