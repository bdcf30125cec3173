import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { replayKept } from '#db/apply/replay-kept.ts';
import { createStore } from '#db/store/create-store.ts';
import { openStore, refusalOf } from '#db/store/open-store.ts';
import { storeFiles } from '#db/store/store-files.ts';
import { businessDateNow } from '#db/drawer/business-date.ts';
import { isSetUp } from '#db/settings/find-settings.ts';
import type { Actor, CommandContext, RegisterIdentity } from '#db/write-path/command-context.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { BatchId } from '#shared/ids.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { StoreRefusal, StoreState, SystemStatus } from '#shared/settings/contract.ts';
import { fillDemoShop } from '../demo/fill-demo-shop.ts';
import { ImportRuns } from '../imports/run-import.ts';
import { Sessions } from '../people/sessions.ts';
import type { WriterBoot, WriterReport } from '../worker-messages.ts';
import { makeBackup, removeUnfinishedBackups } from '#db/store/backup.ts';
import { wrapForBackup } from '../keys/backup-key.ts';
import { ChangeFeed } from './change-feed.ts';
import { Checkpoints } from './checkpoints.ts';
import { machineId } from './machine-id.ts';
import { newId } from './new-id.ts';
import { PrintDesk } from './print-desk.ts';
import { ReaderLink } from './reader-link.ts';
import { type StoreLock, takeStoreLock } from './store-lock.ts';

/** What an open shop consists of. */
interface OpenShop {
  readonly writer: Writer;
  readonly register: RegisterIdentity;
  readonly printDesk: PrintDesk;
}

export interface StoreProcessParts {
  readonly boot: WriterBoot;
  readonly report: (report: WriterReport) => void;
  readonly now: () => number;
  /** The store cannot go on in this thread: whoever supervises it starts it anew. */
  readonly giveUp?: (() => void) | undefined;
}

/** The life of the store in the writer's thread: opening, first run, refusal with a reason, closing. */
export class StoreProcess {
  readonly boot: WriterBoot;
  readonly feed = new ChangeFeed();
  readonly sessions = new Sessions();
  readonly reader: ReaderLink;
  readonly imports: ImportRuns;
  readonly now: () => number;
  readonly report: (report: WriterReport) => void;
  readonly #checkpoints: Checkpoints;
  readonly #giveUp: (() => void) | undefined;
  #state: StoreState = { state: 'opening' };
  #keyHex: string | undefined;
  #recoveryCode: string | undefined;
  #newSeries: SystemStatus['newSeries'] = null;
  #lock: StoreLock | undefined;
  #shop: OpenShop | undefined;
  #turn: Promise<void> = Promise.resolve();
  #backupProblem: string | null = null;
  #lastCommitMs: number | undefined;
  readonly #beforeClosing = new Set<() => Promise<void>>();

