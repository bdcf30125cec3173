import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let zone: string | undefined;

/** The zone of the store, told once it is known: its days and times are the same on every computer, as on its papers. */
export function tellStoreZone(next: string): void {
  if (next === zone) return;
  zone = next;
  for (const listener of listeners) listener();
}

/** The store's zone; until it is known, this computer's own. */
export function storeZone(): string {
  return zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function useStoreZone(): string {
  return useSyncExternalStore(listen, storeZone);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
