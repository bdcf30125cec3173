import type { CustomerId } from '#shared/ids.ts';
import type { HouseAccount, HouseAccountSummary } from '#shared/house-accounts/contract.ts';
import type { StatementFacts } from '#shared/documents/statement-paper.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

const TABLES = ['house_account', 'house_account_entry', 'customer'];

export interface Period {
  readonly fromDate: BusinessDate;
  readonly toDate: BusinessDate;
}

/** An account now; null where there is none and nothing is owed. */
export function useHouseAccount(
  customerId: CustomerId,
  enabled = true,
): StoreAnswer<HouseAccount | null> {
  return useStoreQuery({
    key: ['accounts.get', customerId],
    tables: TABLES,
    enabled,
    read: (store) => store.accounts.get({ customerId }),
  });
}

export function useHouseAccounts(
  asOf: BusinessDate,
  enabled: boolean,
): StoreAnswer<readonly HouseAccountSummary[]> {
  return useStoreQuery({
    key: ['accounts.list', asOf],
    tables: TABLES,
    enabled,
    keepLast: true,
    read: (store) => store.accounts.list({ asOf }),
  });
}

export function useStatement(
  customerId: CustomerId,
  period: Period,
): StoreAnswer<StatementFacts | null> {
  return useStoreQuery({
    key: ['accounts.statement', customerId, period],
    tables: [...TABLES, 'sale', 'store'],
    keepLast: true,
    read: (store) => store.accounts.statement({ customerId, ...period }),
  });
}
