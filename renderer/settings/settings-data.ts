import type { Settings } from '#shared/settings/contract.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

/** What is set at present. */
export function useSettings(): StoreAnswer<Settings> {
  return useStoreQuery({
    key: ['settings.get'],
    tables: ['store', 'register', 'setting', 'register_setting'],
    read: (store) => store.settings.get({}),
  });
}
