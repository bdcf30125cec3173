import type { DrawerState } from '#shared/day-close/contract.ts';
import { type StoreAnswer, useStoreQuery } from '../store-client/store-hooks.tsx';

/** The drawer of this register, as far as selling needs it: whether a sale can be rung up, and for which day. */
export function useDrawerState(): StoreAnswer<DrawerState> {
  return useStoreQuery({
    key: ['dayClose.drawer'],
    tables: ['drawer_session', 'drawer_movement', 'day_close', 'sale', 'sale_void'],
    read: (store) => store.dayClose.drawer({}),
  });
}
