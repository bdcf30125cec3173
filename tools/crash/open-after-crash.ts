import { existsSync, readdirSync } from 'node:fs';
import { checkBackup } from '#db/store/backup.ts';
import { openStore } from '#db/store/open-store.ts';
import { storeFiles } from '#db/store/store-files.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { checkShop, type Findings } from './check-shop.ts';
import { createShop, MACHINE, seededWorld } from './counter.ts';

export interface CrashedShop {
  readonly dataDir: string;
  readonly keyHex: string;
  readonly acknowledged: readonly Acknowledgement[];
}

/** Opens a crashed shop the way the program does, witness and all, and says what is wrong with it. */
export function openAfterCrash({ dataDir, keyHex, acknowledged }: CrashedShop): Findings {
  try {
    const found = open(dataDir, keyHex, acknowledged);
    const backups = acknowledged.flatMap((each) => (each.kind === 'backup' ? [each.backupId] : []));
    const bad = backups.filter(
      (backupId) => !checkBackup(storeFiles(dataDir).backups, backupId, keyHex).ok,
    );
    return { ...found, lost: [...found.lost, ...bad.map((backupId) => `backup ${backupId}`)] };
  } catch (error) {
    return { lost: [], corrupt: [`opening threw ${String(error)}`] };
  }
}

function open(dataDir: string, keyHex: string, acknowledged: readonly Acknowledgement[]): Findings {
  const wasCreated = acknowledged.some(({ kind }) => kind === 'created');
  const world = seededWorld({ seed: 1 });
  if (!wasCreated && isUntouched(dataDir)) createShop({ dataDir, keyHex, seed: 1 }, world);
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
  if (!opened.ok) {
    const said = JSON.stringify(opened.refusal);
    return opened.refusal.code === 'TAIL_LOST'
      ? { lost: [said], corrupt: [] }
      : { lost: [], corrupt: [said] };
  }
  const { writer, newSeries } = opened.value;
  try {
    const found = checkShop(writer.sqlite, acknowledged);
    // A crash is no copied disk: once the shop was made, its series goes on.
    const strange = wasCreated && newSeries !== null ? [`a new series: ${newSeries}`] : [];
    return { ...found, corrupt: [...found.corrupt, ...strange] };
  } finally {
    writer.sqlite.close();
  }
}

/** As the store's process decides whether a new shop may be made here. */
function isUntouched(dataDir: string): boolean {
  const { database, witness, backups } = storeFiles(dataDir);
  const hasBackups = existsSync(backups) && readdirSync(backups).length > 0;
  return !existsSync(database) && !existsSync(witness) && !hasBackups;
}
