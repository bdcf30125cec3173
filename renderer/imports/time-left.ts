/** How far an import was at one look. */
export interface Look {
  readonly done: number;
  readonly atMs: number;
}

/** Below this nobody needs to be told. */
const WORTH_SAYING_SECONDS = 10;
/** A guess from less than this is noise. */
const FEWEST_MS = 2000;

/**
 * Seconds an import still takes at the pace since `first`, when they are worth saying: more than ten, and looked at for two
 * seconds or more. Undefined otherwise.
 */
export function secondsLeft(first: Look, last: Look, total: number): number | undefined {
  const rows = last.done - first.done;
  const tookMs = last.atMs - first.atMs;
  if (rows <= 0 || tookMs < FEWEST_MS) return undefined;
  const seconds = Math.round(((total - last.done) * tookMs) / rows / 1000);
  return seconds > WORTH_SAYING_SECONDS ? seconds : undefined;
}
