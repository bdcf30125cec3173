import type { Scan } from './listen-for-scans.ts';

export type ScanHandler = (scan: Scan) => void;

/** Who gets the next scan: the handler that came last, and one that stands in for any screen only when there is no other. */
export interface ScanHandlers {
  readonly add: (handler: ScanHandler, fallback: boolean) => () => void;
  readonly handle: (scan: Scan) => void;
}

export function createScanHandlers(): ScanHandlers {
  const handlers: { readonly handler: ScanHandler; readonly fallback: boolean }[] = [];
  return {
    add: (handler, fallback) => {
      const entry = { handler, fallback };
      handlers.push(entry);
      return () => void handlers.splice(handlers.indexOf(entry), 1);
    },
    handle: (scan) => {
      const first = handlers.findLast((entry) => !entry.fallback) ?? handlers.at(-1);
      first?.handler(scan);
    },
  };
}
