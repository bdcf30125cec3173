import type { StaffId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { SaveStaffRefusal, StaffMember } from '#shared/staff/contract.ts';
import type { Role } from '#shared/staff/permissions.ts';
import { minPinDigits } from '#shared/staff/pin-rules.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findStaff, listStaff } from './find-staff.ts';
import { putPin } from './pin-attempts.ts';
import { staffTable } from './tables.ts';

export interface SaveStaff {
  readonly staffId: StaffId;
  readonly name: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** Of a PIN whose rules were checked and which was hashed before the transaction; undefined leaves the PIN as it is. */
  readonly verifier?: string | undefined;
}

/**
 * Adds a person or changes one, and sets the PIN where one is given.
 *
 * Refuses with `OWNER_REQUIRED` when who acts is no owner and the person is or becomes one; `INITIALS_TAKEN` among
 * active people; `LAST_OWNER` when no owner would be left who can sign in; `PIN_TOO_SHORT` when the new roles need a
 * longer PIN than the old ones and none is given. The program itself (first run) acts without a person.
 */
export function saveStaff(
  tx: WriteTx,
  context: CommandContext,
  input: SaveStaff,
): Result<{ readonly staffId: StaffId }, SaveStaffRefusal> {
  const before = findStaff(tx, input.staffId);
  const refusal = refusedChange(tx, context, before, input);
  if (refusal) return refuse(refusal);
  const fields = {
    name: input.name,
    initials: input.initials,
    roles: JSON.stringify(input.roles),
    active: input.active ? 1 : 0,
  };
  if (before) tx.setFields(staffTable, input.staffId, changes(before, input, fields));
  else tx.insertProfile(staffTable, { id: input.staffId, ...fields });
  if (input.verifier !== undefined) putPin(tx, input.staffId, input.verifier, context.nowMs);
  return ok({ staffId: input.staffId });
}

function refusedChange(
  tx: WriteTx,
  { actor }: CommandContext,
  before: StaffMember | undefined,
  next: SaveStaff,
): SaveStaffRefusal | undefined {
  const touchesOwner = isOwner(before) || next.roles.includes('owner');
  if (touchesOwner && actor && !actor.roles.includes('owner')) return { code: 'OWNER_REQUIRED' };
  const others = listStaff(tx).filter((person) => person.staffId !== next.staffId);
  const namesake = others.find((person) => sameInitials(person.initials, next.initials));
  if (next.active && namesake) return { code: 'INITIALS_TAKEN', name: namesake.name };
  const staysOwner = next.active && next.roles.includes('owner');
  const wasOwner = before?.active === true && isOwner(before);
  // An owner without a PIN cannot sign in, and nobody but an owner could give them one.
  const isLast = !others.some((person) => isOwner(person) && person.hasPin);
  if (wasOwner && !staysOwner && isLast) return { code: 'LAST_OWNER' };
  const minDigits = minPinDigits(next.roles);
  const keepsPin = before?.hasPin === true && next.verifier === undefined;
  return keepsPin && minDigits > minPinDigits(before.roles)
    ? { code: 'PIN_TOO_SHORT', minDigits }
    : undefined;
}

function isOwner(person: StaffMember | undefined): boolean {
  return person?.roles.includes('owner') ?? false;
}

function sameInitials(a: string, b: string): boolean {
  return a.toLocaleUpperCase('en-US') === b.toLocaleUpperCase('en-US');
}

interface StaffFields {
  readonly name: string;
  readonly initials: string;
  readonly roles: string;
  readonly active: number;
}

/**
 * Only what differs. Verifiers stay out of the log, so a new PIN sets `active` as it is: the log then says who gave
 * whom a PIN and when, and without a PIN to read.
 */
function changes(
  before: StaffMember,
  { roles, verifier }: SaveStaff,
  next: StaffFields,
): Partial<StaffFields> {
  const sameRoles =
    before.roles.length === roles.length && before.roles.every((role) => roles.includes(role));
  return {
    ...(before.name !== next.name && { name: next.name }),
    ...(before.initials !== next.initials && { initials: next.initials }),
    ...(!sameRoles && { roles: next.roles }),
    ...((Number(before.active) !== next.active || verifier !== undefined) && {
      active: next.active,
    }),
  };
}
