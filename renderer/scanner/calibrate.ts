import { SCAN_DEFAULTS } from './scan-detector.ts';
import type { ScanSettings } from './scan-settings.ts';

/** The keys of one scan as they came, its Enter or Tab last. */
export interface Trace {
  readonly keys: readonly { readonly key: string; readonly atMs: number }[];
}

/** What one scan was like. */
export interface Measured {
  readonly text: string;
  readonly end: string;
  readonly medianGapMs: number;
  readonly longestGapMs: number;
}

/** Holds letters, digits and the signs that differ between keyboard languages. */
export const TEST_CODE = 'AZ19-/$.Y';

export type Advice =
  /** Fewer scans than needed to tell. */
  | { readonly kind: 'more'; readonly scans: number }
  /** The signs differ from those printed: scanner and computer speak different keyboard languages. */
  | { readonly kind: 'keyboard'; readonly read: string }
  /** Slower than a quick hand: no timing can tell them apart, a prefix can. */
  | { readonly kind: 'needsPrefix'; readonly slowestMs: number }
  | { readonly kind: 'use'; readonly settings: ScanSettings; readonly usual: boolean };

const SCANS_NEEDED = 3;
/** A practised hand has 60 ms between keys; half as much room again is kept from it. */
const SLOWEST_MEDIAN_MS = 40;
const MOST_MEDIAN_MS = 50;
const SLOWEST_GAP_MS = 110;
const MOST_GAP_MS = 140;

export function measure({ keys }: Trace): Measured {
  const gaps = keys.slice(1).map((each, index) => each.atMs - (keys[index]?.atMs ?? each.atMs));
  const sorted = gaps.toSorted((a, b) => a - b);
  return {
    text: keys
      .slice(0, -1)
      .map(({ key }) => key)
      .join(''),
    end: keys.at(-1)?.key ?? '',
    medianGapMs: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    longestGapMs: round(sorted.at(-1) ?? 0),
  };
}

/** What the last scans say about the settings that fit this scanner. */
export function adviceFrom(scans: readonly Measured[]): Advice {
  const wrong = scans.find(({ text }) => isGarbled(text));
  if (wrong) return { kind: 'keyboard', read: wrong.text };
  if (scans.length < SCANS_NEEDED) return { kind: 'more', scans: SCANS_NEEDED - scans.length };
  const prefix = commonPrefix(scans.map(({ text }) => text));
  const median = Math.max(...scans.map(({ medianGapMs }) => medianGapMs));
  const longest = Math.max(...scans.map(({ longestGapMs }) => longestGapMs));
  if (prefix === '' && (median > SLOWEST_MEDIAN_MS || longest > SLOWEST_GAP_MS))
    return { kind: 'needsPrefix', slowestMs: longest };
  const settings = {
    prefix,
    medianGapMs: roomFor(median, SCAN_DEFAULTS.medianGapMs, MOST_MEDIAN_MS),
    longestGapMs: roomFor(longest, SCAN_DEFAULTS.longestGapMs, MOST_GAP_MS),
  };
  const usual =
    prefix === '' &&
    settings.medianGapMs === SCAN_DEFAULTS.medianGapMs &&
    settings.longestGapMs === SCAN_DEFAULTS.longestGapMs;
  return { kind: 'use', settings, usual };
}

/** The usual limit, or a quarter above the slowest seen where that is more. */
function roomFor(seenMs: number, usualMs: number, mostMs: number): number {
  return Math.min(mostMs, Math.max(usualMs, Math.ceil(seenMs * 1.25)));
}

/** The test code, as long as itself but with other signs in it. A prefix before it is none. */
function isGarbled(text: string): boolean {
  if (text.endsWith(TEST_CODE)) return false;
  const begins = /^\W?[AQ][ZWY]19/i.test(text);
  return begins && Math.abs(text.length - TEST_CODE.length) <= 1;
}

/** One sign that no code of ours begins with, in front of every scan. */
function commonPrefix(texts: readonly string[]): string {
  const first = texts[0]?.charAt(0) ?? '';
  return /[^\p{L}\p{N}\s]/u.test(first) && texts.every((text) => text.startsWith(first))
    ? first
    : '';
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
