import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { listenForScans } from './listen-for-scans.ts';
import { createScanHandlers, type ScanHandler, type ScanHandlers } from './scan-handlers.ts';
import { useScanSettings } from './scan-settings.ts';

const HandlersContext = createContext<ScanHandlers | undefined>(undefined);

export interface ScanProviderProps {
  /** What a character typed outside of a field stands for. */
  readonly onTypedKey: (key: string) => void;
  readonly children: ReactNode;
}

/** Listens for the scanner as long as the window lives, on every screen and in every dialog. */
export function ScanProvider({ onTypedKey, children }: ScanProviderProps) {
  const [handlers] = useState(createScanHandlers);
  const [options] = useScanSettings();
  const typed = useRef(onTypedKey);
  useEffect(() => {
    typed.current = onTypedKey;
  });
  useEffect(
    () =>
      listenForScans(
        window,
        { onScan: handlers.handle, onTypedKey: (key) => typed.current(key) },
        options,
      ),
    [handlers, options],
  );
  return <HandlersContext value={handlers}>{children}</HandlersContext>;
}

/**
 * Takes scans while the component is mounted; the one mounted last has them. `fallback`: only when nobody else does, for
 * what stands behind every screen.
 */
export function useScan(handler: ScanHandler, { fallback = false, enabled = true } = {}): void {
  const handlers = use(HandlersContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!handlers || !enabled) return;
    return handlers.add((scan) => latest.current(scan), fallback);
  }, [handlers, fallback, enabled]);
}
