import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Id } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { BackupRefusal, Drill } from '#shared/settings/contract.ts';
import { backupPhotos, checkBackup } from './backup.ts';
import { countMissingPhotos, listWantedPhotoFiles } from './check-photos.ts';
import { bringBackPhotos } from './copy-photos.ts';
import { applyMigrations, pendingMigrations } from './migrate.ts';
import { highestSeries } from './highest-series.ts';
import { migrations } from './migrations.ts';
import { openWriter, type Sqlite } from './open-database.ts';
import { openNewSeries } from './open-store.ts';
import { moveIntoPlace, storeFiles, syncFile } from './store-files.ts';
import { syncFolder } from './witness.ts';

export interface RestoreOrder {
  readonly dataDir: string;
  readonly backupId: string;
  /** The key that opens the backup: this shop's own, or the one unwrapped with the recovery code. */
  readonly keyHex: string;
  readonly machine: string;
  readonly nowMs: number;
  /** The newest changeset of the file in place, where it can still be read. */
  readonly newestHere: number | null;
  newId<Kind extends string>(kind: Kind): Id<Kind>;
}

/**
 * Opens a backup as a scratch file, brings it to this program's schema, and says what it holds. The shop's own file is
 * not touched. Refuses a damaged, foreign or newer backup.
 */
export function drillBackup(order: RestoreOrder): Result<Drill, BackupRefusal> {
  const scratch = openScratch(order);
  if (!scratch.ok) return scratch;
  try {
    return ok(readDrill(scratch.value.db, order));
  } finally {
    scratch.value.db.close();
    rmSync(path.dirname(scratch.value.file), { recursive: true, force: true });
  }
}

/**
 * Puts a backup in the shop's place: drilled first, in a new series with a new nonce and witness, so that no number is
 * ever given out twice. What was there is moved aside as evidence, never erased. Nobody may have the files open.
 * A crash in the middle leaves the old shop, or none and its evidence, never a mixture.
 */
