import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { followChanges, forgetOutdated, readsAny, storeKey } from './changed-tables.ts';
import type { StoreClient } from './store-client.ts';

it('a commit asks again whatever was read from the tables it touched, and nothing else', () => {
  const changed = new Set(['sales', 'pieces']);
  expect(readsAny(storeKey(['pieces'], ['stock']), changed)).toBe(true);
  expect(readsAny(storeKey(['customers'], ['list']), changed)).toBe(false);
  expect(readsAny(storeKey([], ['status']), changed)).toBe(true);
  expect(readsAny(['elsewhere', ['pieces']], changed)).toBe(false);
});

it('forgets what no screen shows once a commit changed it, so that a form begins with what is true', async () => {
  const cache = new QueryClient();
  cache.setQueryData(storeKey(['house_account_entry'], ['owed']), 0);
  cache.setQueryData(storeKey(['customer'], ['name']), 'Rosa');
  const stop = new AbortController();
  const said = Promise.withResolvers<void>();
  const client = {
    store: {
      system: {
        changes: async () =>
          (async function* () {
            yield { tables: ['house_account_entry'] };
            said.resolve();
            await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
          })(),
      },
    },
  };
  // Branding: the one call it makes.
  const followed = followChanges(client as unknown as StoreClient, cache, stop.signal);
  await said.promise;
  stop.abort();
  await followed;
  expect(cache.getQueryData(storeKey(['house_account_entry'], ['owed']))).toBeUndefined();
  expect(cache.getQueryData(storeKey(['customer'], ['name']))).toBe('Rosa');
});

it('a screen that closes while it reads again leaves nothing old behind', async () => {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const queryKey = storeKey(['house_account_entry'], ['owed']);
  cache.setQueryData(queryKey, 0);
  const show = () =>
    new QueryObserver(cache, {
      queryKey,
      queryFn: ({ signal }) =>
        new Promise<number>((_, reject) => signal.addEventListener('abort', () => reject(signal))),
    }).subscribe(() => undefined);
  const leave = (): void => {
    const close = show();
    void cache.invalidateQueries();
    close();
  };
  leave();
  expect(cache.getQueryData(queryKey)).toBe(0); // what happened before
  forgetOutdated(cache);
  leave();
  expect(cache.getQueryData(queryKey)).toBeUndefined();
});
