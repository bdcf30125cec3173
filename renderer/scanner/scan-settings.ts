import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { SCAN_DEFAULTS, type ScanOptions } from './scan-detector.ts';

/** What the calibration may change. The scanner stands at one window, so it is that window's. */
export type ScanSettings = Pick<ScanOptions, 'prefix' | 'medianGapMs' | 'longestGapMs'>;

const NAME = 'scanner';
const CHANGED = 'scanner-changed';

/** Quicker than any hand and slower than any scanner worth having; outside of these nothing is believed. */
const LIMITS = { median: [5, 50], longest: [30, 140] } as const;

/** What was calibrated at this window; anything unreadable or outside of the limits counts as not calibrated. */
export function readScanSettings(stored: string | null): ScanOptions {
  const found = parsed(stored);
  const prefix = found['prefix'];
  return {
    ...SCAN_DEFAULTS,
    prefix: typeof prefix === 'string' && prefix.length <= 3 ? prefix : SCAN_DEFAULTS.prefix,
    medianGapMs: within(found['medianGapMs'], LIMITS.median) ?? SCAN_DEFAULTS.medianGapMs,
    longestGapMs: within(found['longestGapMs'], LIMITS.longest) ?? SCAN_DEFAULTS.longestGapMs,
  };
}

/** How this window tells a scanner from a hand, and how to change it: at once. */
export function useScanSettings(): readonly [ScanOptions, (settings: ScanSettings) => void] {
  const stored = useSyncExternalStore(onChange, () => localStorage.getItem(NAME));
  const options = useMemo(() => readScanSettings(stored), [stored]);
  const change = useCallback((settings: ScanSettings) => {
    localStorage.setItem(NAME, JSON.stringify(settings));
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return [options, change];
}

function onChange(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

function within(
  value: unknown,
  [least, most]: readonly [least: number, most: number],
): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}

function parsed(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
