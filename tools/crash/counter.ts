import { v7 } from 'uuid';
import { setUpStore } from '#db/first-run/set-up-store.ts';
import { createStore } from '#db/store/create-store.ts';
import { openStore } from '#db/store/open-store.ts';
import type { Actor, CommandContext, RegisterIdentity } from '#db/write-path/command-context.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { BatchId, Id, StaffId } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import { seeded } from './seeded.ts';

/** The machine all shops of the bench stand on. */
export const MACHINE = 'crash-bench';
const FIRST_DAY_MS = Date.UTC(2026, 10, 23, 16, 0, 0);

export interface CounterPlace {
  readonly dataDir: string;
  readonly keyHex: string;
  readonly seed: number;
  /** Sales since the shop began: ids and times go on from there. */
  readonly startMs?: number;
}

/** An open shop with somebody at the counter, whose clock and ids come from a seed. */
export interface Counter {
  readonly writer: Writer;
  readonly register: RegisterIdentity;
  readonly owner: Actor;
  readonly newSeries: 'clone' | 'witness' | null;
  newId<Kind extends string>(kind: Kind): Id<Kind>;
  /** A context for the next command; time goes on by some seconds. */
  context(command: string, batchId?: BatchId): CommandContext;
  nowMs(): number;
}

/** Ids and time that a seed decides. */
export function seededWorld({
  seed,
  startMs = FIRST_DAY_MS,
}: Pick<CounterPlace, 'seed' | 'startMs'>) {
  const chance = seeded(seed);
  let nowMs = startMs;
  let counter = 0;
  const newId = <Kind extends string>(_kind: Kind): Id<Kind> => {
    const random = Uint8Array.from({ length: 16 }, () => chance.below(256));
    return v7({ msecs: nowMs, seq: counter++, random }) as Id<Kind>;
  };
  return {
    chance,
    newId,
    nowMs: () => nowMs,
    pass: () => {
      nowMs += 3000 + chance.below(20_000);
      return nowMs;
    },
  };
}
export type SeededWorld = ReturnType<typeof seededWorld>;

/** First run: the file, the shop in it, and its owner. */
export function createShop(place: CounterPlace, world: SeededWorld): void {
  const { dataDir, keyHex } = place;
  createStore({ dataDir, keyHex, machine: MACHINE, nowMs: world.nowMs(), newId: world.newId });
}

/** Opens the shop as the store's process does; throws with the refusal where it does not open. */
export function openCounter(place: CounterPlace, world: SeededWorld): Counter {
  const opened = openStore({
    dataDir: place.dataDir,
    keyHex: place.keyHex,
    machine: MACHINE,
    nowMs: world.nowMs(),
    newId: world.newId,
    backupBeforeMigration: () => {},
    onCommit: () => {},
    onWitnessFailed: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(`the shop does not open: ${JSON.stringify(opened.refusal)}`);
  const { writer, register, newSeries } = opened.value;
  const owner: Actor = { staffId: ownerOf(writer) ?? world.newId('staff'), roles: ['owner'] };
  const context: Counter['context'] = (command, batchId) => ({
    commandId: world.newId('command'),
    command,
    actor: owner,
    batchId: batchId ?? null,
    nowMs: world.pass(),
    register,
    newId: world.newId,
  });
  return { writer, register, owner, newSeries, newId: world.newId, context, nowMs: world.nowMs };
}

/** Makes a store out of the empty file. */
export function setUpShop({ writer, context, owner }: Counter): CommandContext {
  const command = { ...context('system.setUp'), actor: null };
  const told = {
    store: {
      name: 'Bellmore Jewelers',
      addressLines: '12 Main St\nFranklin, TN 37064',
      phone: '(615) 555-0100',
      zone: 'America/Chicago',
      receiptFooter: 'Thank you',
    },
    registerName: 'Register 1',
    tax: { name: 'Sales tax', ratePpm: 82_500 as RatePpm },
    owner: { staffId: owner.staffId, name: 'Ana Rivas', initials: 'AR', verifier: 'none' },
    floatCents: 20_000 as Cents,
  };
  const done = writer.write(command, told, (tx) => setUpStore(tx, command, told));
  if (!done.ok) throw new Error(`the shop was not set up: ${done.refusal.code}`);
  return command;
}

function ownerOf(writer: Writer): StaffId | undefined {
  return writer.sqlite.prepare("select id from staff where roles like '%owner%'").pluck().get() as
    | StaffId
    | undefined;
}
