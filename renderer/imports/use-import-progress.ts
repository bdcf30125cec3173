import type { BatchId } from '#shared/ids.ts';
import type { ImportProgress } from '#shared/imports/contract.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from '../store-client/store-hooks.tsx';
import { secondsLeft, type Look } from './time-left.ts';

const LOOK_EVERY_MS = 400;

export interface SeenProgress {
  /** Undefined before the first look; null: this program is not running it. */
  readonly progress: ImportProgress | null | undefined;
  readonly secondsLeft: number | undefined;
}

/** Looks again and again how far an import is, until it has ended. */
export function useImportProgress(batchId: BatchId, onEnd: () => void): SeenProgress {
  const store = useStore();
  const [seen, setSeen] = useState<SeenProgress>({ progress: undefined, secondsLeft: undefined });
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const stop = new AbortController();
    const follow = async () => {
      let first: Look | undefined;
      while (!stop.signal.aborted) {
        const progress = await store.imports.progress({ batchId }, { signal: stop.signal });
        if (stop.signal.aborted) return;
        const look = { done: progress?.done ?? 0, atMs: performance.now() };
        first ??= look;
        setSeen({ progress, secondsLeft: secondsLeft(first, look, progress?.total ?? 0) });
        if (progress === null || progress.finished) return end();
        await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
      }
    };
    follow().catch(() => {
      // The link to the store broke; the window says so, and the list of imports tells the rest when it is back.
      if (!stop.signal.aborted) end();
    });
    return () => stop.abort();
  }, [store, batchId]);
  return seen;
}
