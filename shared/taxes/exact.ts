import { type Cents, cents } from '../money.ts';

/**
 * A whole number that is exact: a plain one inside the safe range, a big one beyond. Comparing the two kinds is exact in
 * the language; products and sums come from here. None is negative.
 */
export type Exact = number | bigint;

/** The product of two whole numbers. */
export function product(a: number, b: number): Exact {
  const plain = a * b;
  return plain <= Number.MAX_SAFE_INTEGER ? plain : BigInt(a) * BigInt(b);
}

/** The sum; that of none is zero. */
export function exactSum(values: readonly Exact[]): Exact {
  let sum = 0;
  for (const value of values) {
    if (typeof value === 'bigint') return bigSum(values);
    sum += value;
  }
  return sum <= Number.MAX_SAFE_INTEGER ? sum : bigSum(values);
}

function bigSum(values: readonly Exact[]): bigint {
  return values.reduce<bigint>((sum, value) => sum + BigInt(value), 0n);
}

/** What `a` has more than `b`; `b` is the smaller one. */
export function excessOver(a: Exact, b: Exact): Exact {
  return typeof a === 'number' && typeof b === 'number' ? a - b : BigInt(a) - BigInt(b);
}

/** A number of `parts`-ths of a cent as cents, half a cent rounded up. */
export function roundToCents(value: Exact, parts: number): Cents {
  if (typeof value === 'bigint') {
    return cents(Number((value * 2n + BigInt(parts)) / (BigInt(parts) * 2n)));
  }
  const rest = value % parts;
  const whole = (value - rest) / parts;
  return cents(rest * 2 >= parts ? whole + 1 : whole);
}

/**
 * Splits an amount over weights by largest remainder: the parts sum to the amount and ties go to the earlier part; the
 * same as `allocateCents`, in plain numbers as long as they are safe, because a ticket is priced again at each key.
 * Where all weights are zero there is nothing to split, and the amount must be zero.
 */
export function splitCents(total: Cents, weights: readonly Exact[]): readonly Cents[] {
  if (total === 0) return weights.map(() => total);
  if (weights.length === 1) return [total];
  const sum = exactSum(weights);
  if (sum === 0 || sum === 0n) throw new RangeError('nothing to split over');
  if (typeof sum === 'bigint' || total * sum > Number.MAX_SAFE_INTEGER) {
    return splitBig(BigInt(total), weights.map(BigInt), BigInt(sum));
  }
  const parts: number[] = [];
  const rests: number[] = [];
  let left: number = total;
  for (const weight of weights) {
    const share = total * Number(weight);
    const rest = share % sum;
    rests.push(rest);
    parts.push((share - rest) / sum);
    left -= (share - rest) / sum;
  }
  return handOut(parts, rests, left);
}

function splitBig(total: bigint, weights: readonly bigint[], sum: bigint): readonly Cents[] {
  const parts = weights.map((weight) => Number((total * weight) / sum));
  const rests = weights.map((weight) => (total * weight) % sum);
  const left = parts.reduce((rest, part) => rest - part, Number(total));
  return handOut(parts, rests, left);
}

/** Gives each cent that is left to the largest rest, which then has had its own. */
function handOut(parts: number[], rests: Exact[], left: number): readonly Cents[] {
  for (let cent = 0; cent < left; cent++) {
    let largest = 0;
    for (let index = 1; index < rests.length; index++) {
      if ((rests[index] ?? 0) > (rests[largest] ?? 0)) largest = index;
    }
    parts[largest] = (parts[largest] ?? 0) + 1;
    rests[largest] = -1;
  }
  return parts.map(cents);
}
