import type { Customer } from '#shared/customers/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import { usePathParts } from '../app/navigation.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

/** The customer this screen's address names; null: there is none. */
export function useCustomer(customerId: CustomerId): StoreAnswer<Customer | null> {
  return useStoreQuery({
    key: ['customers.get', customerId],
    tables: ['customer', 'sale', 'sale_void'],
    read: (store, signal) => store.customers.get({ customerId }, { signal }),
  });
}

/** Parsing: the address is text, the store checks that it is an id. */
export function useCustomerIdOfPath(): CustomerId {
  return (usePathParts()['customerId'] ?? '') as CustomerId;
}