  constructor({ boot, report, now, giveUp }: StoreProcessParts) {
    this.#giveUp = giveUp;
    this.boot = boot;
    this.report = report;
    this.now = now;
    this.reader = new ReaderLink(boot.readerPort);
    this.#keyHex = 'keyHex' in boot.key ? boot.key.keyHex : undefined;
    this.#recoveryCode = 'recoveryCode' in boot.key ? boot.key.recoveryCode : undefined;
    this.imports = new ImportRuns(
      () => this.shop.writer,
      now,
      (what) => report({ type: 'trouble', what }),
    );
    this.#checkpoints = new Checkpoints(
      () => this.#shop?.writer,
      () => sizeOf(`${storeFiles(boot.dataDir).database}-wal`),
      (what) => report({ type: 'trouble', what }),
    );
  }

  get state(): StoreState {
    return this.#state;
  }

  get keyHex(): string | undefined {
    return this.#keyHex;
  }

  /** Why this start opened a new series of numbers; null on every other start. */
  get newSeries(): SystemStatus['newSeries'] {
    return this.#newSeries;
  }

  /** The recovery code, until somebody has said that it is on paper. */
  get unseenRecoveryCode(): string | undefined {
    return this.#recoveryCode;
  }

  /** When anything was saved last; undefined while nothing was since the start. */
  get lastCommitMs(): number | undefined {
    return this.#lastCommitMs;
  }

  /** Why the last backup failed; null when it did not, or none was tried. */
  get backupProblem(): string | null {
    return this.#backupProblem;
  }

  noteBackup(problem: string | null): void {
    this.#backupProblem = problem;
    this.feed.publish(['backup']);
  }

  forgetRecoveryCode(): void {
    this.#recoveryCode = undefined;
    this.#setState(this.#state);
  }

  /** Ends this store; the process that started it opens the demo shop, or the real one, in its place. */
  leaveFor(demo: boolean): void {
    this.report({ type: 'shop-wanted', demo });
  }

  get files() {
    return storeFiles(this.boot.dataDir);
  }

  /** The open shop. Throws while there is none: the router refuses such calls before they come here. */
  get shop(): OpenShop {
    if (!this.#shop) throw new Error('the store is not open');
    return this.#shop;
  }

  get isOpen(): boolean {
    return this.#shop !== undefined;
  }

  /** Opens what lies in the data folder, or makes a new store where nothing does. Never throws for what it finds there. */
  async open(keyHex = this.#keyHex): Promise<void> {
    this.#keyHex = keyHex;
    const refusal = await this.#tryOpen();
    this.#setState(
      refusal
        ? { state: 'refused', refusal }
        : { state: isSetUp(this.shop.writer) ? 'ready' : 'empty' },
    );
  }

  /** After the first person and the store's name are there. */
  becomeReady(): void {
    this.#setState({ state: 'ready' });
  }

  /** A context for one command. */
  context(
    command: string,
    commandId: string,
    actor: Actor | null,
    batchId: BatchId | null = null,
  ): CommandContext {
    return {
      commandId,
      command,
      actor: actor && { staffId: actor.staffId, roles: actor.roles },
      batchId,
      nowMs: this.now(),
      register: this.shop.register,
      newId,
    };
  }

  /** The date that what is rung up now counts for: the open drawer's, else the one it would be opened with. */
  businessDate(): BusinessDate {
    const { writer, register } = this.shop;
    return businessDateNow(writer, register.registerId, this.now());
  }

  /** Has something end before the files are closed, unless it is over by then. Answers how to say that it is. */
  beforeClosing(end: () => Promise<void>): () => void {
    this.#beforeClosing.add(end);
    return () => this.#beforeClosing.delete(end);
  }

  /** Closes the connections, so that files can be moved or the program can end. */
  async close(): Promise<void> {
    this.#checkpoints.stop();
    await Promise.all([...this.#beforeClosing].map((end) => end()));
    await this.imports.stop();
    const shop = this.#shop;
    this.#shop = undefined;
    this.#setState({ state: 'opening' });
    try {
      await shop?.printDesk.stop();
      if (shop) await this.reader.release();
      shop?.writer.close();
    } finally {
      this.#lock?.release();
      this.#lock = undefined;
    }
  }

  /**
   * Runs what closes, moves or opens the files, one after another: a restore or a code sent twice is looked at twice,
   * and never opens a second writer beside the first.
   */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#turn.then(work);
    this.#turn = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  async #tryOpen(): Promise<StoreRefusal | undefined> {
    const { boot } = this;
    const keyHex = this.#keyHex;
    const unusable = this.#refusedFolder();
    if (unusable) return unusable;
    if (keyHex === undefined) return refusedKey(boot);
    try {
      removeUnfinishedBackups(this.files.backups);
      if (this.#isUntouched()) this.#create(keyHex);
      const opened = openStore({
        dataDir: boot.dataDir,
        keyHex,
        machine: machineId(boot.dataDir),
        nowMs: this.now(),
        newId,
        backupBeforeMigration: () => this.#backupBeforeMigration(keyHex),
        onCommit: (tables) => this.#committed(tables),
        onLost: (error) => {
          this.report({ type: 'trouble', what: `the store was lost: ${String(error)}` });
          this.#giveUp?.();
        },
        onWitnessFailed: (error) =>
          this.report({ type: 'trouble', what: `the witness was not synced: ${String(error)}` }),
      });
      if (!opened.ok) return opened.refusal;
      const { writer, register, newSeries } = opened.value;
      this.#newSeries = newSeries;
      if (newSeries) this.report({ type: 'trouble', what: SERIES_OPENED[newSeries] });
      await this.reader.open(this.files.database, keyHex, register.storeId);
      this.#shop = {
        writer,
        register,
        printDesk: new PrintDesk(writer, {
          registerId: register.registerId,
          demo: boot.demo,
          now: this.now,
          report: this.report,
        }),
      };
      this.#replayKept(writer);
      if (boot.demo && !isSetUp(writer)) await fillDemoShop(writer, register, this.now());
      return undefined;
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** After an upgrade: what the program before did not know. A bug in it must not keep the shop closed. */
  #replayKept(writer: Writer): void {
    try {
      const replayed = replayKept(writer, () =>
        this.context('review.detect', newId('command'), null),
      );
      if (!replayed.ok) throw new Error(replayed.refusal.code);
    } catch (error) {
      this.report({
        type: 'trouble',
        what: `what was kept for this program was not put in: ${String(error)}`,
      });
    }
  }

  #refusedFolder(): StoreRefusal | undefined {
    try {
      mkdirSync(this.boot.dataDir, { recursive: true });
      this.#lock ??= takeStoreLock(this.files.lock);
      return this.#lock ? undefined : { code: 'STORE_IN_USE' };
    } catch (error) {
      const full = /ENOSPC|SQLITE_FULL/.test(String(error));
      return full ? { code: 'DISK_FULL' } : { code: 'FOLDER_READ_ONLY', folder: this.boot.dataDir };
    }
  }

  /** True when no part of a shop lies in the folder: only then may a new one be made. */
  #isUntouched(): boolean {
    const { database, witness, backups, evidence } = this.files;
    const hasAny = (folder: string): boolean =>
      existsSync(folder) && readdirSync(folder).length > 0;
    return !existsSync(database) && !existsSync(witness) && !hasAny(backups) && !hasAny(evidence);
  }

  #create(keyHex: string): void {
    createStore({
      dataDir: this.boot.dataDir,
      keyHex,
      machine: machineId(this.boot.dataDir),
      nowMs: this.now(),
      newId,
    });
  }

  /** The old schema, kept: a migration that goes wrong can be taken back. Throws when it cannot be made. */
  #backupBeforeMigration(keyHex: string): void {
    const { database, backups } = this.files;
    const wrappedKey = wrapForBackup(this.boot.dataDir);
    const made = makeBackup({
      database,
      keyHex,
      folder: backups,
      reason: 'migration',
      nowMs: this.now(),
      wrappedKey,
    });
    if (!made.ok) throw new Error(`no backup before the migration: ${made.refusal.code}`);
  }

  #committed(tables: readonly string[]): void {
    this.#lastCommitMs = this.now();
    this.#checkpoints.afterCommit();
    this.feed.publish(tables);
    if (tables.includes('print_job')) this.#shop?.printDesk.nudge();
  }

  #setState(state: StoreState): void {
    this.#state = state;
    this.feed.publish(['store_state']);
  }

  /** Empties a demo's folder; refuses by throwing where the shop is real. */
  eraseDemo(): void {
    if (!this.boot.demo) throw new Error('only a demo may be erased');
    const { database, witness, backups, evidence, scratch, photos } = this.files;
    for (const file of [database, `${database}-wal`, `${database}-shm`, witness])
      rmSync(file, { force: true });
    for (const folder of [backups, evidence, scratch, photos])
      rmSync(folder, { recursive: true, force: true });
  }
}

/** What a new series at a start means; whether sales are missing, only an older backup or the drawer can tell. */
const SERIES_OPENED = {
  clone: 'a new series was opened: the store lies on another machine or disk than before',
  witness: 'a new series was opened: the witness was missing or unreadable, and could not be asked',
} as const;

function refusedKey({ key }: WriterBoot): StoreRefusal {
  switch (key.state) {
    case 'damaged':
      return { code: 'KEY_DAMAGED' };
    case 'locked':
      return { code: 'KEY_LOCKED' };
    case 'missing':
    case 'created':
    case 'ready':
      return { code: 'KEY_MISSING' };
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
