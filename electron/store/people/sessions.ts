import type { Actor } from '#db/write-path/command-context.ts';
import type { StaffId } from '#shared/ids.ts';
import type { Session, StaffMember } from '#shared/staff/contract.ts';
import { mayDo, type Permission, PERMISSIONS } from '#shared/staff/permissions.ts';

/** Names one window or browser tab for as long as it is connected. */
export type CallerId = string;

/**
 * Who is signed in at which window. Lives in memory: after a restart everybody signs in again. Another person may sign
 * in over the one before (fast user switch); what is being rung up is the store's and stays.
 */
export class Sessions {
  readonly #byCaller = new Map<CallerId, Session>();

  /** Puts a person in the window's place; who was there before is signed out. */
  signIn(callerId: CallerId, person: StaffMember): Session {
    const session = sessionOf(person);
    this.#byCaller.set(callerId, session);
    return session;
  }

  /** Also for a window that closed. */
  signOut(callerId: CallerId): void {
    this.#byCaller.delete(callerId);
  }

  /** After a restore: the people may be others now. */
  clear(): void {
    this.#byCaller.clear();
  }

  /** Null while nobody is signed in. */
  current(callerId: CallerId): Session | null {
    return this.#byCaller.get(callerId) ?? null;
  }

  /** Who acts in commands of this window; null when nobody is signed in. */
  actor(callerId: CallerId): Actor | null {
    const session = this.#byCaller.get(callerId);
    return session ? { staffId: session.staffId, roles: session.roles } : null;
  }

  /** After a person was changed: their rights change at every window at once, and who left is signed out. */
  refresh(staffId: StaffId, person: StaffMember | undefined): void {
    for (const [callerId, session] of this.#byCaller) {
      if (session.staffId !== staffId) continue;
      if (person?.active) this.signIn(callerId, person);
      else this.signOut(callerId);
    }
  }
}

const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

/** What a window knows of a person: their rights as the table of permissions has them. */
function sessionOf({ staffId, name, initials, roles }: StaffMember): Session {
  const permissions = ALL_PERMISSIONS.filter((permission) => mayDo(roles, permission));
  return { staffId, name, initials, roles, permissions };
}
