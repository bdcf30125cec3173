import 'temporal-polyfill/global';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { isSetUp } from '#db/settings/find-settings.ts';
import type { BackupOrder } from '#db/store/backup.ts';
import { storeFiles } from '#db/store/store-files.ts';
import type { BackupSummary } from '#shared/settings/contract.ts';
import type { Result } from '#shared/result.ts';
import { type Acknowledgement, writeAcknowledgement } from './acknowledgement.ts';
import { createShop, openCounter, seededWorld, setUpShop } from './counter.ts';
import { ShopDay } from './shop-day.ts';

/** What one process of a shop does before it ends. */
export interface ChildOrder {
  readonly dataDir: string;
  readonly keyHex: string;
  readonly marks: string;
  readonly seed: number;
  readonly startMs: number;
  /** `first` also makes the shop; `again` opens what lies there. */
  readonly run: 'first' | 'again';
  readonly acts: number;
  /** Sales rung up after those, so that the log ends in what the witness swears to. */
  readonly lastSales: number;
  /** Some acts in, a backup is made in a thread of its own while sales go on. */
  readonly backupAfter: number | null;
  /** Closed in order, or left as a crash leaves it. */
  readonly ends: 'closed' | 'dropped';
  readonly plant: 'none' | 'synchronous-normal' | 'told-before-commit';
}

const order = JSON.parse(process.argv[2] ?? '') as ChildOrder;
const tell = (acknowledgement: Acknowledgement): void =>
  appendFileSync(order.marks, writeAcknowledgement(acknowledgement));

await live(order);

async function live({
  dataDir,
  run,
  acts,
  lastSales,
  backupAfter,
  ends,
  plant,
  seed,
  startMs,
}: ChildOrder): Promise<void> {
  const world = seededWorld({ seed, startMs });
  mkdirSync(dataDir, { recursive: true });
  if (run === 'first') {
    createShop(order, world);
    tell({ kind: 'created' });
  }
  tell({ kind: 'point', name: 'opening' });
  const counter = openCounter(order, world);
  if (plant === 'synchronous-normal') counter.writer.sqlite.pragma('synchronous = NORMAL');
  if (!isSetUp(counter.writer)) tell({ kind: 'command', commandId: setUpShop(counter).commandId });
  tell({ kind: 'point', name: 'open' });
  const tellsBeforeCommit = plant === 'told-before-commit';
  const day = new ShopDay({ counter, chance: world.chance, tell, tellsBeforeCommit });
  let backup: Promise<void> | undefined;
  for (let act = 0; act < acts; act++) {
    day.act();
    if (act === backupAfter) backup = backUp(order, world.nowMs());
    // The backup's thread answers between two acts.
    if (backup) await new Promise((resolve) => setImmediate(resolve));
  }
  for (let sale = 0; sale < lastSales; sale++) day.act('sell');
  await backup;
  if (ends === 'dropped') process.exit(0);
  counter.writer.close();
  tell({ kind: 'point', name: 'closed' });
}

async function backUp({ dataDir, keyHex }: ChildOrder, nowMs: number): Promise<void> {
  const { database, backups } = storeFiles(dataDir);
  const workerData: BackupOrder = {
    database,
    keyHex,
    folder: backups,
    reason: 'demand',
    nowMs,
    wrappedKey: null,
  };
  const file = path.join(import.meta.dirname, '../../electron/store/backup-worker.ts');
  const worker = new Worker(file, { workerData });
  const made = await new Promise<Result<BackupSummary>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  if (!made.ok) throw new Error(`the backup failed: ${JSON.stringify(made.refusal)}`);
  tell({ kind: 'backup', backupId: made.value.backupId });
}
