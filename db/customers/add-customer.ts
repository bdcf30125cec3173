import type { CustomerFields, SaveCustomerRefusal } from '#shared/customers/contract.ts';
import { hasName } from '#shared/customers/customer-name.ts';
import { readCustomerPhone } from '#shared/customers/phone.ts';
import type { CustomerId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { columnsOf } from './customer-row.ts';
import { mayExempt } from './may-exempt.ts';
import { indexNewCustomer } from './index-customer.ts';
import { customerTable } from './tables.ts';

export interface SaveCustomerInput {
  readonly customerId: CustomerId;
  readonly fields: CustomerFields;
}

/**
 * Adds a customer and makes them findable. Another one with the same phone is no reason to refuse: families share.
 *
 * Refuses with `CUSTOMER_NAME_REQUIRED`, `PHONE_MALFORMED`, and `EXEMPT_NEEDS_MANAGER`: who may take the tax off a
 * customer may take it off every sale.
 */
export function addCustomer(
  tx: WriteTx,
  context: CommandContext,
  { customerId, fields }: SaveCustomerInput,
): Result<{ readonly customerId: CustomerId }, SaveCustomerRefusal> {
  if (!hasName(fields)) return refuse({ code: 'CUSTOMER_NAME_REQUIRED' });
  const phone = readCustomerPhone(fields.phone);
  if (!phone.ok) return phone;
  if (fields.taxExempt && !mayExempt(context)) return refuse({ code: 'EXEMPT_NEEDS_MANAGER' });
  const columns = columnsOf(fields, phone.value.e164);
  tx.insertProfile(customerTable, { id: customerId, ...columns, createdAtMs: context.nowMs });
  indexNewCustomer(tx, customerId, columns, context.nowMs);
  return ok({ customerId });
}
