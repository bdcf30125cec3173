import { createHash, createHmac } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { BackupRefusal, BackupSummary } from '#shared/settings/contract.ts';
import { openReader, type Sqlite } from './open-database.ts';
import { listWantedPhotoFiles } from './check-photos.ts';
import { backUpPhotos } from './copy-photos.ts';
import { storeFiles, syncFile } from './store-files.ts';
import { findBrokenChain } from './verify-chain.ts';
import { syncFolder } from './witness.ts';

/** Ends the name of a backup that is being made. */
const BUILDING = '.building';

/** What lies beside a backup's database. The wrapped key opens it on another PC with the printed recovery code. */
export const backupManifest = z.strictObject({
  format: z.literal('jewelai-counter-backup'),
  version: z.literal(1),
  madeAtMs: z.int(),
  reason: z.enum(['schedule', 'demand', 'migration', 'dayClose']),
  bytes: z.int(),
  sha256: z.string(),
  storeId: z.string(),
  saleCount: z.int(),
  newestChangeset: z.int(),
  newestHash: z.string(),
  wrappedKey: z.unknown(),
  /** Over all of the above, under the database's key: whoever has not got it can change nothing here unseen. */
  mac: z.string(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export interface BackupOrder {
  readonly database: string;
  readonly keyHex: string;
  /** The folder of all backups. */
  readonly folder: string;
  readonly reason: BackupManifest['reason'];
  readonly nowMs: number;
  readonly wrappedKey: unknown;
}

/**
 * Copies the database into an encrypted file of its own while sales go on, opens the copy again, checks every page,
 * the log's chain and the counts, and only then calls it a backup: a folder with database and manifest, named by its
 * time. A backup that fails its check is thrown away and refused with `BACKUP_FAILED`.
 *
 * Runs for seconds on a big file, so it is called in a thread of its own.
 */
export function makeBackup(order: BackupOrder): Result<BackupSummary, BackupRefusal> {
  const backupId = new Date(order.nowMs).toISOString().replaceAll(/[:.]/g, '-');
  const building = path.join(order.folder, backupId + BUILDING);
  mkdirSync(building, { recursive: true });
  try {
    const copy = path.join(building, 'shop.db');
    copyDatabase(order, copy);
    const found = inspect(copy, order.keyHex);
    if (!found.ok) return refuse({ code: 'BACKUP_FAILED', detail: found.refusal.detail });
    const manifest = sealed(order.keyHex, {
      format: 'jewelai-counter-backup',
      version: 1,
      madeAtMs: order.nowMs,
      reason: order.reason,
      bytes: statSync(copy).size,
      sha256: sha256Of(copy),
      ...found.value,
      wrappedKey: order.wrappedKey,
    });
    writeFileSync(path.join(building, 'manifest.json'), JSON.stringify(manifest, null, 1));
    copyPhotos(order, building);
    for (const file of ['shop.db', 'manifest.json']) syncFile(path.join(building, file));
    syncFolder(building);
    renameSync(building, path.join(order.folder, backupId));
    syncFolder(order.folder);
    return ok(summaryOf(backupId, manifest));
  } catch (error) {
    return refuse(
      /FULL|ENOSPC/.test(String(error))
        ? { code: 'DISK_FULL' }
        : { code: 'BACKUP_FAILED', detail: String(error) },
    );
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** All backups whose manifest can be read, newest first. Their databases are checked by `checkBackup`. */
export function listBackups(folder: string): readonly BackupSummary[] {
  return namesIn(folder)
    .toSorted()
    .toReversed()
    .flatMap((backupId) => {
      const manifest = readManifest(folder, backupId);
      return manifest ? [summaryOf(backupId, manifest)] : [];
    });
}

/** Throws away what a power cut left of backups that were never finished: each is as big as the shop. */
export function removeUnfinishedBackups(folder: string): void {
  for (const name of namesIn(folder).filter((each) => each.endsWith(BUILDING)))
    rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** Checks a backup's bytes, pages, chain and counts against its manifest. Any single flipped bit refuses it. */
export function checkBackup(
  folder: string,
  backupId: string,
  keyHex: string,
): Result<BackupManifest, BackupRefusal> {
  const manifest = readManifest(folder, backupId);
  if (!manifest)
    return refuse(
      isBackupId(backupId) && existsSync(path.join(folder, backupId))
        ? { code: 'BACKUP_DAMAGED', detail: 'manifest' }
        : { code: 'BACKUP_NOT_FOUND' },
    );
  if (manifestMac(keyHex, manifest) !== manifest.mac)
    return refuse({ code: 'BACKUP_DAMAGED', detail: 'manifest' });
  const file = path.join(folder, backupId, 'shop.db');
  if (!existsSync(file)) return refuse({ code: 'BACKUP_DAMAGED', detail: 'database missing' });
  if (sha256Of(file) !== manifest.sha256)
    return refuse({ code: 'BACKUP_DAMAGED', detail: 'checksum' });
  const found = inspect(file, keyHex);
  if (!found.ok) return refuse({ code: 'BACKUP_DAMAGED', detail: found.refusal.detail });
  const agrees =
    found.value.newestHash === manifest.newestHash && found.value.saleCount === manifest.saleCount;
  return agrees
    ? ok(manifest)
    : refuse({ code: 'BACKUP_DAMAGED', detail: 'manifest and database differ' });
}

/** Keeps the newest `keep` backups and the newest of each of the last eight weeks; removes the rest. Never the last one. */
export function rotateBackups(folder: string, keep: number): readonly string[] {
  const backups = listBackups(folder);
  const weeks = new Set<number>();
  const kept = new Set(backups.slice(0, Math.max(1, keep)).map((backup) => backup.backupId));
  for (const backup of backups) {
    const week = Math.floor(backup.madeAtMs / (7 * 86_400_000));
    if (!weeks.has(week) && weeks.size < 8) kept.add(backup.backupId);
    weeks.add(week);
  }
  const dropped = backups
    .filter((backup) => !kept.has(backup.backupId))
    .map((backup) => backup.backupId);
  for (const backupId of dropped)
    rmSync(path.join(folder, backupId), { recursive: true, force: true });
  return dropped;
}

/** The manifest of a backup; undefined when there is none or it cannot be read. */
export function readManifest(folder: string, backupId: string): BackupManifest | undefined {
  if (!isBackupId(backupId)) return undefined;
  try {
    const parsed = backupManifest.safeParse(
      JSON.parse(readFileSync(path.join(folder, backupId, 'manifest.json'), 'utf8')),
    );
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** A folder that is not there, or is none, holds no backups. */
function namesIn(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
    ? readdirSync(folder)
    : [];
}

function sealed(keyHex: string, manifest: Omit<BackupManifest, 'mac'>): BackupManifest {
  return { ...manifest, mac: manifestMac(keyHex, manifest) };
}

/** The schema fixes the order of the fields, and so the text that the code is made of. */
function manifestMac(keyHex: string, manifest: Omit<BackupManifest, 'mac'>): string {
  const fields = Object.keys(backupManifest.shape).filter((field) => field !== 'mac');
  const text = JSON.stringify(
    fields.map((field) => manifest[field as keyof typeof manifest] ?? null),
  );
  return createHmac('sha256', Buffer.from(keyHex, 'hex'))
    .update('backup manifest\n')
    .update(text)
    .digest('hex');
}

/** A name of ours, and nothing that leads out of the folder. */
function isBackupId(text: string): boolean {
  return /^[\w-]{1,80}$/.test(text);
}

interface Inspected {
  readonly storeId: string;
  readonly saleCount: number;
  readonly newestChangeset: number;
  readonly newestHash: string;
}

/** VACUUM INTO and not the online backup call: the latter cannot write an encrypted file here. It reads one snapshot. */
function copyDatabase({ database, keyHex }: BackupOrder, copy: string): void {
  const db = openReader(database, keyHex);
  try {
    db.pragma('query_only = OFF');
    db.prepare('vacuum into ?').run(copy);
  } finally {
    db.close();
  }
}

/** The photos of the copied database: the copy came first, so none of its photos was still on its way to the disk. */
function copyPhotos({ database, keyHex, folder, nowMs }: BackupOrder, building: string): void {
  const db = openReader(path.join(building, 'shop.db'), keyHex);
  try {
    if (!hasPhotos(db)) return; // made before a migration, by a program that knew no photos
    const [newest] = listBackups(folder);
    backUpPhotos(listWantedPhotoFiles(db, keyHex, nowMs), keyHex, {
      from: storeFiles(path.dirname(database)).photos,
      earlier: newest ? backupPhotos(folder, newest.backupId) : null,
      to: path.join(building, 'photos'),
    });
  } finally {
    db.close();
  }
}

function hasPhotos(db: Sqlite): boolean {
  return db.prepare("select 1 from sqlite_schema where name = 'photo'").get() !== undefined;
}

/** Where a backup keeps its photos. */
export function backupPhotos(folder: string, backupId: string): string {
  return path.join(folder, backupId, 'photos');
}

function inspect(
  file: string,
  keyHex: string,
): Result<Inspected, { readonly code: 'BAD'; readonly detail: string }> {
  let db: Sqlite | undefined;
  try {
    db = openReader(file, keyHex);
    const integrity = db.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok')
      return refuse({ code: 'BAD', detail: `integrity: ${String(integrity)}` });
    const broken = findBrokenChain(db);
    if (broken !== undefined) return refuse({ code: 'BAD', detail: `log broken at ${broken}` });
    return ok(factsOf(db));
  } catch (error) {
    return refuse({ code: 'BAD', detail: String(error) });
  } finally {
    db?.close();
  }
}

function factsOf(db: Sqlite): Inspected {
  const newest = db.prepare('select n, hash from changeset order by n desc limit 1').get() as
    | { n: number; hash: string }
    | undefined;
  return {
    storeId: String(db.prepare('select store_id from sync_meta').pluck().get()),
    saleCount: Number(db.prepare('select count(*) from sale').pluck().get()),
    newestChangeset: newest?.n ?? 0,
    newestHash: newest?.hash ?? '',
  };
}

function summaryOf(backupId: string, manifest: BackupManifest): BackupSummary {
  const { madeAtMs, reason, bytes, saleCount, newestChangeset } = manifest;
  return { backupId, madeAtMs, reason, bytes, saleCount, newestChangeset, verified: true };
}

function sha256Of(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  const fd = openSync(file, 'r');
  try {
    for (let read = readSync(fd, chunk); read > 0; read = readSync(fd, chunk))
      hash.update(chunk.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(fd);
  }
}
