import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkBackup } from '#db/store/backup.ts';
import { openWriter, type Sqlite } from '#db/store/open-database.ts';
import { openStore } from '#db/store/open-store.ts';
import { storeFiles } from '#db/store/store-files.ts';
import { findBrokenChain } from '#db/store/verify-chain.ts';
import { aKeychain } from '#electron/store/keys/fake-keychain.ts';
import { provideKey } from '#electron/store/keys/provide-key.ts';
import { type Acknowledgement, readAcknowledgements } from './acknowledgement.ts';
import { MACHINE, seededWorld } from './counter.ts';
import { runChild } from './run-child.ts';
import { removeScratch, withScratch } from './scratch.ts';
import { type Seeded, seeded } from './seeded.ts';

export const FLIPPED = ['db', 'wal', 'key', 'backup'] as const;
export type Flipped = (typeof FLIPPED)[number];

export interface FlipOrder {
  readonly kind: Flipped;
  readonly seed: number;
  readonly flips: number;
}

export interface FlipFindings {
  readonly kind: Flipped;
  readonly flips: number;
  readonly noticed: number;
  /** The bit said nothing: every row of every table reads as before. */
  readonly harmless: number;
  readonly undetected: number;
  /** A refused store whose files were changed all the same. */
  readonly evidenceChanged: number;
  /** Of flips in the log: how many lost an acknowledged sale unseen when nobody asks the witness. */
  readonly noWitnessLost: number;
  readonly examples: readonly string[];
}

type Verdict = 'noticed' | 'harmless' | 'undetected';

interface Flip {
  readonly verdict: Verdict;
  readonly evidenceChanged?: boolean;
  readonly lostWithoutWitness?: boolean;
}

/** Turns single bits of one kind of file and asks whether the program notices. */
export async function flipBits(
  order: FlipOrder,
  onFlip: () => void = () => {},
): Promise<FlipFindings> {
  return withScratch(`flip-${order.kind}`, async (folder) => {
    const chance = seeded(order.seed);
    const flipOne = await preparedFlip(order.kind, folder, chance);
    const found = {
      ...order,
      noticed: 0,
      harmless: 0,
      undetected: 0,
      evidenceChanged: 0,
      noWitnessLost: 0,
      examples: [] as string[],
    };
    for (let flip = 0; flip < order.flips; flip++) {
      const { verdict, evidenceChanged, lostWithoutWitness } = await flipOne();
      found[verdict] += 1;
      if (evidenceChanged) found.evidenceChanged += 1;
      if (lostWithoutWitness) found.noWitnessLost += 1;
      if (verdict === 'undetected' && found.examples.length < 5)
        found.examples.push(`seed ${order.seed}, ${order.kind} flip ${flip}`);
      onFlip();
    }
    return found;
  });
}

async function preparedFlip(
  kind: Flipped,
  folder: string,
  chance: Seeded,
): Promise<() => Flip | Promise<Flip>> {
  if (kind === 'key') return keyFlip(folder, chance);
  const reference = await makeReference(folder, chance, kind);
  switch (kind) {
    case 'db':
      return () => flipStore(reference, storeFiles(reference.shop).database, chance);
    case 'wal':
      return () => flipStore(reference, `${storeFiles(reference.shop).database}-wal`, chance);
    case 'backup':
      return () => flipBackup(reference, chance);
  }
}

/** A shop at rest, and what it holds. */
interface Reference {
  readonly folder: string;
  readonly shop: string;
  readonly keyHex: string;
  readonly acknowledged: readonly Acknowledgement[];
  readonly digest: string;
}

/** For flips in the log the shop is left as a crash leaves it, its newest sales in the log alone. */
async function makeReference(folder: string, chance: Seeded, kind: Flipped): Promise<Reference> {
  const shop = path.join(folder, 'shop');
  const marks = path.join(folder, 'marks');
  const keyHex = randomBytes(32).toString('hex');
  await runChild(
    {
      dataDir: shop,
      keyHex,
      marks,
      seed: chance.below(1_000_000),
      startMs: Date.UTC(2026, 10, 23, 16, 0, 0),
      run: 'first',
      acts: 40,
      lastSales: 15,
      backupAfter: kind === 'backup' ? 20 : null,
      ends: kind === 'wal' ? 'dropped' : 'closed',
      plant: 'none',
    },
    process.env,
  );
  const acknowledged = readAcknowledgements(readFileSync(marks, 'utf8'));
  const untouched = copyOf({ folder, shop });
  const db = openWriter(storeFiles(untouched).database, keyHex);
  const digest = digestOf(db);
  db.close();
  removeScratch(untouched);
  return { folder, shop, keyHex, acknowledged, digest };
}

function copyOf({ folder, shop }: Pick<Reference, 'folder' | 'shop'>): string {
  const copy = path.join(folder, 'copy');
  cpSync(shop, copy, { recursive: true, filter: (file) => !file.endsWith('-shm') });
  return copy;
}

