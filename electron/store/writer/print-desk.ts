import {
  claimNextJob,
  forgetPrintedJobs,
  markInterruptedJobs,
  moveJob,
  type PrintJobRow,
} from '#db/printing/print-queue.ts';
import { findPrinter, findTagPrinter } from '#db/settings/register-settings.ts';
import { findRegisterName, getStore } from '#db/settings/find-settings.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { Paper, PaperLocale } from '#shared/documents/paper.ts';
import { refuse } from '#shared/result.ts';
import { testPagePaper } from '#shared/documents/test-page-paper.ts';
import { paperOptions } from '#shared/printing/paper-wish.ts';
import type { PrinterConnection } from '#shared/printing/printer-connection.ts';
import type { PrinterFields } from '#shared/settings/contract.ts';
import { drawerPulse, encodePaper } from '../printing/escpos.ts';
import {
  type PrintJob,
  type PrintPump,
  type PrintQueue,
  startPrintPump,
} from '../printing/print-pump.ts';
import { readPaper } from '../printing/read-paper.ts';
import { runProgram } from '../printing/run-program.ts';
import { sendJob } from '../printing/send-to-printer.ts';
import { encodeTags, tagJobOptions } from '../printing/encode-tags.ts';
import type { WriterReport } from '../worker-messages.ts';

const KEEP_PRINTED_MS = 7 * 86_400_000;

interface PrintDeskParts {
  readonly registerId: string;
  readonly demo: boolean;
  readonly now: () => number;
  readonly report: (report: WriterReport) => void;
}

/** Sends queued papers and tags to this register's printers, after the sale and apart from it. */
export class PrintDesk {
  readonly #writer: Writer;
  readonly #parts: PrintDeskParts;
  readonly #pumps: readonly PrintPump[];

  constructor(writer: Writer, parts: PrintDeskParts) {
    this.#writer = writer;
    this.#parts = parts;
    // The first marks what was under way when the program stopped, of both printers, before either prints.
    this.#pumps = [this.#start('papers'), this.#start('tags')];
  }

  #start(printer: 'papers' | 'tags'): PrintPump {
    const parts = this.#parts;
    return startPrintPump({
      queue: this.#queue(printer),
      renderJob: (job) => this.#render(job),
      send: (bytes, job) => this.#send(bytes, job),
      nowMs: parts.now,
      wakeAfter: (delayMs, wake) => {
        const timer = setTimeout(wake, Math.min(delayMs, 2 ** 31 - 1));
        timer.unref();
        return () => clearTimeout(timer);
      },
      reportBug: (error) => parts.report({ type: 'trouble', what: `printing: ${String(error)}` }),
    });
  }

  /** Something was queued. */
  nudge(): void {
    for (const pump of this.#pumps) pump.nudge();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#pumps.map((pump) => pump.stop()));
  }

  #queue(printer: 'papers' | 'tags'): PrintQueue {
    const move = (
      id: string,
      state: PrintJobRow['state'],
      problem: string | null,
      nextTryAtMs: number,
      printedAtMs: number | null,
    ): void =>
      void this.#writer.writeLocal((tx) =>
        moveJob(tx, id, { state, problem, nextTryAtMs, printedAtMs }),
      );
    return {
      claimNext: (nowMs) =>
        this.#writer.writeLocal((tx) => jobOf(claimNextJob(tx, nowMs, printer))),
      markPrinted: (id, atMs) => move(id, 'printed', null, 0, atMs),
      markFailed: (id, reason, retryAtMs) => move(id, 'failed', reason, retryAtMs, null),
      markUnsure: (id, reason) => move(id, 'unsure', reason, Number.MAX_SAFE_INTEGER, null),
      markInterrupted: () =>
        this.#writer.writeLocal((tx) => {
          if (printer === 'tags') return;
          markInterruptedJobs(tx);
          forgetPrintedJobs(tx, this.#parts.now() - KEEP_PRINTED_MS);
        }),
    };
  }

  /** The pump counts on an answer: a printer that was taken away meanwhile is one that cannot be reached. */
  async #send(bytes: Uint8Array, { kind }: PrintJob): ReturnType<typeof sendJob> {
    const isTag = kind === 'tags';
    const connection = isTag
      ? findTagPrinter(this.#writer).connection
      : findPrinter(this.#writer)?.connection;
    if (!connection) return refuse({ code: 'PRINTER_UNREACHABLE', mayHavePrinted: false });
    const machine = { platform: process.platform, run: runProgram };
    return sendJob(connection, bytes, { isPulse: kind === 'drawer', isTag }, machine);
  }

  #printer(): PrinterFields {
    const printer = findPrinter(this.#writer);
    if (!printer) throw new Error('no printer is set up');
    return printer;
  }

  #render(job: PrintJob): Uint8Array {
    if (job.kind === 'drawer') return drawerPulse();
    if (job.kind === 'tags') return encodeTags(this.#writer, job.pieceIds ?? []);
    const { columns, locale } = this.#printer();
    return encodePaper(this.#paper(job, locale), { columns, family: 'epson' });
  }

  #paper({ kind, subjectId, copy, options = {} }: PrintJob, locale: PaperLocale): Paper {
    if (kind !== 'testPage' && kind !== 'drawer' && kind !== 'tags') {
      const { registerId, demo, now } = this.#parts;
      const wish = { kind, subjectId: subjectId ?? '', options };
      const reader = { registerId, staffId: null, nowMs: now(), marks: { copy, demo } };
      const paper = readPaper(this.#writer, wish, reader, locale);
      if (!paper) throw new Error(`what a paper is about is not there: ${kind}`);
      return paper;
    }
    const { name, zone } = getStore(this.#writer);
    const { connection } = this.#printer();
    const registerName = findRegisterName(this.#writer, this.#parts.registerId);
    return testPagePaper(
      {
        storeName: name,
        registerName,
        printerName: printerName(connection),
        atMs: this.#parts.now(),
        zone,
      },
      locale,
    );
  }
}

function printerName(connection: PrinterConnection): string {
  return connection.kind === 'network' ? `${connection.host}:${connection.port}` : connection.queue;
}

function jobOf(row: PrintJobRow | undefined): PrintJob | undefined {
  return (
    row && {
      id: row.id,
      kind: row.kind,
      subjectId: row.subjectId,
      copy: row.copy === 1,
      attempt: row.attempt,
      queuedAtMs: row.queuedAtMs,
      ...optionsOf(row),
    }
  );
}

function optionsOf({ kind, options }: PrintJobRow): Pick<PrintJob, 'options' | 'pieceIds'> {
  if (options === null) return {};
  const stored: unknown = JSON.parse(options);
  return kind === 'tags' ? tagJobOptions.parse(stored) : { options: paperOptions.parse(stored) };
}
