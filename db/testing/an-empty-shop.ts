import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStore } from '../store/create-store.ts';
import { openStore } from '../store/open-store.ts';
import type { Actor, CommandContext, RegisterIdentity } from '../write-path/command-context.ts';
import type { Writer } from '../write-path/writer.ts';
import { newId, TEST_NOW_MS } from './a-shop.ts';

/** A real encrypted file as the first start leaves it: migrated, and nobody in it. */
export interface EmptyShop {
  readonly writer: Writer;
  readonly register: RegisterIdentity;
  context(command: string, actor: Actor | null, commandId?: string): CommandContext;
  close(): void;
}

export function anEmptyShop(): EmptyShop {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'empty-shop-'));
  const keyHex = randomBytes(32).toString('hex');
  const machine = 'test-machine';
  createStore({ dataDir, keyHex, machine, nowMs: TEST_NOW_MS, newId });
  const opened = openStore({
    dataDir,
    keyHex,
    machine,
    nowMs: TEST_NOW_MS,
    newId,
    backupBeforeMigration: () => {},
    onCommit: () => {},
    onWitnessFailed: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(`the empty shop did not open: ${opened.refusal.code}`);
  const { writer, register } = opened.value;
  return {
    writer,
    register,
    context: (command, actor, commandId) => ({
      commandId: commandId ?? newId('command'),
      command,
      actor,
      batchId: null,
      nowMs: TEST_NOW_MS,
      register,
      newId,
    }),
    close: () => {
      writer.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
