const MINUTE_MS = 60_000;

/** Tries that cost no wait: a slip of the finger is not an attack. */
const FREE_TRIES = 3;

/** The wait after the last free try, the one after that, and so on. */
const WAITS_MS = [5000, 15_000, 30_000, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS] as const;

/**
 * How long a person waits after `failures` wrong PINs in a row, in milliseconds. Grows and never shrinks; its last step
 * makes all 10,000 PINs of four digits take more than a hundred days. A manager unlocks on the spot (docs/rules.md, Staff).
 */
export function nextWaitMs(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return WAITS_MS[Math.min(failures - FREE_TRIES, WAITS_MS.length - 1)] ?? 0;
}

/**
 * What is left of a wait that ends at `waitUntilMs`. Never more than the wait of that many failures: a clock that was
 * set back must not lock a person out for a year.
 */
export function remainingWaitMs(
  { failures, waitUntilMs }: { readonly failures: number; readonly waitUntilMs: number },
  nowMs: number,
): number {
  return Math.min(Math.max(waitUntilMs - nowMs, 0), nextWaitMs(failures));
}
