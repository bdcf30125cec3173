import { ONE, type Thousandths } from '#shared/money.ts';

/** As the contract takes it: more than nothing, at most 9,999 whole ones. */
const MOST = 9_999_000;

/** A quantity as typed, `3` or `1.25`: up to three decimals. Undefined for anything a line cannot hold. */
export function readQuantity(typed: string): Thousandths | undefined {
  const match = /^\s*(\d{0,5})(?:\.(\d{1,3}))?\s*$/.exec(typed);
  if (!match) return undefined;
  const thousandths = Number(match[1] ?? '') * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  // Branding: read from a text that held nothing else.
  return thousandths >= 1 && thousandths <= MOST ? (thousandths as Thousandths) : undefined;
}

/** A quantity as it stands in a field: `3`, `1.25`. */
export function quantityText(quantity: Thousandths): string {
  return String(quantity / 1000);
}

/** One more or one less; what would leave nothing, or too much, stays as it is. */
export function stepQuantity(quantity: Thousandths, by: 1 | -1): Thousandths {
  const next = quantity + by * ONE;
  return next >= 1 && next <= MOST ? (next as Thousandths) : quantity;
}
