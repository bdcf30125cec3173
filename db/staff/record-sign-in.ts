import type { StaffId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { StaffMember } from '#shared/staff/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findStaff } from './find-staff.ts';
import { staffSignInTable } from './tables.ts';

export interface RecordSignIn {
  readonly staffId: StaffId;
  readonly businessDate: BusinessDate;
}

/**
 * Stores that somebody with the right PIN signed in at this register.
 * Refuses somebody who left the shop while the PIN was being checked.
 */
export function recordSignIn(
  tx: WriteTx,
  context: CommandContext,
  { staffId, businessDate }: RecordSignIn,
): Result<StaffMember, { readonly code: 'STAFF_NOT_FOUND' }> {
  const person = findStaff(tx, staffId);
  if (!person?.active) return refuse({ code: 'STAFF_NOT_FOUND' });
  tx.insertFact(staffSignInTable, {
    id: context.newId('staffSignIn'),
    staffId,
    registerId: context.register.registerId,
    businessDate,
    atMs: context.nowMs,
  });
  return ok(person);
}
