import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrations } from '#db/store/migrations.ts';
import { openStore } from '#db/store/open-store.ts';
import { createStore } from '#db/store/create-store.ts';
import { machineId } from '#electron/store/writer/machine-id.ts';
import { newId } from '#electron/store/writer/new-id.ts';
import { BENCH_KEY } from './bench-key.ts';
import { fillShop } from './fill-shop.ts';

/** Raised when what `fillShop` makes changes, so that no old file is measured. */
const FILL_VERSION = 3;

/**
 * A copy of a shop with this many sales in it, made through the real write path. The shop is made once and kept in the
 * system's scratch folder under the hash of its schema: 120,000 sales take minutes.
 */
export async function copyFilledShop(
  sales: number,
  to: string,
  say: (line: string) => void,
  people = 0,
): Promise<void> {
  const kept = await keptShop({ sales, people }, say);
  mkdirSync(to, { recursive: true });
  cpSync(kept, to, { recursive: true });
}

interface Wanted {
  readonly sales: number;
  readonly people: number;
}

async function keptShop(wanted: Wanted, say: (line: string) => void): Promise<string> {
  const schema = createHash('sha256').update(`${FILL_VERSION}`);
  for (const { sql } of migrations) schema.update(sql);
  const all = path.join(tmpdir(), `counter-bench-${schema.digest('hex').slice(0, 16)}`);
  const { sales, people } = wanted;
  const kept = path.join(all, `sales-${sales}${people > 0 ? `-people-${people}` : ''}`);
  if (existsSync(kept)) return kept;
  const building = `${kept}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  say(`bench: ringing up ${sales} sales once, to be kept in ${all}`);
  await buildShop(building, wanted, say);
  renameSync(building, kept);
  return kept;
}

async function buildShop(
  dataDir: string,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<void> {
  const machine = machineId(dataDir);
  const nowMs = Date.UTC(2023, 0, 2, 15, 0, 0);
  createStore({ dataDir, keyHex: BENCH_KEY, machine, nowMs, newId });
  const opened = openStore({
    dataDir,
    keyHex: BENCH_KEY,
    machine,
    nowMs,
    newId,
    backupBeforeMigration: () => {},
    onCommit: () => {},
    onWitnessFailed: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(`the shop to fill does not open: ${opened.refusal.code}`);
  const { writer } = opened.value;
  // Nothing is promised to anybody while the shelves are filled.
  writer.sqlite.pragma('synchronous = OFF');
  await fillShop(opened.value, { ...wanted, startMs: nowMs, say });
  writer.sqlite.pragma('optimize');
  writer.close();
}
