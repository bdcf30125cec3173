import type { SaveCustomerRefusal } from '#shared/customers/contract.ts';
import { hasName } from '#shared/customers/customer-name.ts';
import { readCustomerPhone } from '#shared/customers/phone.ts';
import type { CustomerId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { changedFields } from '../write-path/changed-fields.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import type { SaveCustomerInput } from './add-customer.ts';
import { columnsOf, type CustomerChange, type CustomerRow } from './customer-row.ts';
import { findCustomerRow } from './find-customer.ts';
import { reindexCustomer } from './index-customer.ts';
import { mayExempt } from './may-exempt.ts';
import { customerTable } from './tables.ts';

/**
 * Changes a customer; only fields that differ are set, so that two registers that change different fields both
 * keep theirs.
 *
 * Refuses with `CUSTOMER_NOT_FOUND` (archived ones too), `CUSTOMER_NAME_REQUIRED`, `PHONE_MALFORMED` and `EXEMPT_NEEDS_MANAGER`. A phone that
 * is left as it stands is not judged again: imported ones may be anything.
 */
export function editCustomer(
  tx: WriteTx,
  context: CommandContext,
  { customerId, fields }: SaveCustomerInput,
): Result<{ readonly customerId: CustomerId }, SaveCustomerRefusal> {
  const before = findCustomerRow(tx, customerId);
  if (!before) return refuse({ code: 'CUSTOMER_NOT_FOUND' });
  if (!hasName(fields)) return refuse({ code: 'CUSTOMER_NAME_REQUIRED' });
  const e164 = newE164(before, fields.phone);
  if (!e164.ok) return e164;
  if (fields.taxExempt !== (before.taxExempt === 1) && !mayExempt(context))
    return refuse({ code: 'EXEMPT_NEEDS_MANAGER' });
  setCustomerFields(
    tx,
    before,
    changedFields<CustomerChange>(before, columnsOf(fields, e164.value)),
  );
  return ok({ customerId });
}

/** Sets columns of a customer and keeps their search row in step. */
export function setCustomerFields(tx: WriteTx, before: CustomerRow, change: CustomerChange): void {
  if (Object.keys(change).length === 0) return;
  tx.setFields(customerTable, before.id, change);
  reindexCustomer(tx, before.id, { ...before, ...change });
}

function newE164(
  before: CustomerRow,
  phone: string,
): Result<string | null, { readonly code: 'PHONE_MALFORMED' }> {
  if (phone === before.phone) return ok(before.phoneE164);
  const read = readCustomerPhone(phone);
  return read.ok ? ok(read.value.e164) : read;
}
