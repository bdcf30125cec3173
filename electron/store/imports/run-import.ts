import { businessDateNow } from '#db/drawer/business-date.ts';
import { applyCustomer } from '#db/imports/apply-customer.ts';
import { applyPiece } from '#db/imports/apply-piece.ts';
import { applySale } from '#db/imports/sales/apply-sale.ts';
import {
  findBatch,
  listRowsAfter,
  type StagedBatch,
  type StagedRow,
} from '#db/imports/find-batch.ts';
import { type AppliedRow, markBadRow, markRow } from '#db/imports/mark-row.ts';
import { setBatchMapping, setBatchState } from '#db/imports/stage-file.ts';
import type { CommandContext } from '#db/write-path/command-context.ts';
import type { WriteTx } from '#db/write-path/write-tx.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { BatchId } from '#shared/ids.ts';
import type {
  BatchRefusal,
  DryRun,
  ImportBatch,
  ImportProgress,
  ReadFileRefusal,
  StagedFile,
  UndoneImport,
} from '#shared/imports/contract.ts';
import type { ImportMapping } from '#shared/imports/import-row.ts';
import { missingFields } from '#shared/imports/sources.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { type DraftedRow, DraftReader } from './draft-rows.ts';
import { dryRunImport } from './dry-run-import.ts';
import { ImportPace } from './import-pace.ts';
import { rowCommandId } from './row-command-id.ts';
import { stageImport } from './stage-import.ts';
import { undoImport } from './undo-import.ts';

/** The context of one row's command, for a command id that follows from batch and row. */
export type NewImportContext = (commandId: string, batchId: BatchId) => CommandContext;

interface Run {
  readonly staged: StagedBatch;
  readonly reader: DraftReader;
  readonly newContext: NewImportContext;
  done: number;
  finished: boolean;
  cancelled: boolean;
  ended: Promise<void>;
}

/**
 * Imports between sales: everything goes in slices of about 20 ms with a turn for whoever waits between them. A
 * row and its mark commit together and its command id follows from batch and row, so that after a crash, a cancel or
 * a second try nothing is done twice. One import at a time.
 */
export class ImportRuns {
  readonly #writer: () => Writer;
  readonly #now: () => number;
  readonly #onTrouble: (what: string) => void;
  readonly #runs = new Map<BatchId, Run>();
  #isBusy = false;

  /** `onTrouble` hears of a run that a broken disk has ended; the batch can be run again. */
  constructor(writer: () => Writer, now: () => number, onTrouble: (what: string) => void) {
    this.#writer = writer;
    this.#now = now;
    this.#onTrouble = onTrouble;
  }

