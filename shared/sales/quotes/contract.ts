import { z } from 'zod';
import { businessDate, commandId, idOf, typedText } from '../../fields.ts';
import type { CustomerId, Id, SaleId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import type { Cart } from '../cart.ts';
import { cart, type CompleteSaleRefusal } from '../contract.ts';

export const saveQuoteInput = z.object({
  commandId,
  quoteId: idOf('quote'),
  cart: cart.refine((value) => value.lines.length > 0, 'CART_EMPTY'),
  expiresOn: businessDate,
  note: typedText(400),
  print: z.boolean(),
});
export type SaveQuoteInput = z.infer<typeof saveQuoteInput>;

export interface QuoteSummary {
  readonly quoteId: Id<'quote'>;
  readonly number: string;
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
  readonly firstLine: string;
  readonly lineCount: number;
  readonly totalCents: Cents;
  readonly madeOn: string;
  readonly expiresOn: string;
  readonly expired: boolean;
  /** The sale it became; null while it did not. */
  readonly soldAs: SaleId | null;
}

export const quotesContract = {
  /** Newest first: those that hold or ended within 30 days, sold ones too; or all of a customer. */
  list: query('sales.sell', z.object({ customerId: idOf('customer').optional() })).output(
    found<readonly QuoteSummary[]>(),
  ),
  /** The cart as it was quoted; to be sold it needs ids of its own and names the quote. */
  get: query('sales.sell', z.object({ quoteId: idOf('quote') })).output(
    found<{ readonly quote: QuoteSummary; readonly cart: Cart; readonly note: string } | null>(),
  ),
  /** Promises the prices of a cart until a day. Prices need the same reasons and overrides as in a sale. */
  save: command('sales.sell', saveQuoteInput).output(
    answer<
      { readonly quoteId: Id<'quote'>; readonly number: string },
      | CompleteSaleRefusal
      | { readonly code: 'QUOTE_EXPIRY_PAST' }
      | { readonly code: 'QUOTE_HAS_RETURNS' }
    >(),
  ),
};
