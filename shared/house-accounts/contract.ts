import { z } from 'zod';
import { businessDate, commandId, idOf, priceCents } from '../fields.ts';
import type { CustomerId } from '../ids.ts';
import type { Cents } from '../money.ts';
import { answer, command, found, query } from '../procedure.ts';
import type { StatementFacts } from '../documents/statement-paper.ts';
import type { AccountAgeing, AgeBuckets } from './ageing.ts';

export const accountFields = z.object({
  limitCents: priceCents,
  termsDays: z.int().min(0).max(365),
  /** No charge until somebody lifts it; payments are welcome. */
  onStop: z.boolean(),
});
export type AccountFields = z.infer<typeof accountFields>;

export const saveAccountInput = z.object({
  commandId,
  customerId: idOf('customer'),
  fields: accountFields,
});

export const adjustAccountInput = z.object({
  commandId,
  customerId: idOf('customer'),
  /** A fee of the terms, or what the store lets go of. */
  kind: z.enum(['fee', 'credit']),
  amountCents: priceCents.refine((value) => value > 0, 'AMOUNT_REQUIRED'),
});

/** An account as the counter sees it. */
export interface HouseAccount {
  readonly customerId: CustomerId;
  readonly fields: AccountFields | null;
  readonly balanceCents: Cents;
  /** What may still be charged. */
  readonly leftCents: Cents;
  readonly ageing: AccountAgeing;
}

export interface HouseAccountSummary {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly balanceCents: Cents;
  readonly limitCents: Cents | null;
  readonly onStop: boolean;
  readonly buckets: AgeBuckets;
}

export const accountsContract = {
  /** Null where the customer has no account and owes nothing. */
  get: query('sales.sell', z.object({ customerId: idOf('customer') })).output(
    found<HouseAccount | null>(),
  ),
  /** By name as of any day: everybody who has an account or a balance. Equals the journal. */
  list: query('sales.read', z.object({ asOf: businessDate })).output(
    found<readonly HouseAccountSummary[]>(),
  ),
  statement: query(
    'sales.sell',
    z.object({ customerId: idOf('customer'), fromDate: businessDate, toDate: businessDate }),
  ).output(found<StatementFacts | null>()),
  /** Opens an account, or changes its terms. */
  save: command('accounts.manage', saveAccountInput).output(
    answer<null, { readonly code: 'CUSTOMER_NOT_FOUND' }>(),
  ),
  adjust: command('accounts.manage', adjustAccountInput).output(
    answer<{ readonly balanceCents: Cents }, { readonly code: 'ACCOUNT_NOT_OPEN' }>(),
  ),
};
