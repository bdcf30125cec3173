import type { Refusal } from '#shared/result.ts';
import { useEffect, useState } from 'react';

/** Until when no PIN is looked at; undefined: at once. */
export type WaitUntilMs = number | undefined;

/** What a refusal of a PIN means for the next try. */
export function waitAfter(refusal: Refusal, nowMs: number): WaitUntilMs {
  const waitMs = 'waitMs' in refusal ? refusal.waitMs : undefined;
  return typeof waitMs === 'number' && waitMs > 0 ? nowMs + waitMs : undefined;
}

/** Whole seconds still to wait, the begun one counted; 0: try now. */
export function secondsLeft(untilMs: WaitUntilMs, nowMs: number): number {
  return untilMs === undefined ? 0 : Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
}

/** `1:05`, so that a wait of minutes reads like one. */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export interface PinWait {
  readonly secondsLeft: number;
  /** Takes the wait out of a refusal of a PIN. */
  readonly hold: (refusal: Refusal) => void;
  /** Another person's PIN has a wait of its own. */
  readonly release: () => void;
}

/** Counts a wait down on screen. The store holds it in any case. */
export function usePinWait(): PinWait {
  const [untilMs, setUntilMs] = useState<WaitUntilMs>();
  const [nowMs, setNowMs] = useState(Date.now);
  const left = secondsLeft(untilMs, nowMs);
  useEffect(() => {
    if (untilMs === undefined) return undefined;
    const timer = setInterval(() => setNowMs(Date.now()), 250);
    return () => clearInterval(timer);
  }, [untilMs]);
  return {
    secondsLeft: left,
    hold: (refusal) => {
      setNowMs(Date.now());
      setUntilMs(waitAfter(refusal, Date.now()));
    },
    release: () => setUntilMs(undefined),
  };
}
