import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import type { Id, StoreId } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import { openStore } from '../../store/open-store.ts';
import { putCreatedStore, TEST_KEY } from '../../testing/created-store.ts';
import type { Actor, CommandContext, RegisterIdentity } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import type { Writer } from '../../write-path/writer.ts';
import { applyPage, type PageOutcome } from '../apply-page.ts';
import { listOwnChangesets } from '../list-own-changesets.ts';
import type { PulledChangeset } from '../pulled-changeset.ts';
import { REPLICA_STORE } from './replica.ts';

/** One of several registers of a shop, on a real encrypted file of its own. */
export interface Register {
  readonly writer: Writer;
  readonly register: RegisterIdentity;
  context(command: string, actor?: Actor | null): CommandContext;
  /** Does something as a command of this register. */
  act(body: (tx: WriteTx, context: CommandContext) => void): void;
  /** What it has done since number `afterN`. */
  did(afterN?: number): readonly PulledChangeset[];
  pull(page: readonly PulledChangeset[]): PageOutcome;
  close(): void;
}

const NOW_MS = Date.UTC(2026, 10, 23, 16, 0, 0);
const newId = <Kind extends string>(_kind: Kind) => v7() as Id<Kind>;

/** Register `number` of a shop that has several. Nothing is in it but its identity. */
export function aRegister(number: number, storeId: StoreId = REPLICA_STORE): Register {
  const dataDir = mkdtempSync(path.join(tmpdir(), `register-${number}-`));
  const machine = `machine-${number}`;
  putCreatedStore(dataDir, machine, { registerNumber: number, storeId });
  const opened = openStore({
    dataDir,
    keyHex: TEST_KEY,
    machine,
    nowMs: NOW_MS,
    newId,
    backupBeforeMigration: () => {},
    onCommit: () => {},
    onWitnessFailed: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(`register ${number} did not open: ${opened.refusal.code}`);
  const { writer, register } = opened.value;
  const context: Register['context'] = (command, actor = null) => ({
    commandId: newId('command'),
    command,
    actor,
    batchId: null,
    nowMs: NOW_MS,
    register,
    newId,
  });
  return {
    writer,
    register,
    context,
    act: (body) => {
      const acting = context('test.act');
      writer.write(acting, null, (tx) => (body(tx, acting), ok(null)));
    },
    did: (afterN = 0) => listOwnChangesets(writer, afterN, 1000),
    pull: (page) => {
      const outcome = applyPage(writer, () => context('review.detect'), page);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
      return outcome.value;
    },
    close: () => {
      writer.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
