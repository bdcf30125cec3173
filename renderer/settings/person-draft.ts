import type { StaffId } from '#shared/ids.ts';
import type { StaffMember } from '#shared/staff/contract.ts';
import type { Role } from '#shared/staff/permissions.ts';
import { findPinProblem, minPinDigits } from '#shared/staff/pin-rules.ts';
import { proposeInitials } from '../app/session/propose-initials.ts';

/** A person while they are being added or changed. */
export interface PersonDraft {
  readonly staffId: StaffId;
  readonly isNew: boolean;
  readonly name: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** Empty: stays as it is. */
  readonly pin: string;
  readonly pinAgain: string;
}

export type PersonProblem =
  | 'nameMissing'
  | 'initialsMissing'
  | 'roleMissing'
  | 'pinShort'
  | 'pinEasy'
  | 'pinDiffers';

export type PersonProblems = Readonly<Partial<Record<keyof PersonDraft, PersonProblem>>>;

export function newPerson(staffId: StaffId): PersonDraft {
  return {
    staffId,
    isNew: true,
    name: '',
    initials: '',
    roles: ['counter'],
    active: true,
    pin: '',
    pinAgain: '',
  };
}

export function personDraft({ staffId, name, initials, roles, active }: StaffMember): PersonDraft {
  return { staffId, isNew: false, name, initials, roles, active, pin: '', pinAgain: '' };
}

/** A new name brings its initials along until somebody writes their own. */
export function renamed(draft: PersonDraft, name: string): PersonDraft {
  const follows = draft.initials === '' || draft.initials === proposeInitials(draft.name);
  return { ...draft, name, ...(follows && { initials: proposeInitials(name) }) };
}

/** Gives or takes a role, in the order the roles always stand in. */
export function withRole(
  draft: PersonDraft,
  role: Role,
  given: boolean,
  order: readonly Role[],
): PersonDraft {
  const kept = new Set(draft.roles.filter((each) => each !== role));
  if (given) kept.add(role);
  return { ...draft, roles: order.filter((each) => kept.has(each)) };
}

export function personProblems(draft: PersonDraft): PersonProblems {
  const pin = draft.pin === '' ? undefined : findPinProblem(draft.pin, draft.roles);
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' }),
    ...(draft.initials.trim() === '' && { initials: 'initialsMissing' }),
    ...(draft.roles.length === 0 && { roles: 'roleMissing' }),
    ...(pin && { pin: pin.code === 'PIN_TOO_SHORT' ? 'pinShort' : 'pinEasy' }),
    ...(draft.pin !== draft.pinAgain && { pinAgain: 'pinDiffers' }),
  };
}

/** What the field says of its length, which depends on what the person may do. */
export function pinDigits({ roles }: Pick<PersonDraft, 'roles'>): number {
  return minPinDigits(roles);
}
