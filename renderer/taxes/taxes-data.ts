import type { Taxes } from '#shared/taxes/contract.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { usePathParts } from '../app/navigation.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

/** Every place with its rules of all dates. A sale makes a rule one that is used. */
export function useTaxes(): StoreAnswer<Taxes> {
  return useStoreQuery({
    key: ['taxes.get'],
    tables: ['tax_area', 'tax_rule', 'tax_attestation', 'setting', 'sale_tax'],
    read: (store) => store.taxes.get({}),
  });
}

/** Parsing: the address is text, the store checks that it is an id. */
export function useAreaIdOfPath(): TaxAreaId {
  return (usePathParts()['taxAreaId'] ?? '') as TaxAreaId;
}
