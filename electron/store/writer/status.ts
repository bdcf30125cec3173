import { listBackups } from '#db/store/backup.ts';
import { isClockUnsure } from '#db/drawer/find-drawer.ts';
import { findRegisterName, findStore } from '#db/settings/find-settings.ts';
import { listWaitingJobs } from '#db/printing/print-queue.ts';
import type { SystemStatus } from '#shared/settings/contract.ts';
import type { StoreProcess } from './store-process.ts';

/** What the frame of the window shows about the store, in every state of it. */
export function readStatus(store: StoreProcess): SystemStatus {
  const { boot } = store;
  const newest = listBackups(store.files.backups)[0];
  const shop = store.isOpen ? readShop(store) : CLOSED;
  return {
    store: store.state,
    demo: boot.demo,
    appVersion: boot.appVersion,
    keyProtectedBy: 'protectedBy' in boot.key ? boot.key.protectedBy : null,
    newSeries: store.newSeries,
    recoveryCodeUnseen: store.unseenRecoveryCode !== undefined,
    backup: { newestAtMs: newest?.madeAtMs ?? null, problem: store.backupProblem },
    ...shop,
  };
}

type ShopStatus = Pick<
  SystemStatus,
  'name' | 'registerName' | 'zone' | 'clockUnsure' | 'waitingChangesets' | 'printing'
>;

const CLOSED: ShopStatus = {
  name: null,
  registerName: null,
  zone: null,
  clockUnsure: false,
  waitingChangesets: null,
  printing: { waiting: 0, problem: null },
};

function readShop(store: StoreProcess): ShopStatus {
  const { writer, register } = store.shop;
  const fields = findStore(writer);
  if (!fields) return CLOSED;
  // A drawer that stayed shut is no paper that waits: it would say "stopped" of a printer that works.
  const papers = listWaitingJobs(writer).filter(({ kind }) => kind !== 'drawer');
  return {
    name: fields.name,
    registerName: findRegisterName(writer, register.registerId),
    zone: fields.zone,
    clockUnsure: isClockUnsure(writer, store.now()),
    waitingChangesets: null,
    printing: {
      waiting: papers.length,
      problem: papers.find((job) => job.problem !== null)?.problem ?? null,
    },
  };
}
