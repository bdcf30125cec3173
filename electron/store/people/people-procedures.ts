import type { z } from 'zod';
import { businessDateNow } from '#db/drawer/business-date.ts';
import { setUpStore } from '#db/first-run/set-up-store.ts';
import { seedServiceTiles } from '#db/sales/tiles/seed-service-tiles.ts';
import { findPinPepper, insertPinPepper } from '#db/settings/register-settings.ts';
import { findStaff } from '#db/staff/find-staff.ts';
import { grantOverride } from '#db/staff/grant-override.ts';
import { clearFailures } from '#db/staff/pin-attempts.ts';
import { recordSignIn } from '#db/staff/record-sign-in.ts';
import { saveStaff as storeStaff } from '#db/staff/save-staff.ts';
import type { Actor, CommandContext } from '#db/write-path/command-context.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { Id, StaffId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { setUpInput } from '#shared/settings/contract.ts';
import type {
  OverrideRefusal,
  overrideInput,
  SaveStaffRefusal,
  saveStaffInput,
  Session,
  SignInRefusal,
  signInInput,
} from '#shared/staff/contract.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import { findPinProblem } from '#shared/staff/pin-rules.ts';
import type { WriteRefusal } from '#shared/write-refusal.ts';
import { checkPin } from './check-pin.ts';
import { hashPin, makePepper } from './pin-verifier.ts';
import type { CallerId, Sessions } from './sessions.ts';

// What takes a PIN. Hashing is slow and runs beside the transactions, never inside one; and a PIN never enters the
// input that a changeset's hash is made of, because 10,000 tries would read it back out.

/** What these procedures take from the world. */
export interface PeopleDeps {
  readonly writer: Writer;
  readonly sessions: Sessions;
  now(): number;
  /** Without a command id, one is made. */
  newContext(command: string, actor: Actor | null, commandId?: string): CommandContext;
}

/**
 * Signs a person in at a window, over whoever was there, and stores the sign-in. Refuses as `checkPin` does.
 * What a person may do is read after their PIN was right.
 */
export async function signIn(
  deps: PeopleDeps,
  callerId: CallerId,
  input: z.infer<typeof signInInput>,
): Promise<Result<Session, SignInRefusal | WriteRefusal>> {
  const checked = await checkPin(deps, input);
  if (!checked.ok) return checked;
  const { staffId, roles } = checked.value;
  const context = deps.newContext('staff.signIn', { staffId, roles });
  const recording = { staffId, businessDate: dateOf(deps, context) };
  const recorded = deps.writer.write(context, recording, (tx) =>
    recordSignIn(tx, context, recording),
  );
  return recorded.ok ? ok(deps.sessions.signIn(callerId, recorded.value)) : recorded;
}

/**
 * One act of the person signed in, allowed by somebody who may and whose PIN is right. Refuses as `checkPin` does, and
 * with `OVERRIDE_NOT_ALLOWED` before any PIN is looked at. Throws when nobody is signed in: the router asks first.
 */
export async function override(
  deps: PeopleDeps,
  callerId: CallerId,
  { commandId, pin, ...asked }: z.infer<typeof overrideInput>,
): Promise<Result<{ readonly overrideId: Id<'override'> }, OverrideRefusal | WriteRefusal>> {
  const { permission, staffId } = asked;
  const actor = signedIn(deps, callerId);
  const manager = findStaff(deps.writer, staffId);
  if (manager?.active && !mayDo(manager.roles, permission))
    return refuse({ code: 'OVERRIDE_NOT_ALLOWED', permission });
  const checked = await checkPin(deps, { staffId, pin });
  if (!checked.ok) return checked;
  const context = deps.newContext('staff.override', actor, commandId);
  const businessDate = dateOf(deps, context);
  return deps.writer.write(context, asked, (tx) =>
    grantOverride(tx, context, { ...asked, grantedBy: staffId, businessDate }),
  );
}

/**
 * Adds or changes a person and their PIN. Refuses as the store's `saveStaff` does, and with `PIN_TOO_SHORT` or
 * `PIN_TOO_EASY`. The change holds at every window at once: who left is signed out.
 */
export async function saveStaff(
  deps: PeopleDeps,
  callerId: CallerId,
  { commandId, pin, ...person }: z.infer<typeof saveStaffInput>,
): Promise<Result<{ readonly staffId: StaffId }, SaveStaffRefusal | WriteRefusal>> {
  const problem = pin === undefined ? undefined : findPinProblem(pin, person.roles);
  if (problem) return refuse(problem);
  const actor = signedIn(deps, callerId);
  const verifier = pin === undefined ? undefined : await hashPin(ensurePepper(deps.writer), pin);
  const context = deps.newContext('staff.save', actor, commandId);
  const logged = { ...person, pinGiven: pin !== undefined };
  const saved = deps.writer.write(context, logged, (tx) =>
    storeStaff(tx, context, { ...person, verifier }),
  );
  if (saved.ok) deps.sessions.refresh(person.staffId, findStaff(deps.writer, person.staffId));
  return saved;
}

/**
 * Lets a person try their PIN again at once. Refuses with `STAFF_NOT_FOUND`, and with `OWNER_REQUIRED` when who asks is no
 * owner and the person is one: a manager who could take the waits away could try an owner's PIN all night.
 */
export function unlock(
  deps: PeopleDeps,
  callerId: CallerId,
  { staffId }: { readonly staffId: StaffId },
): Result<null, { readonly code: 'STAFF_NOT_FOUND' } | { readonly code: 'OWNER_REQUIRED' }> {
  const { writer } = deps;
  const person = findStaff(writer, staffId);
  if (!person) return refuse({ code: 'STAFF_NOT_FOUND' });
  if (person.roles.includes('owner') && !signedIn(deps, callerId).roles.includes('owner'))
    return refuse({ code: 'OWNER_REQUIRED' });
  writer.writeLocal((tx) => clearFailures(tx, staffId));
  return ok(null);
}

/**
 * The end of the first-run wizard: makes the store and its first owner. Refuses with `ALREADY_SET_UP`, `PIN_TOO_SHORT`
 * and `PIN_TOO_EASY`. Nobody is signed in by it.
 */
export async function setUp(
  deps: PeopleDeps,
  { commandId, owner: { pin, ...owner }, language, ...told }: z.infer<typeof setUpInput>,
): Promise<
  Result<
    { readonly staffId: StaffId },
    SaveStaffRefusal | WriteRefusal | { readonly code: 'ALREADY_SET_UP' }
  >
> {
  const problem = findPinProblem(pin, ['owner']);
  if (problem) return refuse(problem);
  const verifier = await hashPin(ensurePepper(deps.writer), pin);
  const context = deps.newContext('system.setUp', null, commandId);
  return deps.writer.write(context, { ...told, owner, language }, (tx) => {
    const made = setUpStore(tx, context, { ...told, owner: { ...owner, verifier } });
    if (made.ok) seedServiceTiles(tx, context, language);
    return made;
  });
}

/** Synchronous from the question to the answer, so that two first PINs at once share one pepper. */
function ensurePepper(writer: Writer): string {
  const known = findPinPepper(writer);
  if (known !== undefined) return known;
  const pepper = makePepper();
  writer.writeLocal((tx) => insertPinPepper(tx, pepper));
  return pepper;
}

function signedIn({ sessions }: PeopleDeps, callerId: CallerId): Actor {
  const actor = sessions.actor(callerId);
  if (!actor) throw new Error('nobody is signed in at this window');
  return actor;
}

function dateOf({ writer }: PeopleDeps, { register, nowMs }: CommandContext) {
  return businessDateNow(writer, register.registerId, nowMs);
}
