import type { Query, QueryClient } from '@tanstack/react-query';
import type { StoreClient } from './store-client.ts';

/** Key of everything read from the store: what it was read from comes second. */
export function storeKey(tables: readonly string[], key: readonly unknown[]): readonly unknown[] {
  return ['store', tables, ...key];
}

/** True when a query with this key read one of the changed tables. */
export function readsAny(queryKey: readonly unknown[], changed: ReadonlySet<string>): boolean {
  const [space, tables] = queryKey;
  if (space !== 'store' || !Array.isArray(tables)) return false;
  return (
    tables.length === 0 || tables.some((table) => typeof table === 'string' && changed.has(table))
  );
}

/**
 * Reads again whatever a commit changed, from this window or from elsewhere. After a lost link everything is read again,
 * since changes may have been missed. Runs until `signal` ends it.
 */
export async function followChanges(
  client: StoreClient,
  cache: QueryClient,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const changes = await client.store.system.changes({}, { signal });
      await cache.invalidateQueries();
      for await (const { tables } of changes) {
        const changed = new Set(tables);
        const predicate = ({ queryKey }: Pick<Query, 'queryKey'>) => readsAny(queryKey, changed);
        // What no screen shows is forgotten, so that a form never begins with what was true before.
        cache.removeQueries({ type: 'inactive', predicate });
        await cache.invalidateQueries({ predicate });
      }
    } catch {
      // The link broke or the store is not open yet; the next round waits for it.
    }
    if (!signal.aborted) await pause(signal);
  }
}

/**
 * A screen that closes while what it shows is being read again leaves the old answer behind: forgotten too. Gives what
 * stops it.
 */
export function forgetOutdated(cache: QueryClient): () => void {
  return cache.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'observerRemoved' || query.getObserversCount() > 0) return;
    if (query.state.isInvalidated) cache.removeQueries({ queryKey: query.queryKey, exact: true });
  });
}

const BREATH_MS = 250;

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, BREATH_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
