/** A key press as the detector needs it. Modifiers alone (Shift of a capital letter) are not strokes. */
export interface Stroke {
  readonly key: string;
  /** When the key went down, in milliseconds of one steady clock: the event's own time, not the handler's. */
  readonly atMs: number;
  /** Where it would go: into a text field, or to the page, where it may be a command. */
  readonly target: 'field' | 'page';
  /** Held down, part of a composition, or pressed with Ctrl, Alt or Meta: no scanner sends that. */
  readonly human: boolean;
}

export type ScanAction =
  /** A burst may start here: note what the field holds before this key changes it. */
  | { readonly kind: 'remember' }
  /** This key must reach nobody for now. Only keys without a field are held. */
  | { readonly kind: 'hold' }
  /** These held keys were typed by a person: run what they stand for. */
  | { readonly kind: 'release'; readonly keys: readonly string[] }
  /** The burst was a scan: swallow its last key and put touched fields back. */
  | { readonly kind: 'scan'; readonly code: string; readonly repeat: boolean };

export interface ScanOptions {
  /** Characters the scanner is programmed to send first; they decide without any timing. */
  readonly prefix: string;
  readonly shortestCode: number;
  readonly medianGapMs: number;
  readonly longestGapMs: number;
  readonly repeatWithinMs: number;
}

/** Scanners send a key every 1 to 30 ms, people every 60 to 250 ms. Bluetooth ones stumble, hence two limits. */
export const SCAN_DEFAULTS: ScanOptions = {
  prefix: '',
  shortestCode: 4,
  medianGapMs: 35,
  longestGapMs: 90,
  repeatWithinMs: 700,
};

export interface ScanDetector {
  /** Takes one stroke and says what to do with it, in order. */
  readonly feed: (stroke: Stroke) => readonly ScanAction[];
  /** To be called when `releaseAtMs` has come without another stroke: nobody waits longer for a typed key. */
  readonly settle: (nowMs: number) => readonly ScanAction[];
  /** When held keys turn out to be typed; undefined while none is held. */
  readonly releaseAtMs: () => number | undefined;
}

/** Tells a scanner from a person by the prefix, else by the rhythm. Pure: time comes in with the strokes. */
export function createScanDetector(options: ScanOptions = SCAN_DEFAULTS): ScanDetector {
  let burst: readonly { readonly key: string; readonly atMs: number }[] = [];
  let held: readonly string[] = [];
  let last: { readonly code: string; readonly atMs: number } | undefined;

  const releaseHeld = (): readonly ScanAction[] => {
    const keys = held;
    held = [];
    return keys.length === 0 ? [] : [{ kind: 'release', keys }];
  };
  const breakBurst = (): readonly ScanAction[] => {
    burst = [];
    return releaseHeld();
  };
  const character = (stroke: Stroke): readonly ScanAction[] => {
    const before = burst.at(-1);
    const goesOn = before !== undefined && stroke.atMs - before.atMs <= options.longestGapMs;
    const actions = goesOn ? [] : [...breakBurst(), { kind: 'remember' } as const];
    burst = [...burst, stroke];
    // A first Space presses the focused button; no code starts with one.
    if (stroke.target === 'field' || (stroke.key === ' ' && !goesOn)) return actions;
    held = [...held, stroke.key];
    return [...actions, { kind: 'hold' }];
  };
  const terminator = (stroke: Stroke): readonly ScanAction[] => {
    const code = readCode([...burst, stroke], options);
    if (code === undefined) return breakBurst();
    burst = [];
    held = [];
    const repeat = last?.code === code && stroke.atMs - last.atMs <= options.repeatWithinMs;
    last = { code, atMs: stroke.atMs };
    return [{ kind: 'scan', code, repeat }];
  };
  return {
    feed: (stroke) => {
      if (stroke.human) return breakBurst();
      if (stroke.key === 'Enter' || stroke.key === 'Tab') return terminator(stroke);
      return stroke.key.length === 1 ? character(stroke) : breakBurst();
    },
    // The burst stays: a busy page may hear of its next keys late, and their own times still prove it.
    settle: (nowMs) => {
      const before = burst.at(-1);
      return before !== undefined && nowMs - before.atMs <= options.longestGapMs
        ? []
        : releaseHeld();
    },
    releaseAtMs: () => {
      const before = burst.at(-1);
      return held.length === 0 || before === undefined
        ? undefined
        : before.atMs + options.longestGapMs;
    },
  };
}

/** The code of a burst with its Enter or Tab at the end; undefined when a person typed it. */
function readCode(
  strokes: readonly { readonly key: string; readonly atMs: number }[],
  options: ScanOptions,
): string | undefined {
  const gaps = strokes
    .slice(1)
    .map((stroke, index) => stroke.atMs - (strokes[index]?.atMs ?? stroke.atMs));
  if (gaps.some((gap) => gap > options.longestGapMs)) return undefined;
  const text = strokes
    .slice(0, -1)
    .map((stroke) => stroke.key)
    .join('');
  if (
    options.prefix !== '' &&
    text.startsWith(options.prefix) &&
    text.length > options.prefix.length
  ) {
    return text.slice(options.prefix.length);
  }
  if (text.length < options.shortestCode || median(gaps) > options.medianGapMs) return undefined;
  return text;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
