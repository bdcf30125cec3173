import type { Closing, DayCloseSummary, DrawerState } from '#shared/day-close/contract.ts';
import { cents, type Cents } from '#shared/money.ts';
import type { Settings } from '#shared/settings/contract.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

/** This register's drawer. What should be in it is not told. */
export function useDrawer(): StoreAnswer<DrawerState> {
  return useStoreQuery({
    key: ['dayClose.drawer'],
    tables: ['drawer_session', 'drawer_movement', 'day_close', 'sale', 'sale_void'],
    read: (store) => store.dayClose.drawer({}),
  });
}

/** Cards, checks and unsure payments of the open drawer; null while it is closed. */
export function useClosingFacts(): StoreAnswer<Closing | null> {
  return useStoreQuery({
    key: ['dayClose.closing'],
    tables: [
      'drawer_session',
      'day_close',
      'sale',
      'sale_void',
      'sale_correction',
      'payment',
      'payment_resolution',
      'check_event',
      'terminal_batch',
    ],
    read: (store) => store.dayClose.closing({}),
  });
}

/** Closed days, newest first. */
export function useDayCloses(may: boolean): StoreAnswer<readonly DayCloseSummary[]> {
  return useStoreQuery({
    key: ['dayClose.list'],
    // What comes late is booked: the list says so as soon as it is.
    tables: ['day_close', 'day_supplement', 'journal_row'],
    read: (store) => store.dayClose.list({}),
    enabled: may,
  });
}

/** What is set for this store and register. */
export function useSettings(): Settings | undefined {
  return useStoreQuery({
    key: ['settings.get'],
    tables: ['store', 'register', 'setting', 'tax_rule', 'register_setting'],
    read: (store) => store.settings.get({}),
  }).data;
}

/** What to open the drawer with: what the last close left in it, else the store's usual float. */
export function proposedFloat(state: DrawerState, usual: Cents | undefined): Cents {
  return state.lastLeftCents ?? usual ?? cents(20_000);
}
