import type { RatePpm } from '#shared/money.ts';

/** All of it. */
export const WHOLE_PPM = 1_000_000;

/** `10`, `12.5`, `12,5` or `12.5 %` → parts per million; undefined when it is no percentage from 0 to 100. */
export function readPercent(text: string): RatePpm | undefined {
  const match = /^\s*(\d{1,3})?(?:[.,](\d{1,4}))?\s*%?\s*$/.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const ppm = Number(match[1] ?? '0') * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  // Branding: read from a text that held nothing else.
  return ppm <= WHOLE_PPM ? (ppm as RatePpm) : undefined;
}

/** A percentage as it stands in a field: `12.5`. */
export function percentText(ppm: number): string {
  return String(ppm / 10_000);
}
