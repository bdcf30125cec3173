import { checkBackup, listBackups, readManifest } from '#db/store/backup.ts';
import { openWriter } from '#db/store/open-database.ts';
import { openNewSeries } from '#db/store/open-store.ts';
import { drillBackup, keepEvidence, restoreBackup, type RestoreOrder } from '#db/store/restore.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { BackupRefusal, BackupSummary, Drill } from '#shared/settings/contract.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import { installKey, unwrapFromBackup } from '../keys/backup-key.ts';
import { recoverKey } from '../keys/recover-key.ts';
import { recoveryBlob } from '../keys/recovery-blob.ts';
import type { CallContext } from '../router/call-context.ts';
import { backupInThread } from './backup-thread.ts';
import { machineId } from './machine-id.ts';
import { newId } from './new-id.ts';
import type { StoreProcess } from './store-process.ts';

/** A backup that is older than this is due again, when anything has changed since. */
const DUE_AFTER_MS = 24 * 3_600_000;
const LOOK_EVERY_MS = 15 * 60_000;
/** Soon after the start, and not in it: a shop that opens for ten minutes a day is backed up too. */
const FIRST_LOOK_MS = 60_000;

interface WantedBackup {
  readonly backupId: string;
  readonly recoveryCode?: string | undefined;
}

/**
 * Makes a verified backup while sales go on. One that fails is said in the window until another succeeds, whoever asked
 * for it. Never throws: a backup nobody waits for must not take the store down with it.
 */
export async function backUp(
  store: StoreProcess,
  reason: BackupSummary['reason'],
): Promise<Result<BackupSummary, BackupRefusal>> {
  const made = await makeInThread(store, reason);
  store.noteBackup(made.ok ? null : made.refusal.code);
  if (!made.ok) {
    const detail = 'detail' in made.refusal ? `: ${made.refusal.detail}` : '';
    store.report({
      type: 'trouble',
      what: `the backup (${reason}) failed: ${made.refusal.code}${detail}`,
    });
  }
  return made;
}

async function makeInThread(
  store: StoreProcess,
  reason: BackupSummary['reason'],
): Promise<Result<BackupSummary, BackupRefusal>> {
  const { keyHex, files } = store;
  if (keyHex === undefined || !store.isOpen)
    return refuse({ code: 'BACKUP_FAILED', detail: 'the store is not open' });
  const { dataDir } = store.boot;
  try {
    return await backupInThread({
      database: files.database,
      keyHex,
      folder: files.backups,
      reason,
      nowMs: store.now(),
      dataDir,
    });
  } catch (error) {
    return refuse({ code: 'BACKUP_FAILED', detail: String(error) });
  }
}

/** Backs up once a day, for as long as the store runs. Answers what stops it. */
export function scheduleBackups(store: StoreProcess): () => void {
  const look = (): void => {
    if (isBackupDue(store)) void backUp(store, 'schedule');
  };
  const first = setTimeout(look, FIRST_LOOK_MS);
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const each of [first, timer]) each.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/**
 * True when the newest backup is a day old and something has changed since, or when there is none. A backup that the
 * clock places in the future was made while the clock was wrong, and holds nothing up.
 */
export function isBackupDue(store: StoreProcess): boolean {
  if (store.state.state !== 'ready' || store.boot.demo) return false;
  const nowMs = store.now();
  const newest = listBackups(store.files.backups).find((backup) => backup.madeAtMs <= nowMs);
  if (!newest) return true;
  return (
    nowMs - newest.madeAtMs > DUE_AFTER_MS && newest.newestChangeset < store.shop.writer.head.n
  );
}

/** Opens a backup beside the shop and says what is in it. */
export async function drill(
  context: CallContext,
  wanted: WantedBackup,
): Promise<Result<Drill, BackupRefusal>> {
  const order = await authorised(context, wanted);
  return order.ok ? drillBackup(order.value) : order;
}

/**
 * Puts a backup in the shop's place and opens it. Everybody is signed out: the people may be others now. Whatever goes
 * wrong on the way, the shop that lies there then is opened again.
 */
