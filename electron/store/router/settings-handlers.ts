import { askAgain, dropJob, hasJob, isPrintedAgain } from '#db/printing/print-queue.ts';
import { hasPrinter, queuePaper, type PaperOrder } from '#db/printing/queue-paper.ts';
import { findZ } from '#db/day-close/find-day-close.ts';
import { findSale } from '#db/sales/find-sale.ts';
import { savePrinter } from '#db/settings/register-settings.ts';
import { saveSelling } from '#db/settings/save-selling.ts';
import { saveStore } from '#db/settings/save-store.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { runProgram } from '../printing/run-program.ts';
import { listSystemQueues } from '../printing/system-queue.ts';
import { readPaper } from '../printing/read-paper.ts';
import type { StoreProcess } from '../writer/store-process.ts';
import { fromReader, gated, sessionOf } from './gate.ts';

const { settings, printing } = gated;

export const settingsHandlers = {
  get: settings.get.handler(fromReader('settings.get')),
  saveStore: settings.saveStore.handler(({ input, context }) => {
    const command = context.store.context(
      'settings.saveStore',
      input.commandId,
      sessionOf(context),
    );
    return context.store.shop.writer.write(command, input, (tx) => saveStore(tx, command, input));
  }),
  saveSelling: settings.saveSelling.handler(({ input, context }) => {
    const command = context.store.context(
      'settings.saveSelling',
      input.commandId,
      sessionOf(context),
    );
    return context.store.shop.writer.write(command, input, (tx) => saveSelling(tx, command, input));
  }),
  savePrinter: settings.savePrinter.handler(({ input, context: { store } }) => {
    store.shop.writer.writeLocal((tx) => savePrinter(tx, input.printer));
    store.shop.printDesk.nudge();
    return ok(null);
  }),
};

export const printingHandlers = {
  systemQueues: printing.systemQueues.handler(() =>
    listSystemQueues({ platform: process.platform, run: runProgram }),
  ),
  queue: printing.queue.handler(fromReader('printing.queue')),
  reprint: printing.reprint.handler(({ input, context: { store } }) => {
    const sale = findSale(store.shop.writer, input.saleId);
    if (!sale) return refuse({ code: 'SALE_NOT_FOUND' });
    return queueNow(store, input.commandId, {
      kind: 'receipt',
      subjectId: sale.id,
      copy: true,
      title: sale.number,
    });
  }),
  printZ: printing.printZ.handler(({ input, context: { store } }) => {
    const z = findZ(store.shop.writer, input.dayCloseId, { copy: true, demo: store.boot.demo });
    if (!z) return refuse({ code: 'DAY_CLOSE_NOT_FOUND' });
    return queueNow(store, input.commandId, {
      kind: 'dayClose',
      subjectId: input.dayCloseId,
      copy: true,
      title: z.number ?? 'Z',
    });
  }),
  paper: printing.paper.handler(fromReader('printing.paper')),
  print: printing.print.handler(({ input, context }) => {
    const { store } = context;
    const { kind, subjectId, options } = input;
    if (kind === 'testPage') return refuse({ code: 'PAPER_NOT_FOUND' });
    const reader = {
      registerId: store.shop.register.registerId,
      staffId: sessionOf(context).staffId,
      nowMs: store.now(),
      marks: { copy: false, demo: store.boot.demo },
    };
    const paper = readPaper(store.shop.writer, { kind, subjectId, options }, reader, 'en');
    if (!paper) return refuse({ code: 'PAPER_NOT_FOUND' });
    return queueNow(store, input.commandId, {
      kind,
      subjectId,
      copy: isPrintedAgain(store.shop.writer, kind, subjectId),
      title: paper.title,
      options: JSON.stringify(options),
    });
  }),
  testPage: printing.testPage.handler(({ input, context: { store } }) =>
    queueNow(store, input.commandId, { kind: 'testPage', subjectId: null, copy: false, title: '' }),
  ),
  retry: printing.retry.handler(({ input, context: { store } }) => {
    const found = store.shop.writer.writeLocal((tx) => askAgain(tx, input.printJobId, store.now()));
    return found ? ok(null) : refuse({ code: 'PRINT_JOB_NOT_FOUND' });
  }),
  dismiss: printing.dismiss.handler(({ input, context: { store } }) => {
    const dropped = store.shop.writer.writeLocal((tx) => dropJob(tx, input.printJobId));
    return dropped ? ok(null) : refuse({ code: 'PRINT_JOB_NOT_FOUND' });
  }),
};

/** Queues a paper that has no cause but the wish for it: the same wish said twice is one paper. */
function queueNow(
  store: StoreProcess,
  commandId: string,
  order: PaperOrder,
): Result<null, { readonly code: 'PRINTER_NOT_SET' }> {
  if (!hasPrinter(store.shop.writer)) return refuse({ code: 'PRINTER_NOT_SET' });
  const context = store.context('printing.queue', commandId, null);
  store.shop.writer.writeLocal((tx) => {
    if (!hasJob(tx, commandId)) queuePaper(tx, context, { ...order, jobId: commandId });
  });
  return ok(null);
}
