import type { Id, StaffId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { OverrideRefusal } from '#shared/staff/contract.ts';
import { mayDo, type OverridablePermission } from '#shared/staff/permissions.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { actingStaff } from './acting-staff.ts';
import { findStaff } from './find-staff.ts';
import { overrideGrantTable } from './tables.ts';

export interface GrantOverride {
  /** Who allows it; their PIN was right. */
  readonly grantedBy: StaffId;
  readonly permission: OverridablePermission;
  readonly reason: string;
  /** The one thing allowed. */
  readonly subjectId: string;
  readonly amountCents?: Cents | undefined;
  readonly businessDate: BusinessDate;
}

/**
 * Stores that somebody who may, allowed one act of the person signed in. The act names the grant, and a grant is good
 * for its subject alone. Refuses with `OVERRIDE_NOT_ALLOWED` when the roles of who grants do not carry the permission.
 */
export function grantOverride(
  tx: WriteTx,
  context: CommandContext,
  { grantedBy, permission, amountCents, ...input }: GrantOverride,
): Result<{ readonly overrideId: Id<'override'> }, OverrideRefusal> {
  const person = findStaff(tx, grantedBy);
  if (!person?.active) return refuse({ code: 'STAFF_NOT_FOUND' });
  if (!mayDo(person.roles, permission)) return refuse({ code: 'OVERRIDE_NOT_ALLOWED', permission });
  const overrideId = context.newId('override');
  tx.insertFact(overrideGrantTable, {
    id: overrideId,
    permission,
    grantedBy,
    requestedBy: actingStaff(context).staffId,
    reason: input.reason,
    subjectId: input.subjectId,
    amountCents: amountCents ?? null,
    businessDate: input.businessDate,
    atMs: context.nowMs,
  });
  return ok({ overrideId });
}
