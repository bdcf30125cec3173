import type { PaperOptions } from '#shared/printing/paper-wish.ts';
import { NOT_BY_ITSELF_MS, retryDelayMs } from '#shared/documents/print-job-state.ts';
import type { PrintJobKind } from '#shared/printing/print-job-kinds.ts';
import type { Result } from '#shared/result.ts';
import type { PrinterRefusal } from './tcp-printer.ts';

export interface PrintJob {
  readonly id: string;
  readonly kind: PrintJobKind;
  /** The sale or day close; null for a test page or the drawer. */
  readonly subjectId: string | null;
  readonly copy: boolean;
  /** What else the paper needs. */
  readonly options?: PaperOptions;
  /** The pieces of a run of tags, in order. */
  readonly pieceIds?: readonly string[];
  /** 1 at the first try. */
  readonly attempt: number;
  readonly queuedAtMs: number;
}

/** Why a job failed or is unsure: a printer's refusal, or a paper that could not be made. */
export type PrintProblem = PrinterRefusal['code'] | 'PAPER_NOT_MADE' | 'DRAWER_TOO_LATE';

/** The waiting papers of one printer. Its moves are those of print-job-state.ts. */
export interface PrintQueue {
  /** Oldest job that is queued, or failed and due: it is `printing` from here on and its attempt counted. */
  claimNext(nowMs: number): PrintJob | undefined;
  markPrinted(id: string, atMs: number): void;
  markFailed(id: string, reason: PrintProblem, retryAtMs: number): void;
  markUnsure(id: string, reason: PrintProblem): void;
  /** Every job still `printing` becomes unsure: the program stopped while it was under way. */
  markInterrupted(): void;
}

export interface PrintPumpPorts {
  readonly queue: PrintQueue;
  /** The bytes of a job. May throw: that job fails and the next one prints. */
  readonly renderJob: (job: PrintJob) => Uint8Array;
  readonly send: (bytes: Uint8Array, job: PrintJob) => Promise<Result<null, PrinterRefusal>>;
  readonly nowMs: () => number;
  /** Calls back once after the delay, unless the returned cancel is called before. */
  readonly wakeAfter: (delayMs: number, wake: () => void) => () => void;
  /** A bug or a broken disk; the pump rests and goes on. */
  readonly reportBug: (error: unknown) => void;
}

export interface PrintPump {
  /** Something was queued: look now. */
  nudge(): void;
  /** Ends after the job that is under way. */
  stop(): Promise<void>;
}

/** How often a quiet queue is looked at for jobs that came due. */
const IDLE_LOOK_MS = 60_000;

/** A drawer that opens later than this opens with nobody at it. */
const DRAWER_IN_TIME_MS = 5000;

/**
 * Prints the jobs of one printer, one after another, apart from everything that queues them. A printer that is off
 * rests with growing pauses: one try per pause, however many papers wait. Each printer has a pump of its own, so
 * none waits for another.
 */
export function startPrintPump(given: PrintPumpPorts): PrintPump {
  let isMoving = false;
  // Whoever watches the queue sees the pump's own moves too and nudges it in the middle of them: two papers would be
  // on their way at once, and a printer that is off would be tried for each paper that waits.
  const ports: PrintPumpPorts = {
    ...given,
    queue: quietly(given.queue, (moving) => {
      isMoving = moving;
    }),
  };
  let stopped = false;
  let askedMeanwhile = false;
  let refusalsInARow = 0;
  let running: Promise<void> | undefined;
  let cancelWake = (): void => undefined;

  const rest = (delayMs: number): void => {
    cancelWake();
    if (!stopped) cancelWake = ports.wakeAfter(delayMs, look);
  };
  const look = (): void => {
    if (stopped || isMoving) return;
    if (running) {
      askedMeanwhile = true;
      return;
    }
    askedMeanwhile = false;
    cancelWake();
    running = drain(ports, () => stopped, refusalsInARow)
      .then((refusals) => {
        refusalsInARow = refusals;
        return refusals > 0 ? retryDelayMs(refusals) : IDLE_LOOK_MS;
      })
      .catch((error: unknown) => {
        ports.reportBug(error);
        return IDLE_LOOK_MS;
      })
      .then((delayMs) => {
        running = undefined;
        if (askedMeanwhile) look();
        else rest(delayMs);
      });
  };
  const stop = async (): Promise<void> => {
    stopped = true;
    cancelWake();
    await running;
  };

  ports.queue.markInterrupted();
  look();
  return { nudge: look, stop };
}

/** The same queue, saying while one of its moves is under way. */
function quietly(queue: PrintQueue, say: (moving: boolean) => void): PrintQueue {
  const during = <Answer>(move: () => Answer): Answer => {
    say(true);
    try {
      return move();
    } finally {
      say(false);
    }
  };
  return {
    claimNext: (nowMs) => during(() => queue.claimNext(nowMs)),
    markPrinted: (id, atMs) => during(() => queue.markPrinted(id, atMs)),
    markFailed: (id, reason, retryAtMs) => during(() => queue.markFailed(id, reason, retryAtMs)),
    markUnsure: (id, reason) => during(() => queue.markUnsure(id, reason)),
    markInterrupted: () => during(() => queue.markInterrupted()),
  };
}

/** Prints until nothing is due or the printer refuses. Takes and returns how often in a row it has refused. */
async function drain(
  ports: PrintPumpPorts,
  isStopped: () => boolean,
  refusals: number,
): Promise<number> {
  let refusalsInARow = refusals;
  while (!isStopped()) {
    const job = ports.queue.claimNext(ports.nowMs());
    if (!job) return refusalsInARow;
    const outcome = await printOne(ports, job, refusalsInARow);
    if (outcome === 'refused') return refusalsInARow + 1;
    if (outcome === 'printed') refusalsInARow = 0;
  }
  return refusalsInARow;
}

/** Tries one job and notes how it ended; a job that is not sent says nothing of the printer. */
async function printOne(
  ports: PrintPumpPorts,
  job: PrintJob,
  refusalsBefore: number,
): Promise<'printed' | 'refused' | 'notSent'> {
  const { queue } = ports;
  if (job.kind === 'drawer' && ports.nowMs() - job.queuedAtMs > DRAWER_IN_TIME_MS) {
    queue.markFailed(job.id, 'DRAWER_TOO_LATE', NOT_BY_ITSELF_MS);
    return 'notSent';
  }
  const bytes = renderOrReport(ports, job);
  if (!bytes) {
    queue.markFailed(job.id, 'PAPER_NOT_MADE', NOT_BY_ITSELF_MS);
    return 'notSent';
  }
  const sent = await ports.send(bytes, job);
  if (sent.ok) {
    queue.markPrinted(job.id, ports.nowMs());
    return 'printed';
  }
  const retryAtMs = ports.nowMs() + retryDelayMs(refusalsBefore + 1);
  if (sent.refusal.mayHavePrinted) queue.markUnsure(job.id, sent.refusal.code);
  // The person who waited for the drawer has gone on by the time the printer answers.
  else if (job.kind === 'drawer') queue.markFailed(job.id, 'DRAWER_TOO_LATE', NOT_BY_ITSELF_MS);
  else queue.markFailed(job.id, sent.refusal.code, retryAtMs);
  return 'refused';
}

function renderOrReport(ports: PrintPumpPorts, job: PrintJob): Uint8Array | undefined {
  try {
    return ports.renderJob(job);
  } catch (error) {
    ports.reportBug(error);
    return undefined;
  }
}
