import type { Cents } from '../../money.ts';

/** The notes of a US drawer, in cents, largest first. */
const NOTES = [10_000, 5000, 2000, 1000, 500, 100];

/** Coins are handed over to the cent or not at all: an amount is rounded up to one of these notes. */
const ROUNDED_TO = [500, 1000, 2000, 5000, 10_000];

const AT_MOST = 4;

/**
 * What a customer is likely to hand over for an amount due, smallest first: the exact amount, and the rounded ones that
 * take the fewest notes. At most four, all of them covering. Nothing is due of zero or less, and nothing is suggested.
 */
export function suggestNotes(dueCents: Cents): readonly Cents[] {
  if (dueCents <= 0) return [];
  const rounded = ROUNDED_TO.map((note) => Math.ceil(dueCents / note) * note);
  const likely = [...new Set(rounded)]
    .filter((amount) => amount !== dueCents)
    .toSorted((a, b) => noteCount(a) - noteCount(b) || a - b)
    .slice(0, AT_MOST - 1);
  return [dueCents, ...likely].toSorted((a, b) => a - b) as Cents[];
}

/** How many notes an amount of whole dollars takes at least: the notes nest, so the largest first is the fewest. */
function noteCount(amount: number): number {
  let [count, left] = [0, amount];
  for (const note of NOTES) {
    count += Math.floor(left / note);
    left %= note;
  }
  return count;
}
