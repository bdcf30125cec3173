import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findSale } from '../sales/find-sale.ts';
import { aCart, aPiece, aSale, sell } from '../testing/a-sale.ts';
import { aShop, newId, type TestShop, TEST_NOW_MS } from '../testing/a-shop.ts';
import { checkBackup, listBackups, makeBackup, rotateBackups } from './backup.ts';
import { openStore } from './open-store.ts';
import { drillBackup, restoreBackup } from './restore.ts';
import { storeFiles } from './store-files.ts';

let shop: TestShop;
afterEach(() => rmSync(shop.dataDir, { recursive: true, force: true }));

const files = () => storeFiles(shop.dataDir);
const DAY_MS = 86_400_000;

function backUp(nowMs = TEST_NOW_MS) {
  const made = makeBackup({
    database: files().database,
    keyHex: shop.keyHex,
    folder: files().backups,
    reason: 'demand',
    nowMs,
    wrappedKey: { sealed: 'x' },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

function aPaidSale(stockNumber: string) {
  const input = aSale(shop, aCart(shop, [aPiece(shop, { stockNumber, priceCents: 10_000 })]));
  const sold = sell(shop, input);
  if (!sold.ok) throw new Error(JSON.stringify(sold.refusal));
  return input.saleId;
}

const order = (backupId: string) => ({
  dataDir: shop.dataDir,
  backupId,
  keyHex: shop.keyHex,
  machine: 'test-machine',
  nowMs: TEST_NOW_MS,
  newestHere: shop.writer.head.n,
  newId,
});

test('a backup is encrypted, checked, listed and says what is in it', () => {
  shop = aShop();
  aPaidSale('A-1');
  const backup = backUp();
  expect(listBackups(files().backups)).toEqual([backup]);
  expect(backup).toMatchObject({
    saleCount: 1,
    newestChangeset: shop.writer.head.n,
    verified: true,
  });
  expect(checkBackup(files().backups, backup.backupId, shop.keyHex).ok).toBe(true);
  const bytes = readFileSync(path.join(files().backups, backup.backupId, 'shop.db')).toString(
    'latin1',
  );
  expect(bytes).not.toContain('SQLite format 3');
  expect(bytes).not.toContain('Bellmore');
  shop.writer.close();
});

test('sales go on while and after a backup, and the backup holds the moment it was made', () => {
  shop = aShop();
  aPaidSale('A-1');
  const backup = backUp();
  aPaidSale('A-2');
  expect(drillBackup(order(backup.backupId))).toMatchObject({
    ok: true,
    value: { saleCount: 1, newestSaleNumber: 'S1-1', lostChangesets: 2 },
  });
  shop.writer.close();
});

test('a drill opens a scratch file and leaves no trace of it', () => {
  shop = aShop();
  const backup = backUp();
  const before = readFileSync(files().database);
  drillBackup(order(backup.backupId));
  expect(existsSync(files().scratch)).toBe(false);
  expect(readFileSync(files().database).equals(before)).toBe(true);
  shop.writer.close();
});

test('restore brings the shop back as it was, in a new series, and keeps what was there as evidence', () => {
  shop = aShop();
  const first = aPaidSale('A-1');
  const backup = backUp();
  const second = aPaidSale('A-2');
  shop.writer.close();
  expect(restoreBackup(order(backup.backupId))).toMatchObject({
    ok: true,
    value: { saleCount: 1 },
  });
  const { writer, register, newSeries } = openAgain();
  expect(newSeries).toBeNull();
  expect(register.series).toBe(2);
  expect(findSale(writer, first)?.number).toBe('S1-1');
  expect(findSale(writer, second)).toBeUndefined();
  const [evidence = ''] = readdirSync(files().evidence);
  expect(readdirSync(path.join(files().evidence, evidence)).toSorted()).toContain('shop.db');
  writer.close();
});

function openAgain() {
  const opened = openStore({
    dataDir: shop.dataDir,
    keyHex: shop.keyHex,
    machine: 'test-machine',
    nowMs: TEST_NOW_MS,
    newId,
    backupBeforeMigration: () => {},
    onCommit: () => {},
    onWitnessFailed: () => {},
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
}

function seriesAfterRestoring(backupId: string, nowMs: number): number {
  expect(restoreBackup({ ...order(backupId), nowMs })).toMatchObject({ ok: true });
  const { writer, register } = openAgain();
  writer.close();
  return register.series;
}

test('I9: a backup restored a second time never gives out a number of the first restore again', () => {
  shop = aShop();
  const backup = backUp();
  shop.writer.close();
  expect(seriesAfterRestoring(backup.backupId, TEST_NOW_MS + 1)).toBe(2);
  expect(seriesAfterRestoring(backup.backupId, TEST_NOW_MS + 2)).toBe(3);
});

test('I9: nor where the shop that was there can no longer be read', () => {
  shop = aShop();
  const backup = backUp();
  shop.writer.close();
  expect(seriesAfterRestoring(backup.backupId, TEST_NOW_MS + 1)).toBe(2);
  writeFileSync(files().database, Buffer.alloc(8192, 7));
  expect(seriesAfterRestoring(backup.backupId, TEST_NOW_MS + 2)).toBe(3);
});

test('a power cut while the old shop is set aside never leaves its database without its log and witness', () => {
  shop = aShop();
  const backup = backUp();
  aPaidSale('A-1');
  const wal = `${files().database}-wal`;
  copyFileSync(wal, `${wal}.kept`); // what lies behind a damaged frame stays in the log: it was not folded in
  shop.writer.close();
  renameSync(`${wal}.kept`, wal);
  const evidence = path.join(files().evidence, String(TEST_NOW_MS));
  mkdirSync(path.join(evidence, path.basename(wal), 'in the way'), { recursive: true });
  expect(() => restoreBackup(order(backup.backupId))).toThrow();
  expect(existsSync(files().database)).toBe(false);
});

test('A4: every flipped bit in a backup refuses it', () => {
  shop = aShop();
  const backup = backUp();
  shop.writer.close();
  for (const name of ['shop.db', 'manifest.json']) {
    const file = path.join(files().backups, backup.backupId, name);
    const whole = readFileSync(file);
    for (let i = 0; i < 40; i++) {
      const at = Math.floor((whole.length * i) / 40);
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (i % 8));
      writeFileSync(file, flipped);
      expect(
        checkBackup(files().backups, backup.backupId, shop.keyHex),
        `${name} byte ${at}`,
      ).toMatchObject({ ok: false });
    }
    writeFileSync(file, whole);
  }
  expect(checkBackup(files().backups, backup.backupId, shop.keyHex).ok).toBe(true);
});

test('an unknown name and a way out of the folder are no backups', () => {
  shop = aShop();
  for (const backupId of ['nothing', '../shop', '..', '']) {
    expect(drillBackup(order(backupId))).toEqual({
      ok: false,
      refusal: { code: 'BACKUP_NOT_FOUND' },
    });
  }
  shop.writer.close();
});

test('rotation keeps the newest ones and one of each week, and never removes the last', () => {
  shop = aShop();
  for (let day = 0; day < 30; day += 3) backUp(TEST_NOW_MS + day * DAY_MS);
  rotateBackups(files().backups, 3);
  const kept = listBackups(files().backups).map(
    (backup) => (backup.madeAtMs - TEST_NOW_MS) / DAY_MS,
  );
  expect(kept.slice(0, 3)).toEqual([27, 24, 21]);
  expect(kept.length).toBeGreaterThanOrEqual(5);
  expect(kept.length).toBeLessThan(10);
  rotateBackups(files().backups, 0);
  expect(listBackups(files().backups).length).toBeGreaterThan(0);
  shop.writer.close();
});