export function restoreBackup(order: RestoreOrder): Result<Drill, BackupRefusal> {
  const scratch = openScratch(order);
  if (!scratch.ok) return scratch;
  const { db, file } = scratch.value;
  let drill: Drill;
  try {
    const photos = placePhotos(db, order);
    if (!photos.ok) {
      rmSync(scratchPhotos(order), { recursive: true, force: true });
      return photos;
    }
    drill = { ...readDrill(db, order), photosMissing: photos.value };
    const usedSeries = highestSeries(order.dataDir, order.keyHex);
    setAside(order);
    moveIfThere(scratchPhotos(order), storeFiles(order.dataDir).photos);
    openNewSeries(db, order, 'clone', usedSeries);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  moveIntoPlace(file, storeFiles(order.dataDir).database);
  rmSync(path.dirname(file), { recursive: true, force: true });
  return ok(drill);
}

function openScratch(
  order: RestoreOrder,
): Result<{ readonly db: Sqlite; readonly file: string }, BackupRefusal> {
  const { backups, scratch } = storeFiles(order.dataDir);
  const checked = checkBackup(backups, order.backupId, order.keyHex);
  if (!checked.ok) return checked;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const file = path.join(scratch, 'shop.db');
  const source = path.join(backups, order.backupId, 'shop.db');
  if (!hasRoomToCopy(source, file)) return refuse({ code: 'DISK_FULL' });
  const db = openWriter(file, order.keyHex);
  const pending = pendingMigrations(db, migrations);
  if (!pending.ok) {
    db.close();
    return refuse({ code: 'BACKUP_FOREIGN' });
  }
  applyMigrations(db, pending.value, order.nowMs);
  return ok({ db, file });
}

/** Copies; false, and nothing left of it, where the disk is too full. */
function hasRoomToCopy(source: string, file: string): boolean {
  try {
    copyFileSync(source, file);
    return true;
  } catch (error) {
    rmSync(file, { force: true });
    if (/ENOSPC|EDQUOT/.test(String(error))) return false;
    throw error;
  }
}

const scratchPhotos = ({ dataDir }: RestoreOrder) =>
  path.join(storeFiles(dataDir).scratch, 'photos');

/** Copies the photos beside the scratch file, each proved, before anything of the old shop moves. Answers how many are lost. */
function placePhotos(db: Sqlite, order: RestoreOrder): Result<number, BackupRefusal> {
  const { backups } = storeFiles(order.dataDir);
  try {
    const wanted = listWantedPhotoFiles(db, order.keyHex, order.nowMs);
    const from = backupPhotos(backups, order.backupId);
    return ok(bringBackPhotos(wanted, order.keyHex, { from, to: scratchPhotos(order) }));
  } catch (error) {
    if (/ENOSPC|EDQUOT/.test(String(error))) return refuse({ code: 'DISK_FULL' });
    throw error;
  }
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

function readDrill(db: Sqlite, order: RestoreOrder): Drill {
  const { backupId, newestHere, dataDir, keyHex, nowMs } = order;
  const wanted = listWantedPhotoFiles(db, keyHex, nowMs);
  const photos = backupPhotos(storeFiles(dataDir).backups, backupId);
  const count = (table: string) =>
    Number(db.prepare(`select count(*) from ${table}`).pluck().get());
  const newest = Number(db.prepare('select coalesce(max(n), 0) from changeset').pluck().get());
  const number = db
    .prepare('select number from sale order by completed_at_ms desc limit 1')
    .pluck()
    .get();
  return {
    backupId,
    madeAtMs: Date.parse(backupId.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z')),
    saleCount: count('sale'),
    customerCount: count('customer where archived_at_ms is null'),
    pieceCount: count('piece where archived_at_ms is null'),
    photoCount: count('photo where removed_at_ms is null'),
    photosMissing: countMissingPhotos(photos, wanted),
    newestSaleNumber: typeof number === 'string' ? number : null,
    lostChangesets: newestHere === null ? null : Math.max(0, newestHere - newest),
  };
}

/**
 * The old database, its log, its witness and its photos, kept together under the time of the restore. The database goes
 * first: a crash after it leaves no shop and the program says so. Were its log or witness moved before it, the database
 * left behind would open without its newest sales, and nothing would tell.
 */
function setAside({ dataDir, nowMs }: RestoreOrder): void {
  const { database, witness, evidence, photos } = storeFiles(dataDir);
  const place = path.join(evidence, String(nowMs));
  mkdirSync(place, { recursive: true });
  for (const file of [database, `${database}-wal`, `${database}-shm`, witness]) {
    if (existsSync(file)) renameSync(file, path.join(place, path.basename(file)));
  }
  moveIfThere(photos, path.join(place, 'photos'));
  syncFolder(place);
  syncFolder(dataDir);
}

/**
 * Copies the database, its log and its witness to where evidence lies, durable before this returns. For a shop that goes
 * on with what it still has: opening the file for writing folds the log in and deletes it, and what lies behind a
 * damaged frame, the only trace of the lost sales, with it. Refuses with `DISK_FULL` and keeps no half copy.
 */
export function keepEvidence({
  dataDir,
  nowMs,
}: Pick<RestoreOrder, 'dataDir' | 'nowMs'>): Result<null, { readonly code: 'DISK_FULL' }> {
  const { database, witness, evidence } = storeFiles(dataDir);
  const building = path.join(evidence, `${nowMs}.building`);
  mkdirSync(building, { recursive: true });
  for (const file of [database, `${database}-wal`, witness]) {
    if (!existsSync(file)) continue;
    if (!hasRoomToCopy(file, path.join(building, path.basename(file)))) {
      rmSync(building, { recursive: true, force: true });
      return refuse({ code: 'DISK_FULL' });
    }
    syncFile(path.join(building, path.basename(file)));
  }
  syncFolder(building);
  renameSync(building, path.join(evidence, String(nowMs)));
  syncFolder(evidence);
  return ok(null);
}