  /** Takes a file in and keeps it aside; nothing of the shop changes. */
  read(batchId: BatchId, file: File): Promise<Result<StagedFile, ReadFileRefusal>> {
    return stageImport(this.#ofNow(), { batchId, file, nowMs: this.#now() });
  }

  /** Says what a run with these columns would do. */
  async dryRun(batchId: BatchId, mapping: ImportMapping): Promise<Result<DryRun, BatchRefusal>> {
    const staged = this.#ready(batchId, mapping);
    if (!staged.ok) return staged;
    return ok(await dryRunImport(this.#ofNow(), staged.value, mapping, newPace()));
  }

  /** Starts, or goes on where a run stopped, and answers at once; `progress` tells the rest. */
  async run(
    batchId: BatchId,
    mapping: ImportMapping,
    newContext: NewImportContext,
  ): Promise<Result<ImportBatch, BatchRefusal>> {
    const ready = this.#ready(batchId, mapping);
    if (!ready.ok) return ready;
    const staged = ready.value;
    if (staged.batch.state === 'done' || staged.batch.state === 'undone') return ok(staged.batch);
    const reader = new DraftReader(staged, mapping);
    this.#writer().writeLocal((tx) => {
      setBatchMapping(tx, batchId, reader.mapping);
      setBatchState(tx, batchId, 'running');
    });
    const run: Run = {
      staged,
      reader,
      newContext,
      done: 0,
      finished: false,
      cancelled: false,
      ended: Promise.resolve(),
    };
    this.#runs.set(batchId, run);
    this.#isBusy = true;
    run.ended = this.#work(run);
    return ok({ ...staged.batch, state: 'running' });
  }

  /** How far a run is that this program has started; null for others. */
  progress(batchId: BatchId): ImportProgress | null {
    const run = this.#runs.get(batchId);
    if (!run) return null;
    return { done: run.done, total: run.staged.rowCount, finished: run.finished };
  }

  /** Stops a run after the slice it is in. What it did stays, and `run` goes on from there. */
  async cancel(batchId: BatchId): Promise<Result<ImportBatch, BatchRefusal>> {
    const run = this.#runs.get(batchId);
    if (run) {
      run.cancelled = true;
      await run.ended;
    }
    const staged = findBatch(this.#writer(), batchId);
    return staged ? ok(staged.batch) : refuse({ code: 'IMPORT_NOT_FOUND' });
  }

  /** Takes back what the batch did and nobody has touched since. */
  async undo(
    batchId: BatchId,
    newContext: NewImportContext,
  ): Promise<Result<UndoneImport, BatchRefusal>> {
    const staged = this.#ready(batchId);
    if (!staged.ok) return staged;
    this.#isBusy = true;
    try {
      return ok(await undoImport(this.#ofNow(), staged.value, newContext, newPace()));
    } finally {
      this.#isBusy = false;
    }
  }

  /** When a run has ended, however. */
  async settled(batchId: BatchId): Promise<void> {
    await this.#runs.get(batchId)?.ended;
  }

  /** Stops whatever runs, before the store is closed. */
  async stop(): Promise<void> {
    for (const run of this.#runs.values()) run.cancelled = true;
    await Promise.all([...this.#runs.values()].map((run) => run.ended));
  }

  /** The shop that is open now: work in slices must end with it, and never go on in the one a restore puts in its place. */
  #ofNow(): () => Writer {
    const writer = this.#writer();
    return () => writer;
  }

  #ready(batchId: BatchId, mapping?: ImportMapping): Result<StagedBatch, BatchRefusal> {
    const staged = findBatch(this.#writer(), batchId);
    if (!staged) return refuse({ code: 'IMPORT_NOT_FOUND' });
    if (this.#isBusy) return refuse({ code: 'IMPORT_RUNNING' });
    const { batch, headers } = staged;
    const [field] = mapping ? missingFields(mapping, batch.target, headers) : [];
    return field === undefined ? ok(staged) : refuse({ code: 'IMPORT_FIELD_NOT_MAPPED', field });
  }

  async #work(run: Run): Promise<void> {
    const { batchId } = run.staged.batch;
    try {
      const state = await this.#applyAll(run);
      this.#writer().writeLocal((tx) => setBatchState(tx, batchId, state));
    } catch (error) {
      this.#onTrouble(`the import stopped: ${String(error)}`);
    } finally {
      run.finished = true;
      this.#isBusy = false;
    }
  }

  async #applyAll(run: Run): Promise<'done' | 'cancelled'> {
    const pace = newPace();
    let afterRow = 0;
    // A turn before the first slice, so that `run` has answered before anything else happens.
    await pace.giveWay();
    while (!run.cancelled) {
      const rows = listRowsAfter(this.#writer(), run.staged, afterRow, pace.rows);
      const last = rows.at(-1);
      if (!last) return 'done';
      this.#applySlice(run, rows);
      run.done += rows.length;
      afterRow = last.row.rowNumber;
      await pace.giveWay();
    }
    return 'cancelled';
  }

  /** One transaction of the rows that have no outcome yet; the others are only remembered for repetitions. */
  #applySlice(run: Run, rows: readonly StagedRow[]): void {
    const writer = this.#writer();
    const drafted = rows.map((row) => ({ row, drafted: run.reader.read(row.row) }));
    const dateOf = slicesDate(writer);
    const steps = drafted
      .filter(({ row }) => row.outcome === null)
      .map((each) => stepOf(run, dateOf, each.row, each.drafted));
    if (steps.length === 0) return;
    const results = writer.writeMany(steps);
    const unmarked = results.flatMap((result, index) => {
      if (!result.ok) throw new Error(`a row was refused: ${result.refusal.code}`);
      const step = steps[index];
      return step && !step.progress.hasRun && result.value
        ? [{ place: step.place, applied: result.value }]
        : [];
    });
    // Done before and answered again: only the mark was missing.
    if (unmarked.length === 0) return;
    writer.writeLocal((tx) => {
      for (const { place, applied } of unmarked) markRow(tx, place, applied);
    });
  }
}

interface Place {
  readonly batchId: BatchId;
  readonly rowNumber: number;
}

/** The business date, asked once a slice: the drawer is not opened or closed in the middle of one. */
function slicesDate(writer: Writer): (context: CommandContext) => string {
  let date: string | undefined;
  return ({ register, nowMs }) => (date ??= businessDateNow(writer, register.registerId, nowMs));
}

function stepOf(
  { staged, reader, newContext }: Run,
  dateOf: (context: CommandContext) => string,
  { row: { rowNumber } }: StagedRow,
  drafted: DraftedRow,
) {
  const { batchId } = staged.batch;
  const place: Place = { batchId, rowNumber };
  const context = newContext(rowCommandId(batchId, 'row', rowNumber), batchId);
  const businessDate = dateOf(context);
  const terms = { ...place, source: staged.source, mapping: reader.mapping, businessDate };
  const progress = { hasRun: false };
  const body = (tx: WriteTx): Result<AppliedRow | null, never> => {
    progress.hasRun = true;
    switch (drafted.kind) {
      case 'bad':
        markBadRow(tx, place, drafted.errors);
        return ok(null);
      case 'piece':
        return applyPiece(tx, context, { ...terms, draft: drafted.draft });
      case 'customer':
        return applyCustomer(tx, context, { ...terms, draft: drafted.draft });
      case 'sale': {
        const { draft, sameBefore } = drafted;
        return applySale(tx, context, { ...terms, draft, sameBefore });
      }
    }
  };
  return { place, progress, context, input: { rowNumber }, body };
}

function newPace(): ImportPace {
  return new ImportPace(() => performance.now());
}
