import { z } from 'zod';
import { businessDate, commandId, idOf, priceCents, requiredText } from '../fields.ts';
import type { CustomerId, Id } from '../ids.ts';
import type { Cents } from '../money.ts';
import { answer, command, found, query } from '../procedure.ts';

/** A card as the counter sees it. */
export interface GiftCardFound {
  readonly giftCardId: Id<'giftCard'>;
  readonly code: string;
  readonly balanceCents: Cents;
  /** What may be taken off it at this register now. */
  readonly redeemableCents: Cents;
  readonly soldOn: string;
}

/** A balance in a list as of a day; zero balances are left out. */
export interface GiftCardBalance {
  readonly giftCardId: Id<'giftCard'>;
  readonly code: string;
  readonly balanceCents: Cents;
}

export interface StoreCreditBalance {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly balanceCents: Cents;
}

export const grantCreditInput = z.object({
  commandId,
  customerId: idOf('customer'),
  amountCents: priceCents.refine((value) => value > 0, 'AMOUNT_REQUIRED'),
  reason: requiredText(200),
});

export const creditContract = {
  /** A card by what was scanned or typed; null for a code this store never sold. */
  giftCard: query('sales.sell', z.object({ code: z.string().max(60) })).output(
    found<GiftCardFound | null>(),
  ),
  /** Every card with a balance at the end of a day. Equals the journal (docs/rules.md, Gift cards). */
  giftCards: query('sales.read', z.object({ asOf: businessDate })).output(
    found<readonly GiftCardBalance[]>(),
  ),
  storeCredit: query('sales.sell', z.object({ customerId: idOf('customer') })).output(
    found<Cents>(),
  ),
  storeCredits: query('sales.read', z.object({ asOf: businessDate })).output(
    found<readonly StoreCreditBalance[]>(),
  ),
  /** Credit given as goodwill. */
  grant: command('accounts.manage', grantCreditInput).output(
    answer<{ readonly balanceCents: Cents }, { readonly code: 'CUSTOMER_NOT_FOUND' }>(),
  ),
};
