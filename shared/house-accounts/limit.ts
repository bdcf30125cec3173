import { type Cents, cents, subtractCents } from '../money.ts';
import { ok, refuse, type Result } from '../result.ts';

export interface AccountOverLimit {
  readonly code: 'ACCOUNT_OVER_LIMIT';
  /** What may still be charged, zero or more. */
  readonly leftCents: Cents;
}

/**
 * Whether a charge fits under the limit of a house account, the limit itself included. Refuses with
 * `ACCOUNT_OVER_LIMIT`. Answers with what may be charged after it. A balance below zero, paid ahead, adds to the limit;
 * a limit of zero lets only what is paid ahead be spent.
 */
export function checkAccountLimit(
  account: { readonly balanceCents: Cents; readonly limitCents: Cents },
  chargeCents: Cents,
): Result<Cents, AccountOverLimit> {
  const leftCents = subtractCents(account.limitCents, account.balanceCents);
  if (chargeCents > leftCents)
    return refuse({ code: 'ACCOUNT_OVER_LIMIT', leftCents: cents(Math.max(0, leftCents)) });
  return ok(subtractCents(leftCents, chargeCents));
}
