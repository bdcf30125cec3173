import { ok, refuse, type Result } from '#shared/result.ts';
import type { AccountFields } from '#shared/house-accounts/contract.ts';
import { findCustomerRow } from '../customers/find-customer.ts';
import { changedFields } from '../write-path/changed-fields.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findHouseAccount } from './find-account.ts';
import { houseAccountTable } from './tables.ts';

export interface SaveAccountInput {
  readonly customerId: string;
  readonly fields: AccountFields;
}

/** Opens the account of a customer, or changes its terms. Refuses with `CUSTOMER_NOT_FOUND`. */
export function saveAccount(
  tx: WriteTx,
  context: CommandContext,
  { customerId, fields }: SaveAccountInput,
): Result<null, { readonly code: 'CUSTOMER_NOT_FOUND' }> {
  if (!findCustomerRow(tx, customerId)) return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  const { limitCents, termsDays } = fields;
  const next = { limitCents, termsDays, onStop: fields.onStop ? 1 : 0 };
  const now = findHouseAccount(tx, customerId);
  if (now) tx.setFields(houseAccountTable, customerId, changedFields(now, next));
  else tx.insertProfile(houseAccountTable, { id: customerId, ...next, openedAtMs: context.nowMs });
  return ok(null);
}
