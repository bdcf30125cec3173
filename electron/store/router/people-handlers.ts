import { ok } from '#shared/result.ts';
import {
  override,
  type PeopleDeps,
  saveStaff,
  signIn,
  unlock,
} from '../people/people-procedures.ts';
import { newId } from '../writer/new-id.ts';
import type { StoreProcess } from '../writer/store-process.ts';
import { fromReader, gated } from './gate.ts';

const { staff } = gated;

/** What signing in and PINs need of the store. */
export function peopleDeps(store: StoreProcess): PeopleDeps {
  return {
    writer: store.shop.writer,
    sessions: store.sessions,
    now: store.now,
    newContext: (command, actor, commandId = newId('command')) =>
      store.context(command, commandId, actor),
  };
}

export const staffHandlers = {
  list: staff.list.handler(fromReader('staff.list')),
  session: staff.session.handler(({ context }) => context.session),
  signIn: staff.signIn.handler(({ input, context }) =>
    signIn(peopleDeps(context.store), context.callerId, input),
  ),
  signOut: staff.signOut.handler(({ context }) => {
    context.store.sessions.signOut(context.callerId);
    return ok(null);
  }),
  save: staff.save.handler(({ input, context }) =>
    saveStaff(peopleDeps(context.store), context.callerId, input),
  ),
  unlock: staff.unlock.handler(({ input, context }) =>
    unlock(peopleDeps(context.store), context.callerId, input),
  ),
  override: staff.override.handler(({ input, context }) =>
    override(peopleDeps(context.store), context.callerId, input),
  ),
};
