import type { Session } from '#shared/staff/contract.ts';
import type { Permission } from '#shared/staff/permissions.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useStoreQuery, type StoreAnswer } from '../../store-client/store-hooks.tsx';

/** Who is signed in at this window; null: nobody. Read again after every commit, so that a changed right holds at once. */
export function useSessionAnswer(): StoreAnswer<Session | null> {
  return useStoreQuery({
    key: ['staff.session'],
    tables: [],
    read: (store) => store.staff.session({}),
  });
}

/** Who is signed in. Undefined before the first answer and while nobody is. */
export function useSession(): Session | undefined {
  return useSessionAnswer().data ?? undefined;
}

/** Whether the person signed in may do this by themselves. The store asks again; this only spares a dead button. */
export function useMay(permission: Permission): boolean {
  return useSession()?.permissions.includes(permission) ?? false;
}

/** To be called when another person signed in or the last one left: what was read for one must not be shown to the next. */
export function usePersonChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    cache.removeQueries({ type: 'inactive' });
    await cache.invalidateQueries();
  };
}
