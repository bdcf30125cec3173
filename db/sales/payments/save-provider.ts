import { ok, refuse, type Result } from '#shared/result.ts';
import type { ProviderFields } from '#shared/sales/payments/contract.ts';
import { findCustomerRow } from '../../customers/find-customer.ts';
import { changedFields } from '../../write-path/changed-fields.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { financeProviderTable } from '../counter-tables.ts';
import { findProvider } from './find-provider.ts';

export interface SaveProviderInput {
  readonly providerId: string;
  readonly fields: ProviderFields;
}

/**
 * Adds a lender or lessor, or changes one. A lessor needs its customer record, which holds the resale certificate.
 * Refuses with `LESSOR_REQUIRED` and `CUSTOMER_NOT_FOUND`.
 */
export function saveProvider(
  tx: WriteTx,
  _context: CommandContext,
  { providerId, fields }: SaveProviderInput,
): Result<null, { readonly code: 'CUSTOMER_NOT_FOUND' } | { readonly code: 'LESSOR_REQUIRED' }> {
  const { lessorCustomerId } = fields;
  if (fields.kind === 'lease' && lessorCustomerId === null)
    return refuse({ code: 'LESSOR_REQUIRED' });
  if (lessorCustomerId !== null && !findCustomerRow(tx, lessorCustomerId))
    return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  const now = findProvider(tx, providerId);
  if (now) tx.setFields(financeProviderTable, providerId, changedFields(now, fields));
  else tx.insertProfile(financeProviderTable, { id: providerId, ...fields });
  return ok(null);
}

/** Takes a provider out of use; what it still owes stays listed. */
export function archiveProvider(
  tx: WriteTx,
  context: CommandContext,
  { providerId }: { readonly providerId: string },
): Result<null, { readonly code: 'PROVIDER_NOT_FOUND' }> {
  if (!findProvider(tx, providerId)) return refuse({ code: 'PROVIDER_NOT_FOUND' });
  tx.archive(financeProviderTable, providerId, context.nowMs);
  return ok(null);
}
