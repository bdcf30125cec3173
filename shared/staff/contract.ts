import { z } from 'zod';
import { amountCents, commandId, idOf, requiredText } from '../fields.ts';
import type { Id, StaffId } from '../ids.ts';
import { answer, ask, command, found, query } from '../procedure.ts';
import { OVERRIDABLE, type Permission, ROLES, type Role } from './permissions.ts';

/** 4 to 6 digits; managers and owners need 6 or more, at most 12 (docs/rules.md, Staff). */
export const pin = z.string().regex(/^\d{4,12}$/, 'PIN_MALFORMED');

const roles = z.array(z.enum(ROLES)).min(1, 'ROLE_REQUIRED').max(ROLES.length);

export const signInInput = z.object({ staffId: idOf('staff'), pin: z.string().max(32) });

export const saveStaffInput = z.object({
  commandId,
  staffId: idOf('staff'),
  name: requiredText(80),
  initials: requiredText(4),
  roles,
  active: z.boolean(),
  /** Set or replaced when given. */
  pin: pin.optional(),
});

export const overrideInput = z.object({
  commandId,
  staffId: idOf('staff'),
  pin: z.string().max(32),
  permission: z.enum(OVERRIDABLE),
  reason: requiredText(200),
  /** The id of the very thing allowed: a cart line, a sale, a drawer movement. Good for that one alone. */
  subjectId: idOf('subject'),
  /** The amount allowed, where the act has one. */
  amountCents: amountCents.optional(),
});

/** A person as the sign-in screen shows them. */
export interface StaffMember {
  readonly staffId: StaffId;
  readonly name: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly hasPin: boolean;
}

/** Who is signed in at this window. */
export interface Session {
  readonly staffId: StaffId;
  readonly name: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
}

export type SignInRefusal =
  | { readonly code: 'PIN_WRONG'; readonly waitMs: number }
  | { readonly code: 'PIN_WAIT'; readonly waitMs: number }
  | { readonly code: 'PIN_NOT_SET' }
  | { readonly code: 'STAFF_NOT_FOUND' };

export type SaveStaffRefusal =
  | { readonly code: 'PIN_TOO_SHORT'; readonly minDigits: number }
  | { readonly code: 'PIN_TOO_EASY' }
  | { readonly code: 'INITIALS_TAKEN'; readonly name: string }
  | { readonly code: 'LAST_OWNER' }
  | { readonly code: 'OWNER_REQUIRED' };

export type OverrideRefusal =
  | SignInRefusal
  | { readonly code: 'OVERRIDE_NOT_ALLOWED'; readonly permission: Permission };

export const staffContract = {
  /** Everyone who may sign in, for the sign-in screen; inactive people too for managers. */
  list: query('anyone', z.object({ inactive: z.boolean().optional() })).output(
    found<readonly StaffMember[]>(),
  ),
  session: ask('anyone', z.object({})).output(found<Session | null>()),
  signIn: command('anyone', signInInput).output(answer<Session, SignInRefusal>()),
  signOut: command('anyone', z.object({})).output(answer<null, never>()),
  save: command('staff.manage', saveStaffInput).output(
    answer<{ readonly staffId: StaffId }, SaveStaffRefusal>(),
  ),
  /** A manager lets someone try again at once; an owner, only an owner. */
  unlock: command('staff.manage', z.object({ staffId: idOf('staff') })).output(
    answer<null, { readonly code: 'STAFF_NOT_FOUND' } | { readonly code: 'OWNER_REQUIRED' }>(),
  ),
  /** One act, allowed inline by somebody who may; answers the id that the act then carries. */
  override: command('signedIn', overrideInput).output(
    answer<{ readonly overrideId: Id<'override'> }, OverrideRefusal>(),
  ),
};
