import type { CustomerId, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { Cart } from '#shared/sales/cart.ts';
import { createContext, use } from 'react';

/** What the till does for other screens. */
export interface SaleDesk {
  /** Shows a receipt over whatever is on screen. */
  readonly showReceipt: (saleId: SaleId) => void;
  /** Puts the customer into the sale being rung up. Left out for those who may not sell. */
  readonly sellTo: ((customerId: CustomerId) => void) | undefined;
  /** The same, and asks at once what the customer pays on their account. */
  readonly payAccount: ((customerId: CustomerId) => void) | undefined;
}

/** The sale being rung up, for documents that are made of it or become one: a memo, a quote. */
export interface CartInHand {
  readonly cart: Cart;
  readonly customerName: string | null;
  /** Undefined while it cannot be priced. */
  readonly totalCents: Cents | undefined;
  readonly change: (make: (cart: Cart) => Cart) => void;
  /** When every change is on disk. */
  readonly settled: () => Promise<void>;
  /**
   * Puts another cart on the counter, its lines under ids of their own; what was being rung up is parked. False: it could
   * not be parked, and nothing changed.
   */
  readonly take: (cart: Cart) => Promise<boolean>;
  /** An empty ticket: what was rung up became another document. */
  readonly begin: () => void;
  readonly askCustomer: () => void;
}

const SaleDeskContext = createContext<SaleDesk | undefined>(undefined);
const CartInHandContext = createContext<CartInHand | undefined>(undefined);

export const SaleDeskProvider = SaleDeskContext;
export const CartInHandProvider = CartInHandContext;

/** The till, if there is one here: without it a screen leaves the action out. */
export function useSaleDesk(): SaleDesk | undefined {
  return use(SaleDeskContext);
}

/** Undefined for those who may not sell. */
export function useCartInHand(): CartInHand | undefined {
  return use(CartInHandContext);
}
