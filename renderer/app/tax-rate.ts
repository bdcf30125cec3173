import type { RatePpm } from '#shared/money.ts';

/** No sales tax of the country comes near it; more is a slip of the comma. */
export const MAX_RATE_PPM = 300_000;

/** `8.25`, `8,25` or `8.25 %` → parts per million; undefined when it is not a rate from 0 to 30 %. */
export function parseRate(text: string): RatePpm | undefined {
  const match = /^\s*(\d{1,2})?(?:[.,](\d{1,4}))?\s*%?\s*$/.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const ppm = Number(match[1] ?? '0') * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  return ppm <= MAX_RATE_PPM ? (ppm as RatePpm) : undefined;
}

/** The rate as it stands in a field: `8.25`. */
export function rateText(rate: RatePpm): string {
  return (rate / 10_000).toFixed(4).replace(/\.?0+$/, '');
}