export async function restore(
  context: CallContext,
  wanted: WantedBackup,
): Promise<Result<Drill, BackupRefusal>> {
  const { store } = context;
  const order = await authorised(context, wanted);
  if (!order.ok) return order;
  const checked = checkBackup(store.files.backups, wanted.backupId, order.value.keyHex);
  if (!checked.ok) return checked;
  let keyHex = store.keyHex;
  try {
    await store.close();
    const restored = restoreBackup(order.value);
    if (restored.ok) {
      keyHex = order.value.keyHex;
      await keepKeyOf(store, keyHex, checked.value.wrappedKey);
      store.sessions.clear();
    }
    return restored;
  } finally {
    await store.open(keyHex);
  }
}

/**
 * Makes the backup's key the folder's. The shop's own key stays as it lies: written anew from here it would leave the
 * keychain for a file, and a recovery code that is not on paper yet would be gone.
 */
async function keepKeyOf(store: StoreProcess, keyHex: string, wrappedKey: unknown): Promise<void> {
  if (keyHex === store.keyHex) return;
  await installKey(store.boot.dataDir, undefined, keyHex, recoveryBlob.parse(wrappedKey));
  store.report({ type: 'key-recovered', keyHex });
}

/**
 * After a lost tail: goes on with what is on the disk in a new series. The printed code is the authority. The files as
 * they were found are kept as evidence first.
 */
export async function goOnWithLoss(
  { store }: CallContext,
  recoveryCode: string,
): Promise<
  Result<{ readonly lostChangesets: number }, BackupRefusal | { readonly code: 'NOTHING_LOST' }>
> {
  const { state } = store;
  if (state.state !== 'refused' || state.refusal.code !== 'TAIL_LOST')
    return refuse({ code: 'NOTHING_LOST' });
  const { dataDir } = store.boot;
  const recovered = await recoverKey(dataDir, undefined, recoveryCode);
  if (!recovered.ok) return refuse({ code: 'RECOVERY_CODE_WRONG' });
  const { keyHex } = recovered.value;
  const kept = keepEvidence({ dataDir, nowMs: store.now() });
  if (!kept.ok) return kept;
  const db = openWriter(store.files.database, keyHex);
  try {
    openNewSeries(db, { dataDir, keyHex, machine: machineId(dataDir), newId }, 'witness');
  } finally {
    db.close();
  }
  await store.open(keyHex);
  return ok({ lostChangesets: state.refusal.witnessed - state.refusal.newest });
}

/** Who may: a signed-in holder of the right, or, where nobody can sign in, whoever holds the printed code. */
async function authorised(
  { store, callerId }: CallContext,
  wanted: WantedBackup,
): Promise<Result<RestoreOrder, BackupRefusal>> {
  const { dataDir } = store.boot;
  const manifest = readManifest(store.files.backups, wanted.backupId);
  if (!manifest) return refuse({ code: 'BACKUP_NOT_FOUND' });
  const session = store.sessions.current(callerId);
  if (store.state.state === 'ready' && !(session && mayDo(session.roles, 'backups.restore')))
    return refuse({ code: 'NOT_ALLOWED' });
  const key = keyFor(store, manifest.wrappedKey, wanted.recoveryCode);
  if (!key.ok) return key;
  return ok({
    dataDir,
    backupId: wanted.backupId,
    keyHex: key.value,
    machine: machineId(dataDir),
    nowMs: store.now(),
    newestHere: store.isOpen ? store.shop.writer.head.n : null,
    newId,
  });
}

function keyFor(
  store: StoreProcess,
  wrappedKey: unknown,
  recoveryCode: string | undefined,
): Result<string, BackupRefusal> {
  if (recoveryCode !== undefined) {
    const unwrapped = unwrapFromBackup(wrappedKey, recoveryCode);
    return unwrapped.ok ? ok(unwrapped.value.keyHex) : refuse({ code: 'RECOVERY_CODE_WRONG' });
  }
  if (store.state.state === 'ready' && store.keyHex !== undefined) return ok(store.keyHex);
  return refuse({ code: 'RECOVERY_CODE_REQUIRED' });
}
