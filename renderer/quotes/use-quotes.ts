import type { Id } from '#shared/ids.ts';
import type { Cart } from '#shared/sales/cart.ts';
import type { QuoteSummary } from '#shared/sales/quotes/contract.ts';
import { usePathParts } from '../app/navigation.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

const TABLES = ['quote', 'customer', 'sale', 'sale_void'];

export interface SavedQuote {
  readonly quote: QuoteSummary;
  readonly cart: Cart;
  readonly note: string;
}

export function useQuotes(enabled: boolean): StoreAnswer<readonly QuoteSummary[]> {
  return useStoreQuery({
    key: ['quotes.list'],
    tables: TABLES,
    enabled,
    read: (store) => store.quotes.list({}),
  });
}

/** The quote this screen's address names; null: there is none. */
export function useQuote(quoteId: Id<'quote'>): StoreAnswer<SavedQuote | null> {
  return useStoreQuery({
    key: ['quotes.get', quoteId],
    tables: TABLES,
    read: (store) => store.quotes.get({ quoteId }),
  });
}

/** Parsing: the address is text, the store checks that it is an id. */
export function useQuoteIdOfPath(): Id<'quote'> {
  return (usePathParts()['quoteId'] ?? '') as Id<'quote'>;
}
