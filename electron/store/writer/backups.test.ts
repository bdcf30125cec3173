import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups } from '#db/store/backup.ts';
import { provideKey } from '../keys/provide-key.ts';
import { router } from '../router/router.ts';
import type { ReaderRequest, WriterReport } from '../worker-messages.ts';
import { backUp, isBackupDue } from './backups.ts';
import { newId } from './new-id.ts';
import { StoreProcess } from './store-process.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 16, 0, 0);
const DAY_MS = 86_400_000;
const FIELDS = {
  name: 'Hart',
  addressLines: '',
  phone: '',
  zone: 'America/Chicago',
  receiptFooter: '',
};

let dataDir: string;
let nowMs: number;
let store: StoreProcess;
let reports: WriterReport[];
let recoveryCode: string;

async function start(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  port2.on('message', ({ id }: ReaderRequest) => port2.postMessage({ id, value: null }));
  port2.unref();
  const databaseExists = existsSync(path.join(dataDir, 'shop.db'));
  store = new StoreProcess({
    boot: {
      dataDir,
      key: await provideKey(dataDir, undefined, databaseExists),
      demo: false,
      appVersion: '0',
      platform: 'test',
      readerPort: port1,
    },
    report: (report) => reports.push(report),
    now: () => nowMs,
  });
  await store.open();
}

beforeEach(async () => {
  reports = [];
  nowMs = NOW_MS;
  dataDir = mkdtempSync(path.join(tmpdir(), 'backups-'));
  await start();
  const done = await client().system.setUp({
    commandId: newId('command'),
    store: FIELDS,
    registerName: 'Register 1',
    tax: { name: 'Tax', ratePpm: 82_500 },
    owner: { staffId: newId('staff'), name: 'Olive Hart', initials: 'OH', pin: '271828' },
    floatCents: 0,
  });
  if (!done.ok || done.value.recoveryCode === null) throw new Error('not set up');
  ({ recoveryCode } = done.value);
});

afterEach(async () => {
  await store.close();
  store.reader.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const client = (callerId = 'window') =>
  createRouterClient(router, { context: { callerId, store } });

async function rename(name: string): Promise<void> {
  const saved = await client().settings.saveStore({
    commandId: newId('command'),
    store: { ...FIELDS, name },
  });
  expect(saved.ok).toBe(true);
}

async function aBackup(): Promise<string> {
  const made = await backUp(store, 'demand');
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.backupId;
}

const evidenceOf = () => readdirSync(store.files.evidence);

test('a restore that fails half way leaves the shop open and selling', async () => {
  const backupId = await aBackup();
  await rename('Hart & Sons');
  mkdirSync(path.join(store.files.evidence, String(nowMs), 'shop.db', 'in the way'), {
    recursive: true,
  });
  await expect(client().backups.restore({ backupId })).rejects.toThrow();
  expect(store.state).toEqual({ state: 'ready' });
  await rename('Hart & Daughters');
});

test('restoring the shop’s own backup leaves its key, and the code that is not on paper yet, alone', async () => {
  const before = readFileSync(path.join(dataDir, 'key.json'));
  expect(await client().backups.restore({ backupId: await aBackup() })).toMatchObject({ ok: true });
  expect(readFileSync(path.join(dataDir, 'key.json')).equals(before)).toBe(true);
  expect(reports).toEqual([]);
});

test('a restore asked for twice at once is done once, and one writer is open', async () => {
  const backupId = await aBackup();
  const answers = await Promise.all([
    client().backups.restore({ backupId }),
    client().backups.restore({ backupId }),
  ]);
  expect(answers).toMatchObject([{ ok: true }, { ok: false, refusal: { code: 'NOT_ALLOWED' } }]);
  expect(evidenceOf()).toHaveLength(1);
  expect(store.shop.register.series).toBe(2);
});

test('going on with a lost tail keeps the files as they were found', async () => {
  const early = await aBackup();
  await rename('Hart & Sons');
  await store.close();
  store.reader.close();
  const { database } = store.files;
  writeFileSync(database, readFileSync(path.join(store.files.backups, early, 'shop.db')));
  const found = Buffer.from('what lies behind a damaged frame');
  writeFileSync(`${database}-wal`, found);
  await start();
  expect(store.state).toMatchObject({ refusal: { code: 'TAIL_LOST' } });
  const answers = await Promise.all([
    client().backups.goOnWithLoss({ recoveryCode }),
    client().backups.goOnWithLoss({ recoveryCode }),
  ]);
  expect(answers).toMatchObject([
    { ok: true, value: { lostChangesets: 1 } },
    { ok: false, refusal: { code: 'NOTHING_LOST' } },
  ]);
  expect(store.state).toEqual({ state: 'ready' });
  const [kept = ''] = evidenceOf();
  const place = path.join(store.files.evidence, kept);
  expect(readdirSync(place).toSorted()).toEqual(['shop.db', 'shop.db-wal', 'shop.witness']);
  expect(readFileSync(path.join(place, 'shop.db-wal')).equals(found)).toBe(true);
});

test('a backup that cannot be made is said in the window, and takes nothing down', async () => {
  rmSync(path.join(dataDir, 'key.json'));
  expect(await backUp(store, 'dayClose')).toMatchObject({
    ok: false,
    refusal: { code: 'BACKUP_FAILED' },
  });
  expect(await client().system.status({})).toMatchObject({ backup: { problem: 'BACKUP_FAILED' } });
  expect(reports).toMatchObject([{ type: 'trouble' }]);
});

test('the next good backup takes the warning away', async () => {
  store.noteBackup('DISK_FULL');
  await aBackup();
  expect(await client().system.status({})).toMatchObject({ backup: { problem: null } });
});

test('a backup is due once a day when something has changed', async () => {
  expect(isBackupDue(store)).toBe(true);
  await aBackup();
  nowMs += 2 * DAY_MS;
  expect(isBackupDue(store)).toBe(false);
  await rename('Hart & Sons');
  expect(isBackupDue(store)).toBe(true);
});

test('a backup made while the clock stood years ahead does not hold up the next ones', async () => {
  nowMs = NOW_MS + 3650 * DAY_MS;
  await aBackup();
  nowMs = NOW_MS;
  expect(isBackupDue(store)).toBe(true);
});

test('what a power cut left of a backup is cleared away at the next start', async () => {
  const torn = path.join(store.files.backups, '2026-11-23T15-00-00-000Z.building');
  const backupId = await aBackup();
  mkdirSync(torn);
  writeFileSync(path.join(torn, 'shop.db'), 'half');
  await store.close();
  await store.open();
  expect(existsSync(torn)).toBe(false);
  expect(listBackups(store.files.backups).map((each) => each.backupId)).toEqual([backupId]);
});
