import { findStaff } from '#db/staff/find-staff.ts';
import { listBackups } from '#db/store/backup.ts';
import { ok, refuse } from '#shared/result.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import { confirmRecoveryCode } from '../keys/provide-key.ts';
import { recoverKey } from '../keys/recover-key.ts';
import { setUp } from '../people/people-procedures.ts';
import { backUp, drill, goOnWithLoss, restore } from '../writer/backups.ts';
import { readStatus } from '../writer/status.ts';
import { gated } from './gate.ts';
import { peopleDeps } from './people-handlers.ts';

const { system, backups } = gated;

export const systemHandlers = {
  status: system.status.handler(({ context: { store } }) => readStatus(store)),
  changes: system.changes.handler(({ context: { store }, signal }) => store.feed.follow(signal)),
  setUp: system.setUp.handler(async ({ input, context }) => {
    const { store, callerId } = context;
    if (store.state.state !== 'empty') return refuse({ code: 'ALREADY_SET_UP' });
    const done = await setUp(peopleDeps(store), input);
    if (!done.ok) return done;
    store.becomeReady();
    const owner = findStaff(store.shop.writer, done.value.staffId);
    if (owner) store.sessions.signIn(callerId, owner);
    return ok({ recoveryCode: store.unseenRecoveryCode ?? null });
  }),
  recoveryCode: system.recoveryCode.handler(({ context: { store, session } }) => {
    const mayRead =
      store.state.state === 'empty' ||
      (session !== null && mayDo(session.roles, 'backups.restore'));
    return mayRead ? (store.unseenRecoveryCode ?? null) : null;
  }),
  confirmRecoveryCode: system.confirmRecoveryCode.handler(({ context: { store } }) => {
    if (store.keyHex !== undefined) confirmRecoveryCode(store.boot.dataDir, store.keyHex);
    store.forgetRecoveryCode();
    return ok(null);
  }),
  useRecoveryCode: system.useRecoveryCode.handler(({ input, context: { store } }) =>
    store.inTurn(async () => {
      if (store.isOpen) return ok(null);
      const recovered = await recoverKey(store.boot.dataDir, undefined, input.recoveryCode);
      if (!recovered.ok) return recovered;
      store.report({ type: 'key-recovered', keyHex: recovered.value.keyHex });
      await store.open(recovered.value.keyHex);
      return ok(null);
    }),
  ),
  openDemo: system.openDemo.handler(({ context: { store } }) => {
    store.leaveFor(true);
    return ok(null);
  }),
  leaveDemo: system.leaveDemo.handler(({ context: { store } }) => {
    store.leaveFor(false);
    return ok(null);
  }),
  resetDemo: system.resetDemo.handler(async ({ context: { store } }) => {
    if (!store.boot.demo) return refuse({ code: 'NOT_A_DEMO' });
    await store.close();
    store.eraseDemo();
    store.leaveFor(true);
    return ok(null);
  }),
};

export const backupsHandlers = {
  list: backups.list.handler(({ context: { store, session } }) => {
    const mayList =
      store.state.state !== 'ready' || (session !== null && mayDo(session.roles, 'backups.make'));
    return mayList ? listBackups(store.files.backups) : [];
  }),
  make: backups.make.handler(({ context: { store } }) => backUp(store, 'demand')),
  drill: backups.drill.handler(({ input, context }) => drill(context, input)),
  restore: backups.restore.handler(({ input, context }) =>
    context.store.inTurn(() => restore(context, input)),
  ),
  goOnWithLoss: backups.goOnWithLoss.handler(({ input, context }) =>
    context.store.inTurn(() => goOnWithLoss(context, input.recoveryCode)),
  ),
};
