/** How old a backup is, in the largest unit that says enough. */
export type Age =
  | { readonly unit: 'none' }
  | { readonly unit: 'now' }
  | { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Begun units do not count: a backup of 47 hours ago is one day old. A clock that was set back makes nothing older. */
export function ageOf(madeAtMs: number | null, nowMs: number): Age {
  if (madeAtMs === null) return { unit: 'none' };
  const ageMs = Math.max(0, nowMs - madeAtMs);
  if (ageMs < MINUTE_MS) return { unit: 'now' };
  if (ageMs < HOUR_MS) return { unit: 'minutes', count: Math.floor(ageMs / MINUTE_MS) };
  if (ageMs < DAY_MS) return { unit: 'hours', count: Math.floor(ageMs / HOUR_MS) };
  return { unit: 'days', count: Math.floor(ageMs / DAY_MS) };
}

/** Two days without a backup is a thing to be told. */
export function isStale(madeAtMs: number | null, nowMs: number): boolean {
  return madeAtMs === null || nowMs - madeAtMs > 2 * DAY_MS;
}

/** Bytes as people read them: `12.4 MB`. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 0.1 ? '0.1 MB' : `${megabytes.toFixed(megabytes < 100 ? 1 : 0)} MB`;
}
