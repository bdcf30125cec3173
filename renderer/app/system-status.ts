import type { SystemStatus } from '#shared/settings/contract.ts';
import { useLayoutEffect } from 'react';
import { tellStoreZone } from '../i18n/store-zone.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

/** What the store says of itself: open or not, demo or not, what waits. Read again after every commit. */
export function useSystemStatus(): StoreAnswer<SystemStatus> {
  return useStoreQuery({
    key: ['system.status'],
    tables: [],
    read: (store) => store.system.status({}),
  });
}

/** Days and times are said in the store's own zone, from the moment in which it is known. */
export function useStoresOwnZone(): void {
  const zone = useSystemStatus().data?.zone;
  useLayoutEffect(() => {
    if (typeof zone === 'string') tellStoreZone(zone);
  }, [zone]);
}
