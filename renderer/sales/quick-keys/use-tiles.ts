import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { type StoreAnswer, useStoreQuery } from '../../store-client/store-hooks.tsx';

/** The tiles of the Sell screen, in their order. */
export function useTiles(): StoreAnswer<readonly ServiceTile[]> {
  return useStoreQuery({
    key: ['services.list'],
    tables: ['service_tile'],
    read: (store) => store.services.list({}),
  });
}
