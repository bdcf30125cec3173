/** Integer US cents. Signed: money that leaves the shop is negative. */
export type Cents = number & { readonly __unit: 'cents' };

/** A rate in integer parts per million: 8.25 % is 82 500. */
export type RatePpm = number & { readonly __unit: 'ppm' };

/** Integer thousandths of each, pair, inch, gram, dwt or carat: one ring is 1 000. */
export type Thousandths = number & { readonly __unit: 'thousandths' };

/** No single amount on a ticket may pass $10,000,000.00: beyond it a typing slip is likelier than a sale. */
export const MAX_AMOUNT_CENTS = 1_000_000_000;

/** One of anything. */
export const ONE = 1000 as Thousandths;

export const ZERO_CENTS = 0 as Cents;

/** Brands an integer as cents. Throws on anything that is not a safe integer. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

/** Sums amounts; the sum of none is zero. */
export function sumCents(amounts: readonly Cents[]): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return cents(sum);
}

export function addCents(a: Cents, b: Cents): Cents {
  return cents(a + b);
}

export function subtractCents(a: Cents, b: Cents): Cents {
  return cents(a - b);
}

export function negateCents(amount: Cents): Cents {
  return cents(0 - amount);
}

/**
 * `numerator / denominator` of an amount, rounded half away from zero, once.
 * Exact for every safe integer: products leave the safe range and are taken in BigInt then.
 */
export function portionOfCents(amount: Cents, numerator: number, denominator: number): Cents {
  const product = Math.abs(amount) * numerator;
  if (product <= Number.MAX_SAFE_INTEGER / 2) {
    const rounded = Math.floor((product * 2 + denominator) / (denominator * 2));
    return cents(amount < 0 ? -rounded : rounded);
  }
  const big = BigInt(Math.abs(amount)) * BigInt(numerator);
  const rounded = Number((big * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n));
  return cents(amount < 0 ? -rounded : rounded);
}

/** `rate` of an amount, rounded half away from zero (docs/rules.md, Money). */
export function rateOfCents(amount: Cents, rate: RatePpm): Cents {
  return portionOfCents(amount, rate, 1_000_000);
}

/** Price of `quantity` thousandths at `unitCents` each, rounded half away from zero. */
export function extendPrice(unitCents: Cents, quantity: Thousandths): Cents {
  const amount = portionOfCents(unitCents, Math.abs(quantity), 1000);
  return quantity < 0 ? negateCents(amount) : amount;
}

/**
 * Splits `total` over `weights` by largest remainder: the parts sum to the whole, each part differs from its
 * exact share by less than a cent, and ties go to the earlier part. Weights are not negative; when all are
 * zero the first part takes everything. An empty list of weights is a bug and throws.
 */
export function allocateCents(total: Cents, weights: readonly number[]): Cents[] {
  if (weights.length === 0) throw new RangeError('nothing to allocate to');
  const sum = weights.reduce((whole, weight) => whole + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : ZERO_CENTS));
  const whole = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const scaled = whole * BigInt(weight);
    return { index, floor: scaled / sum, remainder: scaled % sum };
  });
  let left = whole - shares.reduce((taken, share) => taken + share.floor, 0n);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  );
  const parts = shares.map((share) => share.floor);
  for (const share of byRemainder) {
    if (left === 0n) break;
    parts[share.index] = share.floor + 1n;
    left -= 1n;
  }
  return parts.map((part) => cents(total < 0 ? -Number(part) : Number(part)));
}

/** `1234.5` typed, pasted or imported as money → cents; undefined when it is not an amount in US notation. */
export function parseCents(text: string): Cents | undefined {
  const match =
    /^\s*(-|−|\()?\s*\$?\s*((?:\d{1,3}(?:,\d{3})+)|\d+)?(?:\.(\d{1,2}))?\s*(\))?\s*$/.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  if ((match[1] === '(') !== (match[4] === ')')) return undefined;
  const whole = (match[2] ?? '0').replaceAll(',', '');
  if (whole.length > 12) return undefined;
  const amount = Number(whole) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return cents(match[1] === undefined ? amount : -amount);
}

/** Cents as people read them, with a true minus sign: `−$1,234.50`. */
export function formatCents(amount: Cents, locale = 'en-US'): string {
  const text = moneyFormat(locale).format(Math.abs(amount) / 100);
  return amount < 0 ? `−${text}` : text;
}

const formats = new Map<string, Intl.NumberFormat>();
function moneyFormat(locale: string): Intl.NumberFormat {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
    });
    formats.set(locale, format);
  }
  return format;
}

/** `82500` → `8.25 %`. */
export function formatRate(rate: RatePpm): string {
  const percent = (rate / 10_000).toFixed(4).replace(/\.?0+$/, '');
  return `${percent} %`;
}
