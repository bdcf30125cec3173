import { eq, sql } from 'drizzle-orm';
import type { PrintJobKind } from '#shared/printing/print-job-kinds.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { registerSetting } from '../settings/tables.ts';
import { printJob } from './tables.ts';

export interface PaperOrder {
  readonly kind: PrintJobKind;
  readonly subjectId: string | null;
  readonly copy: boolean;
  /** What the queue shows: the number of the document. */
  readonly title: string;
  /** The job's own id, for a wish that may be said twice; one is made where there is none. */
  readonly jobId?: string;
  /** JSON of what else the paper needs. */
  readonly options?: string;
}

/** True when this register has a printer to send papers to. */
export function hasPrinter(db: ReadDb): boolean {
  const row = printerSetting(db).get();
  return row !== undefined && row.value !== 'null';
}

/**
 * Queues a paper in the transaction of its cause. Answers false, and queues nothing, where no printer is set up:
 * the paper can be seen, saved and printed later all the same.
 */
export function queuePaper(tx: WriteTx, context: CommandContext, order: PaperOrder): boolean {
  if (!hasPrinter(tx)) return false;
  queueJob(tx, context, order);
  return true;
}

/** Queues a job whatever printers there are: the caller knows that there is one for it. */
export function queueJob(tx: WriteTx, context: CommandContext, order: PaperOrder): void {
  insertJob(tx).run({
    id: order.jobId ?? context.newId('printJob'),
    kind: order.kind,
    subjectId: order.subjectId,
    copy: order.copy ? 1 : 0,
    title: order.title,
    options: order.options ?? null,
    nowMs: context.nowMs,
  });
  tx.touch('print_job');
}

const printerSetting = prepared((orm) =>
  orm
    .select({ value: registerSetting.value })
    .from(registerSetting)
    .where(eq(registerSetting.key, 'printer'))
    .prepare(),
);

const insertJob = prepared((orm) =>
  orm
    .insert(printJob)
    .values({
      id: sql.placeholder('id'),
      kind: sql.placeholder('kind'),
      subjectId: sql.placeholder('subjectId'),
      copy: sql.placeholder('copy'),
      title: sql.placeholder('title'),
      state: 'queued',
      attempt: 0,
      problem: null,
      nextTryAtMs: sql.placeholder('nowMs'),
      queuedAtMs: sql.placeholder('nowMs'),
      printedAtMs: null,
      options: sql.placeholder('options'),
    })
    .prepare(),
);