/** Turns one bit, anywhere in the file. */
function flipIn(file: string, chance: Seeded): void {
  const bytes = readFileSync(file);
  const at = chance.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  writeFileSync(file, bytes);
}

function flipStore(reference: Reference, file: string, chance: Seeded): Flip {
  const copy = copyOf(reference);
  try {
    flipIn(path.join(copy, path.relative(reference.shop, file)), chance);
    const lostWithoutWitness = file.endsWith('-wal') && losesUnseen(reference, copy);
    const before = bytesOf(copy);
    const verdict = look(reference, copy);
    const evidenceChanged = verdict === 'refused' && bytesOf(copy) !== before;
    return {
      verdict: verdict === 'refused' ? 'noticed' : verdict,
      evidenceChanged,
      lostWithoutWitness,
    };
  } finally {
    removeScratch(copy);
  }
}

/** Opens the store as the program does and reads all of it. */
function look({ keyHex, digest }: Reference, dataDir: string): Verdict | 'refused' {
  const world = seededWorld({ seed: 1 });
  const opened = openStore({
    dataDir,
    keyHex,
    machine: MACHINE,
    nowMs: world.nowMs(),
    newId: world.newId,
    backupBeforeMigration: () => {},
    onCommit: () => {},
    onWitnessFailed: () => {},
  });
  if (!opened.ok) return 'refused';
  const { writer, newSeries } = opened.value;
  try {
    if (newSeries !== null) return 'noticed';
    return readAll(writer.sqlite, digest);
  } finally {
    writer.sqlite.close();
  }
}

/** The same shop without its witness: the log's end is all there is to go by. */
function losesUnseen({ keyHex, acknowledged }: Reference, flipped: string): boolean {
  const copy = `${flipped}-unwitnessed`;
  cpSync(flipped, copy, { recursive: true });
  try {
    const db = openWriter(storeFiles(copy).database, keyHex);
    try {
      if (readAll(db, '') === 'noticed') return false;
      const there = new Set(db.prepare<[], string>('select id from sale').pluck().all());
      return acknowledged.some((each) => each.kind === 'sale' && !there.has(each.saleId));
    } finally {
      db.close();
    }
  } catch {
    return false; // it did not open: that is noticed
  } finally {
    removeScratch(copy);
  }
}

function readAll(db: Sqlite, digest: string): Verdict {
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return 'noticed';
    if (findBrokenChain(db) !== undefined) return 'noticed';
    return digestOf(db) === digest ? 'harmless' : 'undetected';
  } catch {
    return 'noticed'; // a page whose code is wrong throws when it is read
  }
}

/** Every row of every table, as one hash. */
function digestOf(db: Sqlite): string {
  const hash = createHash('sha256');
  const tables = db
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name",
    )
    .pluck()
    .all();
  for (const table of tables) {
    hash.update(table);
    for (const row of db.prepare(`select * from "${table}"`).raw().iterate())
      hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

function bytesOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted()) {
    if (name.endsWith('-shm') || name === 'backups') continue;
    const bytes = readFileSync(path.join(folder, name));
    // A log that holds nothing is no log.
    if (bytes.length > 0) hash.update(name).update(bytes);
  }
  return hash.digest('hex');
}

/** Half of the bits in the manifest, though it is small: it carries the wrapped key. */
function flipBackup(reference: Reference, chance: Seeded): Flip {
  const copy = copyOf(reference);
  try {
    const { backups } = storeFiles(copy);
    const [backupId = ''] = readdirSync(backups);
    flipIn(path.join(backups, backupId, chance.pick(['shop.db', 'manifest.json'])), chance);
    return {
      verdict: checkBackup(backups, backupId, reference.keyHex).ok ? 'undetected' : 'noticed',
    };
  } finally {
    removeScratch(copy);
  }
}

/** The key's file, held by a keychain and by itself in turn. */
async function keyFlip(folder: string, chance: Seeded): Promise<() => Promise<Flip>> {
  const kinds = await Promise.all(
    [undefined, aKeychain()].map(async (keychain, index) => {
      const place = path.join(folder, `key-${index}`);
      mkdirSync(place);
      await provideKey(place, keychain, false);
      return { place, keychain };
    }),
  );
  return async () => {
    const { place, keychain } = chance.pick(kinds);
    const copy = path.join(folder, 'copy');
    cpSync(place, copy, { recursive: true });
    try {
      flipIn(path.join(copy, 'key.json'), chance);
      const { state } = await provideKey(copy, keychain, true);
      return {
        verdict:
          state === 'damaged' || state === 'locked' || state === 'missing'
            ? 'noticed'
            : 'undetected',
      };
    } finally {
      removeScratch(copy);
    }
  };
}
