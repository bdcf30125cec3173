import { and, asc, eq, inArray, lte, ne, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { nextPrintJobState } from '#shared/documents/print-job-state.ts';
import type { PrintJobKind } from '#shared/printing/print-job-kinds.ts';
import type { PrintQueueEntry } from '#shared/settings/contract.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { printJob } from './tables.ts';

export type PrintJobRow = typeof printJob.$inferSelect;

/**
 * Takes the oldest job of a printer that is due: it is `printing` from here on, and its attempt is counted. Tags have a
 * printer of their own.
 */
export function claimNextJob(
  tx: WriteTx,
  nowMs: number,
  printer: 'papers' | 'tags' = 'papers',
): PrintJobRow | undefined {
  const due = (printer === 'tags' ? nextTagsDue : nextPaperDue)(tx).get({ nowMs });
  if (!due) return undefined;
  setJob(tx).run({
    id: due.id,
    state: 'printing',
    attempt: due.attempt + 1,
    problem: null,
    nextTryAtMs: nowMs,
    printedAtMs: null,
  });
  tx.touch('print_job');
  return { ...due, state: 'printing', attempt: due.attempt + 1 };
}

/** Moves a job to its next state; the states and their order are those of shared/documents/print-job-state.ts. */
export function moveJob(
  tx: WriteTx,
  id: string,
  to: {
    readonly state: PrintJobRow['state'];
    readonly problem: string | null;
    readonly nextTryAtMs: number;
    readonly printedAtMs: number | null;
  },
): boolean {
  const job = jobById(tx).get({ id });
  if (!job) return false;
  setJob(tx).run({ id, attempt: job.attempt, ...to });
  tx.touch('print_job');
  return true;
}

/**
 * Staff want a paper tried now. One that waits or is under way is left alone, and one that came out is not found: a
 * second click on an old list must not print it twice.
 */
export function askAgain(tx: WriteTx, id: string, nowMs: number): boolean {
  const job = jobById(tx).get({ id });
  if (!job || job.state === 'printed') return false;
  const state = nextPrintJobState(job.state, 'askedAgain');
  return (
    state === undefined ||
    moveJob(tx, id, { state, problem: null, nextTryAtMs: nowMs, printedAtMs: null })
  );
}

/** True for a paper that is known, in whatever state. */
export function hasJob(db: ReadDb, id: string): boolean {
  return jobById(db).get({ id }) !== undefined;
}

/** Print by themselves with the sale and at the close: whoever asks for one asks again. */
const PRINT_BY_THEMSELVES: readonly PrintJobKind[] = ['receipt', 'dayClose'];

/** Have one original each, printed when somebody first wants it; that it was is remembered as long as the document. */
const ONE_ORIGINAL: readonly PrintJobKind[] = ['approval', 'quote', 'depositSlip', 'supplement'];

/** True where a paper that is asked for now must say that it is a copy. */
export function isPrintedAgain(db: ReadDb, kind: PrintJobKind, subjectId: string): boolean {
  if (PRINT_BY_THEMSELVES.includes(kind)) return true;
  return ONE_ORIGINAL.includes(kind) && jobOfPaper(db).get({ kind, subjectId }) !== undefined;
}

/** The program stopped while papers were under way: each may or may not have come out, and a person decides. */
export function markInterruptedJobs(tx: WriteTx): void {
  interrupt(tx).run();
}

/** Forgets a paper that nobody wants any more. */
export function dropJob(tx: WriteTx, id: string): boolean {
  const dropped = deleteJob(tx).run({ id }).changes > 0;
  if (dropped) tx.touch('print_job');
  return dropped;
}

/** Papers that have not come out, oldest first. */
export function listWaitingJobs(db: ReadDb): readonly PrintQueueEntry[] {
  return waiting(db)
    .all()
    .map((job) => ({
      printJobId: job.id,
      kind: job.kind,
      title: job.title,
      state: job.state,
      problem: job.problem,
      queuedAtMs: job.queuedAtMs,
    }));
}

/** Removes papers printed before an instant, so that the queue stays small; not those that tell of an original. */
export function forgetPrintedJobs(tx: WriteTx, beforeMs: number): void {
  deletePrinted(tx).run({ beforeMs });
}

const isDue = or(
  eq(printJob.state, 'queued'),
  and(eq(printJob.state, 'failed'), lte(printJob.nextTryAtMs, sql.placeholder('nowMs'))),
);
const nextOf = (ofPrinter: SQL) =>
  prepared((orm) =>
    orm
      .select()
      .from(printJob)
      .where(and(ofPrinter, isDue))
      .orderBy(asc(printJob.queuedAtMs), asc(printJob.id))
      .limit(1)
      .prepare(),
  );
const nextPaperDue = nextOf(ne(printJob.kind, 'tags'));
const nextTagsDue = nextOf(eq(printJob.kind, 'tags'));

const jobById = prepared((orm) =>
  orm
    .select()
    .from(printJob)
    .where(eq(printJob.id, sql.placeholder('id')))
    .prepare(),
);

const jobOfPaper = prepared((orm) =>
  orm
    .select({ id: printJob.id })
    .from(printJob)
    .where(
      and(
        eq(printJob.subjectId, sql.placeholder('subjectId')),
        eq(printJob.kind, sql.placeholder('kind')),
      ),
    )
    .limit(1)
    .prepare(),
);

const setJob = prepared((orm) =>
  orm
    .update(printJob)
    .set({
      state: sql`${sql.placeholder('state')}`,
      attempt: sql`${sql.placeholder('attempt')}`,
      problem: sql`${sql.placeholder('problem')}`,
      nextTryAtMs: sql`${sql.placeholder('nextTryAtMs')}`,
      printedAtMs: sql`${sql.placeholder('printedAtMs')}`,
    })
    .where(eq(printJob.id, sql.placeholder('id')))
    .prepare(),
);

const interrupt = prepared((orm) =>
  orm
    .update(printJob)
    .set({ state: 'unsure', problem: 'INTERRUPTED' })
    .where(eq(printJob.state, 'printing'))
    .prepare(),
);

const deleteJob = prepared((orm) =>
  orm
    .delete(printJob)
    .where(
      and(
        eq(printJob.id, sql.placeholder('id')),
        inArray(printJob.state, ['queued', 'failed', 'unsure']),
      ),
    )
    .prepare(),
);

const waiting = prepared((orm) =>
  orm
    .select()
    .from(printJob)
    .where(ne(printJob.state, 'printed'))
    .orderBy(asc(printJob.queuedAtMs))
    .limit(100)
    .prepare(),
);

const deletePrinted = prepared((orm) =>
  orm
    .delete(printJob)
    .where(
      and(
        eq(printJob.state, 'printed'),
        lte(printJob.queuedAtMs, sql.placeholder('beforeMs')),
        notInArray(printJob.kind, [...ONE_ORIGINAL]),
      ),
    )
    .prepare(),
);
