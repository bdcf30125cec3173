import type { Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { businessDateNow } from '../../drawer/business-date.ts';
import { actingStaff } from '../../staff/acting-staff.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { form8300FilingTable } from '../counter-tables.ts';
import { readCustomerCash } from './read-cash.ts';

/** Writes down that the due report of a customer was filed: its payments are out of the count. Refuses with `NOTHING_TO_FILE`. */
export function fileForm(
  tx: WriteTx,
  context: CommandContext,
  { customerId }: { readonly customerId: string },
): Result<{ readonly throughCents: Cents }, { readonly code: 'NOTHING_TO_FILE' }> {
  const businessDate = businessDateNow(tx, context.register.registerId, context.nowMs);
  const worksheet = readCustomerCash(tx, customerId, businessDate, context.nowMs)?.worksheet;
  if (!worksheet) return refuse({ code: 'NOTHING_TO_FILE' });
  tx.insertFact(form8300FilingTable, {
    id: context.newId('form8300Filing'),
    customerId,
    filedOn: worksheet.receivedOn,
    throughCents: worksheet.totalCents,
    covers: JSON.stringify(worksheet.rows.map(({ payment }) => payment.paymentId)),
    staffId: actingStaff(context).staffId,
    businessDate,
    atMs: context.nowMs,
  });
  return ok({ throughCents: worksheet.totalCents });
}
